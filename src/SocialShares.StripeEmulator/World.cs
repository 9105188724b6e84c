using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace SocialShares.StripeEmulator;

/// <summary>Everything this Stripe knows. One lock guards it; nothing inside waits while holding it.</summary>
internal sealed class World : IDisposable
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private readonly Dictionary<string, StripeObject> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CurrencyBooks> books = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;
    private TimeSpan ahead;

    public World(Subset subset, EmulatorSettings settings, TimeProvider clock, Faults faults)
    {
        this.clock = clock;
        (Subset, Settings) = (subset, settings);
        Webhooks = new Webhooks(this, faults);
        Platform = new Account
        {
            Id = "acct_platform",
            Owner = null!,
            Created = Now,
            Type = "standard",
        };
        Platform.Enable();
        Remember(Platform);
        Webhooks.AddConfigured(settings.Webhook);
        if (settings.Payouts.Automatic)
        {
            PayoutCourse.Schedule(this);
        }
    }

    public Lock Gate { get; } = new();
    public Subset Subset { get; }
    public EmulatorSettings Settings { get; }
    public Account Platform { get; }
    public Webhooks Webhooks { get; }
    public Agenda Agenda { get; } = new();

    /// <summary>The request that events are attributed to, while it runs.</summary>
    public (string? RequestId, string? IdempotencyKey) Cause { get; set; }

    public void Dispose() => Webhooks.Dispose();

    /// <summary>Unix seconds of the test clock: the injected one, and as far ahead as the admin door moved it.</summary>
    public long Now => Moment.ToUnixTimeSeconds();

    public int YearNow => Moment.Year;
    public int MonthNow => Moment.Month;

    /// <summary>What the shop's clock shows: signatures carry this time, or no shop would take them.</summary>
    public long ShopNow => clock.GetUtcNow().ToUnixTimeSeconds();

    private DateTimeOffset Moment => clock.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public static string NewId(string prefix, int length = 24) =>
        $"{prefix}_{RandomNumberGenerator.GetString(Alphabet, length)}";

    public static string NewSecret(string prefix) => $"{prefix}_{RandomNumberGenerator.GetString(Alphabet, 32)}";

    public T Remember<T>(T item)
        where T : StripeObject
    {
        byId.Add(item.Id, item);
        return item;
    }

    public void Forget(StripeObject item) => byId.Remove(item.Id);

    public bool TryFind<T>(string id, [NotNullWhen(true)] out T? item)
        where T : StripeObject
    {
        item = byId.GetValueOrDefault(id) as T;
        return item is not null;
    }

    /// <summary>Both sides of all money in that currency.</summary>
    public CurrencyBooks BooksOf(string currency) =>
        books.TryGetValue(currency, out var found) ? found : books[currency] = new CurrencyBooks();

    public IEnumerable<Account> Accounts => [Platform, .. Platform.Accounts.All];
}
