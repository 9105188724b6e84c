using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SocialShares.Data;
using SocialShares.Demo.Api;
using SocialShares.StripeEmulator;

namespace SocialShares.Demo;

/// <summary>How to start the product with the local Stripe beside it.</summary>
public sealed record DemoSettings
{
    /// <summary>Port of the product; 0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>Port of the local Stripe; 0: a free one.</summary>
    public int StripePort { get; init; }

    public DbProvider Provider { get; init; } = DbProvider.Sqlite;

    /// <summary>Connection string; empty with SQLite: files in <see cref="DataFolder"/>.</summary>
    public string Connection { get; init; } = "";

    /// <summary>Where SQLite files live.</summary>
    public string DataFolder { get; init; } = "data/demo";

    /// <summary>What the clock shows at first; the real time when left out.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>More settings of the product, as on its command line.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];
}

/// <summary>The product and the local Stripe, running in this process on one adjustable clock.</summary>
public sealed class DemoHost : IAsyncDisposable
{
    private const string ApiKey = "sk_test_demo";
    private const string WebhookSecret = "whsec_demo";
    private readonly WebApplication product;
    private readonly WebApplication stripe;

    private DemoHost(WebApplication product, WebApplication stripe, AdjustableClock clock)
    {
        (this.product, this.stripe, Clock) = (product, stripe, clock);
        Address = new Uri(product.Urls.First());
        StripeAddress = new Uri(stripe.Urls.First());
    }

    public AdjustableClock Clock { get; }

    /// <summary>Where the product answers.</summary>
    public Uri Address { get; }

    /// <summary>Where the local Stripe answers.</summary>
    public Uri StripeAddress { get; }

    /// <summary>The product's services, for what only the demo may do (making administrators).</summary>
    public IServiceProvider Services => product.Services;

    /// <summary>Starts both; they know each other's addresses.</summary>
    public static async Task<DemoHost> Start(DemoSettings settings, CancellationToken ct = default)
    {
        const int attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryStart(settings, settings.Port == 0 ? FreePort() : settings.Port, ct);
            }
            // Somebody else may take the port between finding and using it.
            catch (IOException) when (settings.Port == 0 && attempt < attempts) { }
        }
    }

    /// <summary>Waits until somebody ends the process.</summary>
    public Task Run(CancellationToken ct) => product.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await product.StopAsync();
        await product.DisposeAsync();
        await stripe.StopAsync();
        await stripe.DisposeAsync();
    }

    private static async Task<DemoHost> TryStart(DemoSettings settings, int port, CancellationToken ct)
    {
        var clock = new AdjustableClock(settings.StartsAt);
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var beside = CreateStripe(settings, address, clock);
        WebApplication? shares = null;
        try
        {
            await beside.StartAsync(ct);
            shares = CreateProduct(Arguments(settings, address, beside.Urls.First()), address, clock);
            await shares.StartAsync(ct);
            return new DemoHost(shares, beside, clock);
        }
        catch
        {
            if (shares is not null)
                await shares.DisposeAsync();
            await beside.DisposeAsync();
            throw;
        }
    }

    private static WebApplication CreateProduct(string[] arguments, string address, AdjustableClock clock)
    {
        var app = SocialSharesHost.Create(
            arguments,
            b =>
            {
                b.WebHost.UseUrls(address);
                b.Services.AddSingleton<TimeProvider>(clock);
            }
        );
        DemoClock.Map(app, clock);
        return app;
    }

    private static WebApplication CreateStripe(DemoSettings settings, string address, AdjustableClock clock) =>
        StripeEmulatorHost.Create(
            [$"--ApiKey={ApiKey}", $"--Webhook:Url={address}/webhooks/stripe", $"--Webhook:Secret={WebhookSecret}"],
            b =>
            {
                b.WebHost.UseUrls(
                    string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{settings.StripePort}")
                );
                b.Services.AddSingleton<TimeProvider>(clock);
                b.Logging.SetMinimumLevel(LogLevel.Warning);
            }
        );

    private static string[] Arguments(DemoSettings settings, string address, string stripe) =>
        [
            $"--Db:Provider={settings.Provider}",
            $"--Db:ConnectionString={settings.Connection}",
            $"--Db:DataFolder={Path.GetFullPath(settings.DataFolder)}",
            $"--Site:Address={address}",
            $"--Stripe:ApiKey={ApiKey}",
            $"--Stripe:BaseUrl={stripe}",
            $"--Stripe:WebhookSecrets={WebhookSecret}",
            $"--Stripe:CheckoutOrigin={stripe}",
            .. TownBank.Settings,
            "--Jobs:ClockJumps=true",
            // Hundreds of fictional people act from one address within minutes.
            "--Limits:SigningInPerMinute=1000000",
            "--Limits:BuyingPerMinute=1000000",
            "--Limits:WritingPerMinute=1000000",
            "--Limits:DecidingPerMinute=1000000",
            "--Limits:ReckoningPerMinute=1000000",
            "--Logging:LogLevel:Default=Warning",
            // The keys of fictional people's cookies lie unencrypted beside their data: that is no news here.
            "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Error",
            .. settings.Extra,
        ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
