namespace SocialShares.Domain;

/// <summary>What a movement of the balance is, in our words.</summary>
public enum ProviderMovementKind
{
    /// <summary>An applicant paid.</summary>
    Payment,

    /// <summary>Money went back to an applicant.</summary>
    Refund,

    /// <summary>A refund that was paid came back into the balance.</summary>
    RefundCameBack,

    /// <summary>Money went to an enterprise.</summary>
    Transfer,

    /// <summary>Money came back from an enterprise.</summary>
    TransferReversal,

    /// <summary>Own money came in.</summary>
    TopUp,

    /// <summary>A dispute took money, or gave it back.</summary>
    Dispute,

    /// <summary>Money of the balance went to, or came back from, the platform's own bank.</summary>
    Payout,

    /// <summary>Anything else, for example a fee of its own.</summary>
    Other,
}

/// <summary>A movement of the platform's balance, as the payment provider lists it.</summary>
/// <param name="Id">The provider's name of the movement.</param>
/// <param name="Kind">In our words.</param>
/// <param name="ProviderType">In the provider's own word.</param>
/// <param name="AmountMinor">Minor units; negative when money leaves.</param>
/// <param name="FeeMinor">What the provider kept of it, minor units.</param>
/// <param name="NetMinor">What it changed the balance by: the amount less the fee.</param>
/// <param name="Currency">Currency of all three.</param>
/// <param name="Source">The provider's name of the charge, refund, transfer or reversal that moved it; null where it has none.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="AvailableAt">When the platform may use it, UTC.</param>
public sealed record MovementFacts(
    string Id,
    ProviderMovementKind Kind,
    string ProviderType,
    long AmountMinor,
    long FeeMinor,
    long NetMinor,
    Currency Currency,
    string? Source,
    DateTime CreatedAt,
    DateTime AvailableAt
);

/// <summary>A movement that was taken in. Taken in once, never changed.</summary>
public sealed class ProviderMovement
{
    private ProviderMovement() { }

    /// <param name="facts">What the provider lists.</param>
    /// <param name="now">When it was taken in, UTC.</param>
    /// <exception cref="InvariantBroken">The net is not the amount less the fee.</exception>
    public ProviderMovement(MovementFacts facts, DateTime now)
    {
        Invariant.Holds(
            facts.NetMinor == facts.AmountMinor - facts.FeeMinor,
            $"movement {facts.Id} is not its amount less its fee"
        );
        (Id, Kind, ProviderType, Source) = (facts.Id, facts.Kind, facts.ProviderType, facts.Source);
        (AmountMinor, FeeMinor, NetMinor) = (facts.AmountMinor, facts.FeeMinor, facts.NetMinor);
        (Currency, CreatedAt, AvailableAt) = (facts.Currency, facts.CreatedAt, facts.AvailableAt);
        TakenInAt = now;
    }

    /// <summary>The provider's name of it.</summary>
    public string Id { get; private set; } = "";

    /// <summary>In our words.</summary>
    public ProviderMovementKind Kind { get; private set; }

    /// <summary>In the provider's own word.</summary>
    public string ProviderType { get; private set; } = "";

    /// <summary>Minor units; negative when money leaves.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>What the provider kept of it, minor units.</summary>
    public long FeeMinor { get; private set; }

    /// <summary>What it changed the balance by, minor units.</summary>
    public long NetMinor { get; private set; }

    /// <summary>Currency of the three.</summary>
    public Currency Currency { get; private set; }

    /// <summary>The provider's name of what moved it.</summary>
    public string? Source { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the platform may use it, UTC.</summary>
    public DateTime AvailableAt { get; private set; }

    /// <summary>When it was taken in, UTC.</summary>
    public DateTime TakenInAt { get; private set; }
}

/// <summary>A movement and the journal entry that booked it agree; once found, for good, because neither ever changes.</summary>
public sealed class MovementMatch
{
    private MovementMatch() { }

    /// <param name="movementId">The movement.</param>
    /// <param name="entryId">The entry; one entry books one movement.</param>
    /// <param name="now">When it was found, UTC.</param>
    public MovementMatch(string movementId, JournalEntryId entryId, DateTime now) =>
        (MovementId, EntryId, FoundAt) = (movementId, entryId, now);

    /// <summary>The movement.</summary>
    public string MovementId { get; private set; } = "";

    /// <summary>The entry that booked it.</summary>
    public JournalEntryId EntryId { get; private set; }

    /// <summary>When it was found, UTC.</summary>
    public DateTime FoundAt { get; private set; }
}
