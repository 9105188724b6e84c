using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>A door to the onboarding page: opens once, for minutes.</summary>
internal sealed class AccountLink : StripeObject
{
    public override string Schema => "account_link";
    public required Account For { get; init; }
    public required string Url { get; init; }
    public required string ReturnUrl { get; init; }
    public required string RefreshUrl { get; init; }
    public required long ExpiresAt { get; init; }
    public bool Used { get; set; }

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["created"] = Created,
                ["expires_at"] = ExpiresAt,
                ["url"] = Url,
            }
        );
}

/// <summary>Making the links; the page behind them is <see cref="OnboardingPage"/>.</summary>
internal static class AccountLinks
{
    public static JsonObject Create(Call call)
    {
        var (world, given) = (call.World, call.Given);
        given.Only("account", "type", "return_url", "refresh_url", "collect", "collection_options");
        var account = call.Find<Account>(given.Required("account"), "account", "account");
        var id = World.NewId("link");
        var link = world.Remember(
            new AccountLink
            {
                Id = id,
                Owner = call.Account,
                Created = world.Now,
                For = account,
                Url = $"{call.BaseUrl}/setup/{account.Id}/{id}",
                ReturnUrl = given.Required("return_url"),
                RefreshUrl = given.Required("refresh_url"),
                ExpiresAt = world.Now + world.Settings.AccountLinkSeconds,
            }
        );
        return link.Render(world);
    }
}
