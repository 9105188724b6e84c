namespace SocialShares.Domain;

/// <summary>
/// Share interest of a period: the capped cost of share capital that a board declares.
/// <c>interest = unit-days x par x rate / days in year</c>; the total is rounded once, half to even, and divided
/// among the holders by largest remainder over their unit-days, so that the lines add up to it to the cent.
/// </summary>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day, included; at most a year after the first.</param>
/// <param name="Rate">Rate a year.</param>
/// <param name="ParValueMinor">Par value of one unit, minor units.</param>
public sealed record ShareInterest(DateOnly From, DateOnly Until, Rate Rate, long ParValueMinor)
{
    /// <summary>Days in the year that begins on the first day of the period: 365 or 366.</summary>
    public int DaysInYear => From.AddYears(1).DayNumber - From.DayNumber;

    /// <summary>The declared total for all holders' unit-days together, minor units.</summary>
    public long Total(Int128 unitDays) => TotalOfValue(unitDays * ParValueMinor);

    /// <summary>The same where the class was written down within the period: unit-days times the par of their days.</summary>
    public long TotalOfValue(Int128 valueDays) =>
        Rounding.HalfToEven.Divide(valueDays * Rate.Ppm, (Int128)DaysInYear * SocialShares.Domain.Rate.Whole);

    /// <summary>Each holder's part of the total, by unit-days times the par of their days.</summary>
    public long[] LinesOfValue(IReadOnlyList<Int128> valueDays)
    {
        Int128 all = 0;
        foreach (var days in valueDays)
            all += days;
        return Split.ByLargestRemainder(TotalOfValue(all), valueDays);
    }

    /// <summary>Each holder's part of the total, in the order of the list (holders by number).</summary>
    public long[] Lines(IReadOnlyList<Int128> unitDays)
    {
        Int128 all = 0;
        foreach (var days in unitDays)
            all += days;
        return Split.ByLargestRemainder(Total(all), unitDays);
    }
}
