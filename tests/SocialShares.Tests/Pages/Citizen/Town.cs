using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.StripeEmulator;

namespace SocialShares.Tests.Pages.Citizen;

/// <summary>
/// A town with the platform and a local Stripe in it, on ports of their own and under one clock: two enterprises with an open
/// offer each, made through the API by their boards and an administrator.
/// </summary>
public sealed class Town : IAsyncLifetime
{
    private const string Secret = "whsec_town";
    internal const string Password = "a sentence that nobody guesses";
    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    private readonly string folder = Directory.CreateTempSubdirectory("shares-town-").FullName;
    private WebApplication stripe = null!;
    private WebApplication product = null!;
    private HttpClient http = null!;

    internal TownClock Clock { get; } = new();

    internal Uri Address { get; private set; } = null!;

    /// <summary>Pounds, from £25, minimum £480, English.</summary>
    internal JsonNode Shop { get; private set; } = null!;

    /// <summary>Euros, from €10, no minimum, Dutch.</summary>
    internal JsonNode Hall { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (shopPort, stripePort) = (FreePort(), FreePort());
        Address = new Uri($"http://127.0.0.1:{shopPort}");
        stripe = StripeEmulatorHost.Create(
            [
                $"--urls=http://127.0.0.1:{stripePort}",
                $"--Webhook:Url={Address}webhooks/stripe",
                $"--Webhook:Secret={Secret}",
            ],
            b => b.Services.AddSingleton<TimeProvider>(Clock)
        );
        product = SocialSharesHost.Create(
            [
                "--applicationName=SocialShares",
                $"--urls={Address}",
                $"--Site:Address={Address}",
                $"--Db:DataFolder={folder}",
                $"--Stripe:BaseUrl=http://127.0.0.1:{stripePort}",
                $"--Stripe:CheckoutOrigin=http://127.0.0.1:{stripePort}",
                "--Stripe:ApiKey=sk_test_town",
                $"--Stripe:WebhookSecrets={Secret}",
                "--Limits:SigningInPerMinute=1000",
                "--Limits:BuyingPerMinute=1000",
                "--Limits:DecidingPerMinute=1000",
                "--Limits:ReckoningPerMinute=1000",
                "--Jobs:ClockJumps=true",
                "--Logging:LogLevel:Default=Warning",
            ],
            b => b.Services.AddSingleton<TimeProvider>(Clock)
        );
        await stripe.StartAsync();
        await product.StartAsync();
        http = new HttpClient { BaseAddress = Address };
        await SignUp("ines", "Ines Carvalho");
        await MakeAdministrator("ines");
        Shop = await Open("margaret", "Margaret Oyelaran", English());
        Hall = await Open("sanne", "Sanne de Boer", Dutch());
        await Run("MoveOffers");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await product.StopAsync();
        await product.DisposeAsync();
        await stripe.StopAsync();
        await stripe.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    internal static string Email(string who) => $"{who}@example.org";

    internal async Task SignUp(string who, string name)
    {
        var body = new
        {
            fullName = name,
            email = Email(who),
            password = Password,
            language = "en",
        };
        await Call(HttpMethod.Post, "people", null, body);
        await Token(who);
    }

    /// <summary>Buys through the API with a card, as the hosted page would take it.</summary>
    internal async Task Buy(string who, string name, JsonNode offer, long amountMinor)
    {
        if (!tokens.ContainsKey(who))
            await SignUp(who, name);
        var started = await Call(HttpMethod.Post, $"offers/{offer["id"]}/applications", who, new { amountMinor });
        var holder = new
        {
            kind = "person",
            name,
            street = "3 Pound Lane",
            postcode = "ZY12 4QF",
            city = "Hallowby",
            country = "GB",
            bornOn = "1971-05-14",
        };
        await Call(HttpMethod.Patch, $"applications/{started!["id"]}", who, new { holder });
        var body = new { documentVersion = 1, riskAccepted = true };
        var submitted = await Call(HttpMethod.Post, $"applications/{started["id"]}/submit", who, body);
        var page = new Uri((string)submitted!["checkoutUrl"]!);
        var session = page.Segments[^1];
        var paid = await http.PostAsJsonAsync(new Uri(page, $"/_emu/pay/{session}"), new { }, Ct);
        paid.EnsureSuccessStatusCode();
    }

    /// <summary>Days go by, and the jobs that a day brings are run.</summary>
    internal async Task LetPass(int days)
    {
        Clock.Move(TimeSpan.FromDays(days));
        tokens.Clear(); // they are an hour old at most
        foreach (var job in (string[])["MoveOffers", "EndReflection", "SettleOffers", "DeliverOutbox"])
            await Run(job);
    }

    /// <summary>Runs a job as an administrator does, and waits for its end.</summary>
    internal async Task Run(string job)
    {
        var started = await Call(HttpMethod.Post, $"jobs/{job}/runs", "ines", new { });
        for (var tries = 0; tries < 200; tries++)
        {
            using var answer = await Send(HttpMethod.Get, $"jobs/runs/{started!["runId"]}", "ines", null);
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(100, Ct);
        }
        throw new TimeoutException($"{job} did not end");
    }

    internal async Task<JsonNode?> Call(HttpMethod method, string path, string? who, object body)
    {
        using var answer = await Send(method, path, who, JsonContent.Create(body));
        var text = await answer.Content.ReadAsStringAsync(Ct);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? who, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (who is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(who));
        return await http.SendAsync(request, Ct);
    }

    private async Task<string> Token(string who)
    {
        if (tokens.TryGetValue(who, out var known))
            return known;
        var body = new { email = Email(who), password = Password };
        var answer = await Call(HttpMethod.Post, "tokens", null, body);
        return tokens[who] = (string)answer!["accessToken"]!;
    }

    private async Task MakeAdministrator(string who)
    {
        await using (var scope = product.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Login>>();
            var login = (await users.FindByEmailAsync(Email(who)))!;
            (await users.AddToRoleAsync(login, Caller.AdministratorRole)).Succeeded.ShouldBeTrue();
        }
        tokens.Remove(who);
    }

    private async Task<JsonNode> Open(string who, string name, (object Enterprise, Func<object> Offer) plan)
    {
        await SignUp(who, name);
        var enterprise = await Call(HttpMethod.Post, "enterprises", who, plan.Enterprise);
        await Call(HttpMethod.Post, $"enterprises/{enterprise!["id"]}/payment-account", who, new { });
        var offer = await Call(HttpMethod.Post, $"enterprises/{enterprise["id"]}/offers", who, plan.Offer());
        using var pdf = new ByteArrayContent("%PDF-1.4\n%%EOF"u8.ToArray());
        pdf.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var uploaded = await Send(HttpMethod.Post, $"offers/{offer!["id"]}/documents", who, pdf);
        uploaded.EnsureSuccessStatusCode();
        await Call(HttpMethod.Post, $"offers/{offer["id"]}/submit", who, new { });
        await Call(HttpMethod.Post, $"offers/{offer["id"]}/approve", "ines", new { });
        return offer;
    }

    private (object, Func<object>) English() =>
        (
            Enterprise("Hallowby Community Shop Limited", "A community benefit society", "Hallowby", "GB"),
            () =>
                Offer(
                    "Reopen Hallowby’s village shop",
                    "The last shop closed in March. If this succeeds, the village opens it again in April: bread, milk and a "
                        + "post counter, seven days a week, with three paid jobs.\n\nThe society has agreed a lease of "
                        + "fifteen years. The money pays for repairs, fridges, first stock and a reserve for the winter.",
                    "GBP",
                    (48_000, 720_000, 900_000),
                    (2_500, 500_000)
                )
        );

    private (object, Func<object>) Dutch() =>
        (
            Enterprise("Coöperatie Dorpshuis Wierden U.A.", "Een coöperatie", "Wierden", "NL"),
            () =>
                Offer(
                    "Het dorpshuis van ons samen",
                    "Het dorpshuis staat leeg. Lukt dit, dan kopen we het samen en zijn er weer repetities, kaartavonden en "
                        + "eten voor wie alleen is.",
                    "EUR",
                    (0, 4_000_000, 4_000_000),
                    (1_000, 250_000)
                )
        );

    private static object Enterprise(string name, string legalForm, string place, string country) =>
        new
        {
            name,
            legalForm,
            country,
            registryNumber = "99417",
            address = $"2 Mill Row, {place}",
            place,
            currency = country == "NL" ? "EUR" : "GBP",
            timeZone = country == "NL" ? "Europe/Amsterdam" : "Europe/London",
            ink = country == "NL" ? "plum" : "bottle",
            drawing = country == "NL" ? "hall" : "shop",
            office = "chair",
            isResident = true,
        };

    private object Offer(
        string title,
        string purpose,
        string currency,
        (long Minimum, long Optimum, long Maximum) targets,
        (long Least, long Most) perHolder
    ) =>
        new
        {
            newClass = new
            {
                parValueMinor = 100,
                currency,
                interestCapPpm = 30_000,
                interestStartsAfterYears = 3,
                holderMayReinvest = true,
            },
            title,
            purpose,
            terms = new
            {
                minimumTargetMinor = targets.Minimum,
                optimumTargetMinor = targets.Optimum,
                maximumTargetMinor = targets.Maximum,
                opensOn = Clock.Today,
                closesOn = Clock.Today.AddDays(40),
                minimumPerHolderMinor = perHolder.Least,
                maximumPerHolderMinor = perHolder.Most,
                maximumPerOrganisationMinor = perHolder.Most,
                reflectionDays = 14,
                extendable = false,
            },
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Real time, some days ahead where a test has let days pass.</summary>
internal sealed class TownClock : TimeProvider
{
    private TimeSpan ahead;

    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Move(TimeSpan by) => ahead += by;
}
