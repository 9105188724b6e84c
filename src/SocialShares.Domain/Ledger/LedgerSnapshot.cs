namespace SocialShares.Domain;

/// <summary>
/// The balances of all accounts at an instant, so that nobody adds up the whole journal again. Made of entries recorded
/// before the cut; the cut lies so far back that no transaction can still add an earlier entry. Never changed.
/// </summary>
public sealed class LedgerSnapshot
{
    /// <summary>So far before now a cut lies at least: no transaction runs as long.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    private LedgerSnapshot() { }

    /// <param name="id">Identity.</param>
    /// <param name="cutAt">Entries recorded before this instant (UTC) are in it.</param>
    /// <param name="entries">How many entries are in it.</param>
    /// <param name="now">When it was taken, UTC.</param>
    /// <exception cref="InvariantBroken">The cut lies too close.</exception>
    public LedgerSnapshot(LedgerSnapshotId id, DateTime cutAt, long entries, DateTime now)
    {
        Invariant.Holds(cutAt <= now - Settled, "a snapshot's cut is not an hour old");
        (Id, CutAt, Entries, TakenAt) = (id, cutAt, entries, now);
    }

    /// <summary>Identity.</summary>
    public LedgerSnapshotId Id { get; private set; }

    /// <summary>Entries recorded before this instant (UTC) are in it.</summary>
    public DateTime CutAt { get; private set; }

    /// <summary>How many entries are in it.</summary>
    public long Entries { get; private set; }

    /// <summary>When it was taken, UTC.</summary>
    public DateTime TakenAt { get; private set; }
}

/// <summary>The balance of one account in a snapshot.</summary>
public sealed class LedgerSnapshotBalance
{
    private LedgerSnapshotBalance() { }

    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="book">Whose book.</param>
    /// <param name="account">The account.</param>
    /// <param name="balance">Its balance; a debit is positive.</param>
    public LedgerSnapshotBalance(LedgerSnapshotId snapshotId, string book, string account, Money balance) =>
        (SnapshotId, Book, Account, Currency, BalanceMinor) = (
            snapshotId,
            book,
            account,
            balance.Currency,
            balance.Minor
        );

    /// <summary>The snapshot.</summary>
    public LedgerSnapshotId SnapshotId { get; private set; }

    /// <summary>Whose book.</summary>
    public string Book { get; private set; } = "";

    /// <summary>The account.</summary>
    public string Account { get; private set; } = "";

    /// <summary>Currency of the balance.</summary>
    public Currency Currency { get; private set; }

    /// <summary>Minor units; a debit is positive. Accounts that came to zero are kept too.</summary>
    public long BalanceMinor { get; private set; }
}

/// <summary>A snapshot compared with adding up all entries before its cut again; one row per currency, never changed.</summary>
public sealed class LedgerSnapshotCheck
{
    private LedgerSnapshotCheck() { }

    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="differsMinor">What all accounts differ by together, without sign, minor units.</param>
    /// <param name="entriesMissed">Entries before the cut that are not in it, or below zero the other way round.</param>
    /// <param name="now">When it was compared, UTC.</param>
    public LedgerSnapshotCheck(
        LedgerSnapshotId snapshotId,
        Currency currency,
        long differsMinor,
        long entriesMissed,
        DateTime now
    ) =>
        (Id, SnapshotId, Currency, DiffersMinor, EntriesMissed, At) = (
            Guid.CreateVersion7(),
            snapshotId,
            currency,
            differsMinor,
            entriesMissed,
            now
        );

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The snapshot.</summary>
    public LedgerSnapshotId SnapshotId { get; private set; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; private set; }

    /// <summary>What all accounts differ by together, minor units.</summary>
    public long DiffersMinor { get; private set; }

    /// <summary>Entries before the cut that are not in the snapshot.</summary>
    public long EntriesMissed { get; private set; }

    /// <summary>When it was compared, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>Identifies a snapshot of the ledger.</summary>
public readonly record struct LedgerSnapshotId(Guid Value) : IId<LedgerSnapshotId>
{
    /// <inheritdoc/>
    public static LedgerSnapshotId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static LedgerSnapshotId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out LedgerSnapshotId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
