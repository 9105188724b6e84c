namespace SocialShares.Domain;

/// <summary>What each <see cref="DayCount"/> is called and what it counts.</summary>
public static class DayCounts
{
    private static readonly DayCount[] All = Enum.GetValues<DayCount>();

    /// <summary>The name that term sheets use, for example <c>30E/360</c>.</summary>
    public static string MarketName(this DayCount dayCount) =>
        dayCount switch
        {
            DayCount.Thirty360European => "30E/360",
            DayCount.Thirty360Isda => "30E/360 ISDA",
            DayCount.Thirty360Us => "30/360 US",
            DayCount.Thirty360BondBasis => "30/360",
            DayCount.Actual365Fixed => "ACT/365F",
            DayCount.Actual360 => "ACT/360",
            DayCount.ActualActualIsda => "ACT/ACT ISDA",
            DayCount.ActualActualIcma => "ACT/ACT ICMA",
            _ => throw Unknown(dayCount),
        };

    /// <summary>Reads a market name; case and spaces do not matter.</summary>
    /// <returns>Is it a name that <see cref="MarketName"/> gives?</returns>
    public static bool TryParse(string? marketName, out DayCount dayCount)
    {
        var wanted = Tight(marketName ?? "");
        foreach (var known in All)
            if (string.Equals(Tight(known.MarketName()), wanted, StringComparison.OrdinalIgnoreCase))
            {
                dayCount = known;
                return true;
            }
        dayCount = default;
        return false;
    }

    /// <summary>Days of [start, end) as the rule counts them; zero or more.</summary>
    /// <param name="maturity">The bond's maturity. Only 30E/360 ISDA asks for it.</param>
    /// <exception cref="InvariantBroken">The end is before the start.</exception>
    public static int Days(this DayCount dayCount, DateOnly start, DateOnly end, DateOnly? maturity = null)
    {
        Invariant.Holds(start <= end, "a period ends before it starts");
        return dayCount switch
        {
            DayCount.Thirty360European => ThirtyDayMonths.European(start, end),
            DayCount.Thirty360Isda => ThirtyDayMonths.Isda(start, end, maturity),
            DayCount.Thirty360Us => ThirtyDayMonths.Us(start, end),
            DayCount.Thirty360BondBasis => ThirtyDayMonths.BondBasis(start, end),
            DayCount.Actual365Fixed or DayCount.Actual360 or DayCount.ActualActualIsda or DayCount.ActualActualIcma =>
                end.DayNumber - start.DayNumber,
            _ => throw Unknown(dayCount),
        };
    }

    /// <summary>The part of a year that [start, end) is, exactly.</summary>
    /// <param name="reference">The regular period that it lies in. ACT/ACT ICMA needs it, the others do not look at it.</param>
    /// <param name="maturity">The bond's maturity. Only 30E/360 ISDA asks for it.</param>
    /// <exception cref="InvariantBroken">
    /// The end is before the start, or ACT/ACT ICMA without a regular period that holds it.
    /// </exception>
    public static YearFraction Between(
        this DayCount dayCount,
        DateOnly start,
        DateOnly end,
        ReferencePeriod? reference = null,
        DateOnly? maturity = null
    )
    {
        var days = dayCount.Days(start, end, maturity);
        return dayCount switch
        {
            DayCount.Actual365Fixed => YearFraction.Of(days, 365),
            DayCount.ActualActualIsda => YearByYear(start, end),
            DayCount.ActualActualIcma => WithinRegular(start, end, reference),
            _ => YearFraction.Of(days, 360),
        };
    }

    // In units of 1/(365 x 366) year a day of a leap year counts 365, a day of another year 366, and every year is whole.
    private static YearFraction YearByYear(DateOnly start, DateOnly end)
    {
        const long whole = 365 * 366;
        var years = end.Year - start.Year;
        return YearFraction.Of(years * whole + Elapsed(end) - Elapsed(start), whole);

        // Since 1 January of the date's own year.
        static long Elapsed(DateOnly date) => (date.DayOfYear - 1) * (DateTime.IsLeapYear(date.Year) ? 365L : 366L);
    }

    private static YearFraction WithinRegular(DateOnly start, DateOnly end, ReferencePeriod? reference)
    {
        Invariant.Holds(reference is not null, "ACT/ACT ICMA needs the regular period that the days lie in");
        var regular = reference.GetValueOrDefault();
        Invariant.Holds(regular.PeriodsPerYear > 0, "a year has at least one regular period");
        Invariant.Holds(regular.Start <= start && end <= regular.End, "the days lie outside the regular period");
        return YearFraction.Of(
            end.DayNumber - start.DayNumber,
            (long)regular.PeriodsPerYear * (regular.End.DayNumber - regular.Start.DayNumber)
        );
    }

    private static string Tight(string name) => string.Concat(name.Where(sign => !char.IsWhiteSpace(sign)));

    private static InvariantBroken Unknown(DayCount dayCount) => new($"day count {dayCount} is not known");
}
