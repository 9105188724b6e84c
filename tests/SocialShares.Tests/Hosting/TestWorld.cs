using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialShares.Data;
using SocialShares.Tests.Databases;

namespace SocialShares.Tests.Hosting;

/// <summary>
/// The product on a real port, a local Stripe on another, one database, and one clock for both. Jobs run when a test
/// asks for them; nothing is ever deleted, so each test brings its own people, enterprises and offers.
/// </summary>
public sealed partial class TestWorld : IAsyncDisposable
{
    internal const string StripeKey = "sk_test_a_secret_of_the_tests";
    internal const string WebhookSecret = "whsec_a_secret_of_the_tests";
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<TestWorld>>> SharedOnes = new();

    private readonly string folder = Directory.CreateTempSubdirectory("shares-world-").FullName;
    private readonly int port = FreePort();
    private readonly string[] settings;
    private WebApplication? product;

    private TestWorld(Engine engine, string connection, string[] settings, DateTimeOffset? startsAt = null)
    {
        (Engine, Connection, this.settings) = (engine, connection, settings);
        Clock = new MovedClock(startsAt ?? new DateTimeOffset(2030, 3, 1, 9, 0, 0, TimeSpan.Zero));
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        Http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            }
        )
        {
            BaseAddress = new Uri(Address, "/api/v1/"),
            Timeout = TimeSpan.FromMinutes(3),
        };
        Nobody = new Person(Http, Guid.Empty, "nobody", "", "", token: null);
    }

    /// <summary>The engine of its database.</summary>
    public Engine Engine { get; }

    /// <summary>How to reach its database.</summary>
    public string Connection { get; }

    /// <summary>Where the product listens.</summary>
    public Uri Address { get; }

    /// <summary>The clock of product and Stripe.</summary>
    public MovedClock Clock { get; }

    /// <summary>All that the product logged.</summary>
    public KeptLog Log { get; } = new();

    /// <summary>The local Stripe.</summary>
    public LocalStripe Stripe { get; private set; } = null!;

    /// <summary>Someone who has not signed in.</summary>
    public Person Nobody { get; }

    /// <summary>The product's services while it runs.</summary>
    public IServiceProvider Services =>
        product?.Services ?? throw new InvalidOperationException("the product does not run");

    internal HttpClient Http { get; }

    /// <summary>The world that ordinary tests of one engine share, one test at a time (collection <see cref="OneWorld"/>).</summary>
    public static Task<TestWorld> Shared(Engine engine) =>
        SharedOnes.GetOrAdd(engine, e => new Lazy<Task<TestWorld>>(() => Task.Run(() => Start(e)))).Value;

    /// <summary>A world of a test's own, for faults and for other settings.</summary>
    /// <param name="engine">The engine of its database.</param>
    /// <param name="settings">More settings, as on the command line: they win.</param>
    public static async Task<TestWorld> Start(Engine engine, params string[] settings) =>
        await StartOn(engine, await Templates.NewDatabase(engine), settings);

    /// <summary>A world on a database that is there already.</summary>
    public static Task<TestWorld> StartOn(Engine engine, string connection, params string[] settings) =>
        Start(new TestWorld(engine, connection, settings));

    private static async Task<TestWorld> Start(TestWorld world)
    {
        world.Stripe = await LocalStripe.Start(
            world.Clock,
            new Uri(world.Address, "/webhooks/stripe").ToString(),
            StripeKey,
            WebhookSecret
        );
        await world.StartProduct();
        return world;
    }

    /// <summary>Starts the product, again on the same port and database when it was stopped.</summary>
    public async Task StartProduct()
    {
        product = SocialSharesHost.Create(Arguments(), Prepare);
        await product.StartAsync();
        await PauseSchedule();
    }

    /// <summary>Stops the product; Stripe and the database go on.</summary>
    public async Task StopProduct()
    {
        if (product is null)
            return;
        await product.StopAsync();
        await product.DisposeAsync();
        product = null;
    }

    /// <summary>Reads or prepares rows as the product sees them, in a context of its own.</summary>
    public async Task<T> InDatabase<T>(Func<SharesDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SharesDb>());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Kill();
        await StopProduct();
        await Stripe.DisposeAsync();
        Http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    internal static async Task EndShared()
    {
        foreach (var world in SharedOnes.Values.Where(w => w.IsValueCreated))
            await (await world.Value).DisposeAsync();
    }

    private string[] Arguments() =>
        [
            "--applicationName=SocialShares",
            $"--urls={Address}",
            $"--Db:Provider={Engine}",
            $"--Db:ConnectionString={Connection}",
            $"--Db:DataFolder={folder}",
            $"--Stripe:ApiKey={StripeKey}",
            $"--Stripe:BaseUrl={Stripe.Address}",
            $"--Stripe:WebhookSecrets={WebhookSecret}",
            $"--Stripe:CheckoutOrigin={Stripe.Address.GetLeftPart(UriPartial.Authority)}",
            $"--Site:Address={Address}",
            "--Jobs:ClockJumps=true",
            "--Limits:SigningInPerMinute=1000000",
            "--Limits:BuyingPerMinute=1000000",
            "--Limits:WritingPerMinute=1000000",
            "--Limits:DecidingPerMinute=1000000",
            "--Limits:ReckoningPerMinute=1000000",
            .. settings,
        ];

    private void Prepare(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        // Tests sign up hundreds of people and live through years: cheap hashes, tokens that outlast the story.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        builder.Services.Configure<BearerTokenOptions>(
            IdentityConstants.BearerScheme,
            o => o.BearerTokenExpiration = TimeSpan.FromDays(365 * 500)
        );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Tests of this collection share one world per engine, one after the other, because they move its clock.</summary>
[CollectionDefinition(nameof(OneWorld))]
public sealed class OneWorld;

/// <summary>Ends the shared worlds with the run.</summary>
public sealed class SharedWorlds : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await TestWorld.EndShared();
}
