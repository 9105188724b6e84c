namespace SocialShares.Domain;

/// <summary>
/// A regular coupon period [start, end), real or notional: the measure of ACT/ACT ICMA for the days that lie in it (ICMA
/// rule 251).
/// </summary>
/// <param name="Start">First day.</param>
/// <param name="End">The day after the last; later than the start.</param>
/// <param name="PeriodsPerYear">How many such periods make a year, 1 to 12.</param>
public readonly record struct ReferencePeriod(DateOnly Start, DateOnly End, int PeriodsPerYear);
