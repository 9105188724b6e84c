using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialShares.StripeEmulator;

namespace SocialShares.Tests.Hosting;

/// <summary>The emulator of a world, seen from the side of the buyer and of the test.</summary>
public sealed class LocalStripe : IAsyncDisposable
{
    /// <summary>A card that is good.</summary>
    public const string GoodCard = "4242424242424242";

    /// <summary>A card that is good and whose money can be used at once.</summary>
    public const string AtOnceCard = "4000000000000077";

    /// <summary>An account that can be debited.</summary>
    public const string GoodIban = "DE89370400440532013000";

    /// <summary>An account whose bank refuses, days later.</summary>
    public const string RefusingIban = "DE62370400440532013001";

    /// <summary>An account whose bank pays, and then takes it back for good.</summary>
    public const string RegrettingIban = "DE35370400440532013002";

    private readonly WebApplication app;
    private readonly HttpClient http;

    private LocalStripe(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.First());
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    internal static async Task<LocalStripe> Start(TimeProvider clock, string webhook, string key, string secret)
    {
        var host = StripeEmulatorHost.Create(
            [$"--Webhook:Url={webhook}", $"--Webhook:Secret={secret}", $"--ApiKey={key}"],
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(clock);
            }
        );
        await host.StartAsync();
        return new LocalStripe(host);
    }

    /// <summary>Pays at the hosted page's machine door; the answer's status is paid, declined, expired and so on.</summary>
    public async Task<JsonObject> Pay(
        string session,
        string method = "card",
        string card = GoodCard,
        string outcome = "complete",
        string iban = GoodIban
    ) =>
        await Call(
            HttpMethod.Post,
            $"/_emu/pay/{session}",
            new
            {
                method,
                card,
                outcome,
                iban,
            }
        );

    /// <summary>Does what the clock has made due and tries every waiting delivery once.</summary>
    public Task<JsonObject> Settle() => Call(HttpMethod.Post, "/_emu/settle");

    /// <summary>Counts and balances.</summary>
    public Task<JsonObject> State() => Call(HttpMethod.Get, "/_emu/state");

    /// <summary>Puts own money into the platform's balance.</summary>
    public Task TopUp(string currency, long amount) => Call(HttpMethod.Post, "/_emu/topups", new { currency, amount });

    /// <summary>Pays all that is available out to the platform's bank.</summary>
    /// <returns>Stripe's name of the payout.</returns>
    public async Task<string> PayOut(string currency) =>
        (string)(await Call(HttpMethod.Post, "/_emu/payouts", new { currency }))["id"]!;

    /// <summary>The bank refuses a payout, or sends it back.</summary>
    public Task RefusePayout(string payout) =>
        Call(HttpMethod.Post, $"/_emu/payouts/{payout}", new { code = "account_closed" });

    /// <summary>A payer's bank disputes a charge. The answer is the dispute.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="status">needs_response, warning_needs_response or lost.</param>
    /// <param name="amount">Minor units; null: all of it.</param>
    /// <param name="backwards">Its events come in the wrong order.</param>
    public async Task<string> Dispute(
        string charge,
        string status = "needs_response",
        long? amount = null,
        bool backwards = false
    ) =>
        (string)
            (
                await Call(
                    HttpMethod.Post,
                    "/_emu/disputes",
                    new
                    {
                        charge,
                        status,
                        amount,
                        backwards,
                    }
                )
            )["id"]!;

    /// <summary>The payer's bank decides: won, lost, warning_closed or needs_response.</summary>
    public Task Decide(string dispute, string outcome) =>
        Call(HttpMethod.Post, $"/_emu/disputes/{dispute}", new { outcome });

    /// <summary>Orders trouble.</summary>
    public Task Fault(object fault) => Call(HttpMethod.Post, "/_emu/faults", fault);

    /// <summary>Takes all trouble back.</summary>
    public async Task NoFaults()
    {
        using var answer = await http.DeleteAsync("/_emu/faults");
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Available and pending money of the platform together, and of all connected accounts, in one currency.</summary>
    public async Task<(long Platform, long Connected)> Balances(string currency)
    {
        var accounts = (await State())["accounts"]!.AsArray();
        var sums = accounts.Select(a =>
            a!["balances"]![currency] is { } b ? (long)b["available"]! + (long)b["pending"]! : 0
        );
        return (sums.First(), sums.Skip(1).Sum());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<JsonObject> Call(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }
}
