namespace SocialShares.Features.Holdings;

/// <summary>What a holder can do, and has asked for.</summary>
/// <param name="Shares">By class.</param>
/// <param name="Transfers">Of this holder as the giver, newest first.</param>
/// <param name="Withdrawals">Newest first.</param>
/// <param name="Nomination">Who receives on death.</param>
/// <param name="DiedOn">Day of the holder's death; null for the living.</param>
public sealed record HoldingChoices(
    IReadOnlyList<SharesHeld> Shares,
    IReadOnlyList<TransferRow> Transfers,
    IReadOnlyList<WithdrawalAsked> Withdrawals,
    NominationStanding Nomination,
    DateOnly? DiedOn
);

/// <summary>Shares of one class, and what can be done with them.</summary>
/// <param name="Id">The class.</param>
/// <param name="Code">Its short name.</param>
/// <param name="ParValueMinor">Value of one share, minor units.</param>
/// <param name="Currency">Currency of that amount.</param>
/// <param name="Holding">The rules of the class.</param>
/// <param name="Units">Shares held.</param>
/// <param name="FreeUnits">Of these, promised to nobody and not asked back.</param>
/// <param name="UnlockedUnits">Of these, past lock-in once the notice of a request made today is over.</param>
/// <param name="PossibleOn">The first day of payment of a request made today.</param>
/// <param name="NextUnlockOn">When the next ones are past lock-in; null: none is locked in.</param>
/// <param name="SuspendedFrom">Since when the board pays nothing back; null when it does.</param>
/// <param name="SuspendedReason">Why.</param>
public sealed record SharesHeld(
    ShareClassId Id,
    string Code,
    long ParValueMinor,
    Currency Currency,
    HoldingTerms Holding,
    long Units,
    long FreeUnits,
    long UnlockedUnits,
    DateOnly PossibleOn,
    DateOnly? NextUnlockOn,
    DateOnly? SuspendedFrom,
    string? SuspendedReason
)
{
    /// <summary>Of these, neither to be passed on nor paid back yet, because a bank can still take back what paid for them.</summary>
    public long HeldUnits { get; init; }

    /// <summary>The last day of that; null while the bank disputes the payment, and where nothing is held.</summary>
    public DateOnly? HeldThrough { get; init; }
}

/// <summary>A request of mine to be paid back.</summary>
/// <param name="Id">The request.</param>
/// <param name="Code">The class.</param>
/// <param name="Units">Shares.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AskedOn">The day of the request.</param>
/// <param name="PossibleOn">The first day on which it can be paid.</param>
/// <param name="Before">Undecided requests that came earlier.</param>
/// <param name="DeclinedReason">Why the board declined.</param>
/// <param name="PaidOn">When the shares left the register.</param>
public sealed record WithdrawalAsked(
    WithdrawalId Id,
    string Code,
    long Units,
    WithdrawalState State,
    DateOnly AskedOn,
    DateOnly PossibleOn,
    int Before,
    string? DeclinedReason,
    DateOnly? PaidOn
);
