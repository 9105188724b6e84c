using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using SocialShares.StripeEmulator;

namespace SocialShares.Tests.StripeCalls;

/// <summary>Stripe's command line tool makes things happen in the local Stripe: <c>stripe trigger EVENT</c>.</summary>
[Collection(nameof(WithNpmTools))]
public sealed class CommandLineToolTests(NpmTools npm) : IAsyncLifetime
{
    private readonly WebApplication emulator = StripeEmulatorHost.Create(["--urls=http://127.0.0.1:0"]);
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        await emulator.StartAsync(Ct);
        http = new HttpClient { BaseAddress = new Uri(emulator.Urls.Single()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_tool");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await emulator.StopAsync(CancellationToken.None);
        await emulator.DisposeAsync();
    }

    [Theory]
    [InlineData("account.updated")]
    [InlineData("balance.available")]
    [InlineData("charge.dispute.closed")]
    [InlineData("charge.dispute.created")]
    [InlineData("charge.dispute.updated")]
    [InlineData("charge.failed")]
    [InlineData("charge.refund.updated")]
    [InlineData("charge.refunded")]
    [InlineData("charge.succeeded")]
    [InlineData("checkout.session.async_payment_failed")]
    [InlineData("checkout.session.async_payment_succeeded")]
    [InlineData("checkout.session.completed")]
    [InlineData("checkout.session.expired")]
    [InlineData("payment_intent.canceled")]
    [InlineData("payment_intent.created")]
    [InlineData("payment_intent.payment_failed")]
    [InlineData("payment_intent.processing")]
    [InlineData("payment_intent.requires_action")]
    [InlineData("payment_intent.succeeded")]
    [InlineData("payout.created")]
    [InlineData("payout.updated")]
    [InlineData("product.created")]
    [InlineData("transfer.created")]
    [InlineData("transfer.reversed")]
    [InlineData("transfer.updated")]
    public async Task A_trigger_makes_its_event_happen(string type)
    {
        await Admin("topups", new { currency = "usd", amount = 100_000 }); // a test account of Stripe is not empty either

        var (code, output) = await Trigger(type);
        await Admin("clock", new { seconds = 7 * 86_400 });

        code.ShouldBe(0, output);
        output.ShouldContain("Trigger succeeded");
        (await EventTypes(type)).ShouldContain(type, output);
    }

    [Theory]
    [InlineData("charge.captured", "capturing by hand")]
    [InlineData("payment_intent.amount_capturable_updated", "confirmation_method")]
    [InlineData("price.created", "recurring")]
    [InlineData("customer.created", "Customers_create")]
    [InlineData("payment_method.attached", "Customers_create")]
    [InlineData("setup_intent.created", "SetupIntents_create")]
    [InlineData("product.updated", "Unrecognized request URL")]
    [InlineData("topup.created", "/v1/topups")]
    [InlineData("account.application.deauthorized", "Accounts_del")]
    public async Task A_trigger_that_needs_what_is_not_emulated_is_told_what(string type, string what)
    {
        var (code, output) = await Trigger(type);

        code.ShouldNotBe(0, output);
        output.ShouldContain(what);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<(int Code, string Output)> Trigger(string type) =>
        npm.Stripe("trigger", type, "--api-base", emulator.Urls.Single(), "--api-key", "sk_test_commandlinetool");

    private async Task<IReadOnlyList<string>> EventTypes(string type)
    {
        List<string> found = [];
        var accounts = await List("/v1/accounts", account: null);
        foreach (var account in accounts.Select(x => (string?)x!["id"]).Append(null))
        {
            found.AddRange((await List($"/v1/events?type={type}", account)).Select(x => (string)x!["type"]!));
        }

        return found;
    }

    private async Task<JsonArray> List(string path, string? account)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (account is not null)
        {
            request.Headers.Add("Stripe-Account", account);
        }

        using var answer = await http.SendAsync(request, Ct);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["data"]!.AsArray();
    }

    private async Task Admin(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync($"/_emu/{path}", body, Ct);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Ct));
    }
}
