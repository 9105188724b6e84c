namespace SocialShares.Features.Holdings;

/// <summary>Withdrawals of an enterprise.</summary>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Today">The day it is there.</param>
/// <param name="Classes">Figures of each class.</param>
/// <param name="Queue">Undecided requests, the one that has waited longest first.</param>
/// <param name="Decided">What was decided or taken back, newest first.</param>
public sealed record WithdrawalsRead(
    Currency Currency,
    DateOnly Today,
    IReadOnlyList<ClassWithdrawals> Classes,
    IReadOnlyList<WithdrawalRow> Queue,
    IReadOnlyList<WithdrawalRow> Decided
);

/// <summary>How much of a class may still be paid back.</summary>
/// <param name="Id">The class.</param>
/// <param name="Code">Its short name.</param>
/// <param name="ParValueMinor">Value of one share, minor units.</param>
/// <param name="Holding">Its rules.</param>
/// <param name="Units">Shares now.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="BaseUnits">Shares that the limit is a part of.</param>
/// <param name="DecidedUnits">Approved in the year.</param>
/// <param name="MaximumUnits">The most in the year.</param>
/// <param name="RoomUnits">What is left of it.</param>
/// <param name="SuspendedFrom">Since when nothing is paid back; null when it is.</param>
/// <param name="SuspendedReason">Why.</param>
/// <param name="FirstId">The request whose turn it is; null: none has reached its day.</param>
public sealed record ClassWithdrawals(
    ShareClassId Id,
    string Code,
    long ParValueMinor,
    HoldingTerms Holding,
    long Units,
    int Year,
    long BaseUnits,
    long DecidedUnits,
    long MaximumUnits,
    long RoomUnits,
    DateOnly? SuspendedFrom,
    string? SuspendedReason,
    WithdrawalId? FirstId
);

/// <summary>A request in a list.</summary>
/// <param name="Id">The request.</param>
/// <param name="ShareClassId">The class.</param>
/// <param name="Code">Its short name.</param>
/// <param name="Number">The holder's number in the register.</param>
/// <param name="Name">The holder.</param>
/// <param name="Units">Shares.</param>
/// <param name="AskedAt">When, UTC: the place in the queue.</param>
/// <param name="AskedOn">The day.</param>
/// <param name="PossibleOn">The first day on which it can be paid.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DecidedBy">Who decided for the board.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="DecidedOn">The day.</param>
/// <param name="DeclinedReason">Why not.</param>
/// <param name="PaidOn">When the shares left the register.</param>
public sealed record WithdrawalRow(
    WithdrawalId Id,
    ShareClassId ShareClassId,
    string Code,
    int Number,
    string Name,
    long Units,
    DateTime AskedAt,
    DateOnly AskedOn,
    DateOnly PossibleOn,
    WithdrawalState State,
    string? DecidedBy,
    DateTime? DecidedAt,
    DateOnly? DecidedOn,
    string? DeclinedReason,
    DateOnly? PaidOn
);
