namespace SocialShares.Features.Bonds;

/// <summary>A decision to redeem early.</summary>
/// <param name="Id">The decision.</param>
/// <param name="PeriodNo">The period at whose end it is paid.</param>
/// <param name="Kind">Whose wish it is, and which bonds it takes.</param>
/// <param name="Units">Bonds; 0 means all.</param>
/// <param name="Holder">Who asked; null when the issuer decided.</param>
/// <param name="DecidedBy">Who recorded it.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="WithdrawnAt">When it was taken back, UTC; null when it was not.</param>
/// <param name="SeedHash">SHA-256 of the seed of the draw, known from the start.</param>
/// <param name="Seed">The seed, once bonds were drawn with it.</param>
public sealed record EarlyRedemptionRow(
    EarlyRedemptionId Id,
    int PeriodNo,
    EarlyRedemptionKind Kind,
    long Units,
    string? Holder,
    string DecidedBy,
    DateTime DecidedAt,
    DateTime? WithdrawnAt,
    string SeedHash,
    string? Seed
);

/// <summary>A transfer of bonds.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="On">Its day.</param>
/// <param name="FromNumber">The giver's number in the register.</param>
/// <param name="From">The giver.</param>
/// <param name="ToNumber">The receiver's number.</param>
/// <param name="To">The receiver.</param>
/// <param name="Units">Bonds.</param>
/// <param name="AccruedMinor">Interest that had accrued on them, minor units.</param>
/// <param name="Reason">What it rests on.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record BondTransferRow(
    BondTransferId Id,
    DateOnly On,
    int FromNumber,
    string From,
    int ToNumber,
    string To,
    long Units,
    long AccruedMinor,
    string Reason,
    string RecordedBy,
    DateTime RecordedAt
);
