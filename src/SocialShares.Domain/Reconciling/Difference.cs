namespace SocialShares.Domain;

/// <summary>What kind of difference there is between the provider's list and our ledger.</summary>
public enum DifferenceKind
{
    /// <summary>The provider moved money that nobody booked.</summary>
    NotBooked,

    /// <summary>The provider paid out of the balance, or took a payout back, and nobody booked it.</summary>
    Payout,

    /// <summary>Both have it, with other amounts.</summary>
    Amount,

    /// <summary>Both have the payment with the same amount and another fee.</summary>
    Fee,

    /// <summary>We booked what the provider does not list a day later.</summary>
    NotAtProvider,
}

/// <summary>Where a difference stands.</summary>
public enum DifferenceState
{
    /// <summary>Somebody must look.</summary>
    Open,

    /// <summary>An administrator wrote down why it is right that they differ.</summary>
    Explained,

    /// <summary>A later reconciliation found that they agree.</summary>
    Resolved,
}

/// <summary>
/// One difference that reconciliation found: open until a later one agrees or an administrator explains it. Never
/// deleted; one that comes again after it was resolved is another item.
/// </summary>
public sealed class Difference
{
    /// <summary>Most characters of an explanation.</summary>
    public const int LongestExplanation = 1000;

    private Difference() { }

    /// <param name="id">Identity.</param>
    /// <param name="no">Counts from 1 how often this has been found of this subject.</param>
    /// <param name="finding">What does not agree.</param>
    /// <param name="about">The movement or the entry, or both.</param>
    /// <param name="currency">Currency of both figures.</param>
    /// <param name="now">When it was found, UTC.</param>
    public Difference(
        DifferenceId id,
        int no,
        Finding finding,
        DifferenceSubject about,
        Currency currency,
        DateTime now
    )
    {
        (Id, No, Kind, Subject, FoundAt, Currency) = (id, no, finding.Kind, about.Name, now, currency);
        (MovementId, EntryId) = (about.MovementId, about.EntryId);
        (OursMinor, TheirsMinor) = (finding.OursMinor, finding.TheirsMinor);
    }

    /// <summary>Identity.</summary>
    public DifferenceId Id { get; private set; }

    /// <summary>What kind.</summary>
    public DifferenceKind Kind { get; private set; }

    /// <summary>The provider's name of the movement, or of an entry without one: its id.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Counts from 1 how often this kind has been found of this subject.</summary>
    public int No { get; private set; }

    /// <summary>The movement; null when the provider has none.</summary>
    public string? MovementId { get; private set; }

    /// <summary>The entry; null when there is none.</summary>
    public JournalEntryId? EntryId { get; private set; }

    /// <summary>Currency of both figures.</summary>
    public Currency Currency { get; private set; }

    /// <summary>What our ledger has, minor units.</summary>
    public long OursMinor { get; private set; }

    /// <summary>What the provider lists, minor units.</summary>
    public long TheirsMinor { get; private set; }

    /// <summary>When it was found, UTC.</summary>
    public DateTime FoundAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public DifferenceState State { get; private set; }

    /// <summary>When they were found to agree, UTC; null before.</summary>
    public DateTime? ResolvedAt { get; private set; }

    /// <summary>Who explained it.</summary>
    public PersonId? ExplainedBy { get; private set; }

    /// <summary>Their name.</summary>
    public string? ExplainedByName { get; private set; }

    /// <summary>When it was explained, UTC.</summary>
    public DateTime? ExplainedAt { get; private set; }

    /// <summary>Why it is right that they differ.</summary>
    public string? Explanation { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>They agree now.</summary>
    public void Agree(DateTime now)
    {
        Invariant.Holds(State != DifferenceState.Resolved, "a difference is resolved once");
        (State, ResolvedAt) = (DifferenceState.Resolved, now);
        Version++;
    }

    /// <summary>Somebody looked and writes down why it is right that they differ; a better reason may replace a reason.</summary>
    /// <exception cref="Refused"><c>difference.resolved</c>: they agree by now.</exception>
    public void Explain(string reason, Signature by)
    {
        if (State == DifferenceState.Resolved)
            throw new Refused("difference.resolved");
        State = DifferenceState.Explained;
        (ExplainedBy, ExplainedByName, ExplainedAt, Explanation) = (by.PersonId, by.Name, by.At, reason.Trim());
        Version++;
    }
}

/// <summary>What a difference is about.</summary>
/// <param name="MovementId">The movement; null when the provider has none.</param>
/// <param name="EntryId">The entry; null when there is none.</param>
public readonly record struct DifferenceSubject(string? MovementId, JournalEntryId? EntryId)
{
    /// <summary>By what it is known.</summary>
    public string Name => MovementId ?? $"entry {EntryId}";
}
