using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.StripeEmulator;

namespace SocialShares.Tests.StripeEmulator;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class StandingClock : TimeProvider
{
    private DateTimeOffset now = new(2030, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;
}

/// <summary>What came back.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonObject Body, HttpResponseHeaders Headers)
{
    public string Id => (string)Body["id"]!;
    public JsonObject Error => Body["error"]!.AsObject();
    public JsonArray Data => Body["data"]!.AsArray();

    public string? Text(string name) => (string?)Body[name];

    public long Number(string name) => (long)Body[name]!;
}

/// <summary>
/// A running emulator on a port of its own, spoken to as a client of Stripe would. Every answer that passes here is compared
/// with the published shapes.
/// </summary>
public sealed class Emulator : IAsyncDisposable
{
    private static readonly AnswerShapes Shapes = new();
    private readonly WebApplication app;
    private readonly HttpClient http;

    private Emulator(WebApplication app, StandingClock clock)
    {
        (this.app, Clock) = (app, clock);
        Address = new Uri(app.Urls.First());
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    internal StandingClock Clock { get; }
    internal Uri Address { get; }

    /// <summary>Operation ids that answered 200, for the test that walks them all.</summary>
    internal ConcurrentDictionary<string, int> Answered { get; } = new(StringComparer.Ordinal);

    internal static async Task<Emulator> Start(params string[] settings)
    {
        var clock = new StandingClock();
        var host = StripeEmulatorHost.Create(
            settings,
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Services.AddSingleton<TimeProvider>(clock);
            }
        );
        await host.StartAsync();
        return new Emulator(host, clock);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>A buyer's browser opens a page; it follows nothing by itself.</summary>
    internal Task<HttpResponseMessage> Visit(string url) => http.GetAsync(url);

    internal Task<HttpResponseMessage> Submit(string url, params (string, string)[] form) =>
        http.PostAsync(
            url,
            new FormUrlEncodedContent(form.Select(x => new KeyValuePair<string, string>(x.Item1, x.Item2)))
        );

    /// <summary>A request as it is, for what no well-made client sends.</summary>
    internal async Task<(HttpResponseMessage Reply, string Body)> Raw(HttpRequestMessage request)
    {
        var reply = await http.SendAsync(request);
        return (reply, await reply.Content.ReadAsStringAsync());
    }

    internal Task<Reply> Get(string path, string? account = null) => Send(HttpMethod.Get, path, null, null, account);

    internal Task<Reply> Post(string path, params (string, object)[] form) => Send(HttpMethod.Post, path, form);

    internal Task<Reply> PostOnce(string key, string path, params (string, object)[] form) =>
        Send(HttpMethod.Post, path, form, key);

    internal async Task<Reply> Send(
        HttpMethod method,
        string path,
        (string, object)[]? form,
        string? key = null,
        string? account = null,
        string bearer = "sk_test_ours"
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (account is not null)
        {
            request.Headers.Add("Stripe-Account", account);
        }

        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent(
                form.Select(x => new KeyValuePair<string, string>(x.Item1, FormattableString.Invariant($"{x.Item2}")))
            );
        }

        using var answer = await http.SendAsync(request);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        CheckShape(method, path, (int)answer.StatusCode, body);
        return new Reply(answer.StatusCode, body, answer.Headers);
    }

    private void CheckShape(HttpMethod method, string path, int status, JsonObject body)
    {
        if (Shapes.OperationAt(method.Method, path.Split('?')[0]) is not { } operation)
        {
            return;
        }

        Shapes.Differences(operation, status, body).ShouldBeEmpty();
        if (status == 200)
        {
            Answered.AddOrUpdate((string)operation["operationId"]!, 1, (_, n) => n + 1);
        }
    }

    internal async Task<JsonObject> Admin(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        using var answer = await http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>An admin call that may be refused.</summary>
    internal async Task<HttpStatusCode> TryAdmin(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        ((int)answer.StatusCode).ShouldBeLessThan(500);
        return answer.StatusCode;
    }

    internal Task<JsonObject> Order(object fault) => Admin(HttpMethod.Post, "/_emu/faults", fault);

    /// <summary>Orders that no request or delivery has taken yet.</summary>
    internal async Task<int> FaultsLeft()
    {
        using var answer = await http.GetAsync("/_emu/faults");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray().Count;
    }

    internal Task<JsonObject> Settle() => Admin(HttpMethod.Post, "/_emu/settle");

    internal Task<JsonObject> State() => Admin(HttpMethod.Get, "/_emu/state");

    internal Task<JsonObject> TopUp(long amount) =>
        Admin(HttpMethod.Post, "/_emu/topups", new { currency = "eur", amount });

    internal Task<JsonObject> Pay(string session, object order) =>
        Admin(HttpMethod.Post, $"/_emu/pay/{session}", order);

    internal Task<JsonObject> Advance(TimeSpan by)
    {
        Clock.Move(by);
        return Settle();
    }

    internal static (string, object)[] SessionForm(long amount = 10_000) =>
        [
            ("mode", "payment"),
            ("success_url", "https://shop.test/thanks?session={CHECKOUT_SESSION_ID}"),
            ("cancel_url", "https://shop.test/cancelled"),
            ("line_items[0][price_data][currency]", "eur"),
            ("line_items[0][price_data][unit_amount]", amount),
            ("line_items[0][price_data][product_data][name]", "Community share"),
            ("line_items[0][quantity]", 1),
            ("payment_method_types[0]", "card"),
            ("payment_method_types[1]", "ideal"),
            ("payment_method_types[2]", "sepa_debit"),
            ("payment_method_types[3]", "bancontact"),
            ("metadata[application]", "a-1"),
            ("payment_intent_data[metadata][application]", "a-1"),
            ("payment_intent_data[transfer_group]", "offer-1"),
        ];

    internal async Task<string> Session(long amount = 10_000)
    {
        var created = await Post("/v1/checkout/sessions", SessionForm(amount));
        created.Status.ShouldBe(HttpStatusCode.OK, created.Body.ToJsonString());
        return created.Id;
    }

    /// <summary>A session that was paid, and its successful charge.</summary>
    internal async Task<(string Session, string Charge)> Paid(
        long amount = 10_000,
        string card = "4242424242424242",
        string method = "card"
    )
    {
        var session = await Session(amount);
        var result = await Pay(session, new { method, card });
        ((string?)result["status"]).ShouldBe("paid");
        var reply = await Get($"/v1/checkout/sessions/{session}?expand[]=payment_intent");
        return (session, (string)reply.Body["payment_intent"]!["latest_charge"]!);
    }

    /// <summary>A session whose debit is on its way (or came back, or was paid: the clock says), and its charge.</summary>
    internal async Task<(string Session, string Charge)> Debited(
        long amount = 10_000,
        string iban = "DE89370400440532013000"
    )
    {
        var session = await Session(amount);
        var result = await Pay(session, new { method = "sepa_debit", iban });
        ((string?)result["status"]).ShouldBe("processing");
        var reply = await Get($"/v1/checkout/sessions/{session}?expand[]=payment_intent");
        return (session, (string)reply.Body["payment_intent"]!["latest_charge"]!);
    }

    internal async Task<string> Enterprise()
    {
        var created = await Post(
            "/v1/accounts",
            ("type", "express"),
            ("country", "NL"),
            ("capabilities[transfers][requested]", "true")
        );
        created.Status.ShouldBe(HttpStatusCode.OK, created.Body.ToJsonString());
        return created.Id;
    }

    internal async Task<(long Available, long Pending)> Balance(string? account = null)
    {
        var balance = await Get("/v1/balance", account);
        return ((long)balance.Body["available"]![0]!["amount"]!, (long)balance.Body["pending"]![0]!["amount"]!);
    }

    internal async Task<IReadOnlyList<string>> EventTypes()
    {
        var events = await Get("/v1/events?limit=100");
        return [.. events.Data.Select(x => (string)x!["type"]!).Reverse()];
    }
}
