namespace SocialShares.Features.Bonds;

/// <summary>What a holder has in one series of bonds; amounts in minor units.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Code">Its short name.</param>
/// <param name="Units">Bonds held now.</param>
/// <param name="NominalMinor">Nominal value of one bond.</param>
/// <param name="RatePpm">Rate a year today, parts per million.</param>
/// <param name="OutstandingMinor">Principal that is still to come back.</param>
/// <param name="InterestMinor">Interest paid so far, after tax.</param>
/// <param name="RepaidMinor">Principal paid back so far.</param>
/// <param name="MaturesOn">The day of the last payment.</param>
/// <param name="NextOn">The day of the next payment; null after the last.</param>
/// <param name="NextMinor">What it brings on the bonds held now.</param>
/// <param name="ArrearsMinor">What was due before today and was not paid; it stays due.</param>
/// <param name="ArrearsSince">The oldest day of it; null when there is none.</param>
/// <param name="ArrearsPayments">How many payments it is.</param>
public sealed record BondHeld(
    BondSeriesId SeriesId,
    string Code,
    long Units,
    long NominalMinor,
    int RatePpm,
    long OutstandingMinor,
    long InterestMinor,
    long RepaidMinor,
    DateOnly MaturesOn,
    DateOnly? NextOn,
    long NextMinor,
    long ArrearsMinor,
    DateOnly? ArrearsSince,
    int ArrearsPayments
);
