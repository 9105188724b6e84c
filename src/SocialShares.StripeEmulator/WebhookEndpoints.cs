using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Where events are sent, and the secret that signs them.</summary>
internal sealed class WebhookEndpoint : StripeObject
{
    public override string Schema => "webhook_endpoint";
    public required string Secret { get; init; }
    public required string Url { get; set; }
    public string? Description { get; set; }

    /// <summary>Receives the events of connected accounts instead of the platform's own.</summary>
    public bool Connect { get; init; }
    public bool Disabled { get; set; }
    public bool Deleted { get; set; }
    public string? ApiVersion { get; init; }
    public IReadOnlyList<string> EnabledEvents { get; set; } = ["*"];

    public bool Wants(string type) => !Disabled && (EnabledEvents.Contains("*") || EnabledEvents.Contains(type));

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["api_version"] = ApiVersion,
                ["created"] = Created,
                ["description"] = Description,
                ["enabled_events"] = new JsonArray([.. EnabledEvents.Select(x => JsonValue.Create(x))]),
                ["livemode"] = false,
                ["metadata"] = Metadata.ToJson(),
                ["status"] = Disabled ? "disabled" : "enabled",
                ["url"] = Url,
            }
        );
}

/// <summary>Operations on webhook endpoints.</summary>
internal static class WebhookEndpoints
{
    public static JsonObject Create(Call call)
    {
        var (world, given) = (call.World, call.Given);
        if (given.Text("api_version") is { } version && version != Subset.ApiVersion)
        {
            throw StripeError.NotEmulated($"the API version {version}", "api_version");
        }

        var endpoint = Add(
            world,
            call.Account,
            new WebhookEndpoint
            {
                Id = World.NewId("we"),
                Owner = call.Account,
                Created = world.Now,
                Secret = World.NewSecret("whsec"),
                Url = CheckedUrl(given.Required("url")),
                Connect = given.Flag("connect") ?? false,
                ApiVersion = given.Text("api_version"),
                EnabledEvents = given.Texts("enabled_events"),
            }
        );
        Take(endpoint, given);
        var answer = endpoint.Render(world);

        // The secret is shown once, here.
        answer["secret"] = endpoint.Secret;
        return answer;
    }

    public static WebhookEndpoint Add(World world, Account account, WebhookEndpoint endpoint)
    {
        world.Remember(endpoint);
        account.WebhookEndpoints.Add(endpoint);
        return endpoint;
    }

    public static JsonObject Retrieve(Call call) => Known(call).Render(call.World);

    public static JsonObject List(Call call) => Listing.Of(call, call.Account.WebhookEndpoints, "webhook endpoint");

    public static JsonObject Update(Call call)
    {
        var endpoint = Known(call);
        var given = call.Given;
        endpoint.Url = given.Text("url") is { } url ? CheckedUrl(url) : endpoint.Url;
        endpoint.Disabled = given.Flag("disabled") ?? endpoint.Disabled;
        endpoint.EnabledEvents = given.Has("enabled_events") ? given.Texts("enabled_events") : endpoint.EnabledEvents;
        Take(endpoint, given);
        return endpoint.Render(call.World);
    }

    public static JsonObject Delete(Call call)
    {
        var endpoint = Known(call);
        endpoint.Deleted = true;
        call.Account.WebhookEndpoints.Remove(endpoint);
        call.World.Forget(endpoint);
        return call.World.Subset.Fill(
            "deleted_webhook_endpoint",
            new JsonObject { ["id"] = endpoint.Id, ["deleted"] = true }
        );
    }

    private static WebhookEndpoint Known(Call call) => call.Named<WebhookEndpoint>("webhook endpoint");

    private static void Take(WebhookEndpoint endpoint, Given given)
    {
        if (given.Has("description"))
        {
            endpoint.Description = given.Text("description") is { Length: > 0 } text ? text : null;
        }

        given.MergeMetadata(endpoint.Metadata);
    }

    private static string CheckedUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? url
            : throw StripeError.Invalid(
                "Invalid URL: An explicit scheme (such as https) must be provided.",
                "url",
                "url_invalid"
            );
}
