namespace SocialShares.Domain;

/// <summary>The arithmetic of day counts. All intervals are half-open: the end date does not count.</summary>
public static class DayCounts
{
    private const int DaysInBankYear = 360;
    private const int DaysInYear = 365;
    private const int DaysInLeapYear = 366;

    private static readonly Dictionary<string, DayCount> ByMarketName = Enum.GetValues<DayCount>()
        .ToDictionary(d => Plain(d.MarketName()));

    /// <summary>The name on the market, for example <c>30E/360</c>.</summary>
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
            _ => throw new InvariantBroken($"day count {dayCount} is not known"),
        };

    /// <summary>Reads a name of the market, whatever its case and blanks.</summary>
    public static bool TryParse(string? marketName, out DayCount dayCount) =>
        ByMarketName.TryGetValue(Plain(marketName ?? ""), out dayCount);

    /// <summary>Days between two dates as the convention counts them.</summary>
    /// <param name="dayCount">The convention.</param>
    /// <param name="start">First day.</param>
    /// <param name="end">The day after the last one, not before <paramref name="start"/>.</param>
    /// <param name="maturity">The day of maturity; only 30E/360 ISDA asks for it.</param>
    public static int Days(this DayCount dayCount, DateOnly start, DateOnly end, DateOnly? maturity = null)
    {
        Invariant.Holds(start <= end, "an interval ends before it starts");
        return dayCount switch
        {
            DayCount.Thirty360European => Thirty(start, end, Math.Min(start.Day, 30), Math.Min(end.Day, 30)),
            DayCount.Thirty360Isda => Thirty(
                start,
                end,
                IsMonthEnd(start) ? 30 : start.Day,
                end.Day == 31 || (IsFebruaryEnd(end) && end != maturity) ? 30 : end.Day
            ),
            DayCount.Thirty360Us => ThirtyUs(start, end),
            DayCount.Thirty360BondBasis => Thirty(
                start,
                end,
                Math.Min(start.Day, 30),
                end.Day == 31 && start.Day >= 30 ? 30 : end.Day
            ),
            _ => end.DayNumber - start.DayNumber,
        };
    }

    /// <summary>The part of a year between two dates, exactly.</summary>
    /// <param name="dayCount">The convention.</param>
    /// <param name="start">First day.</param>
    /// <param name="end">The day after the last one, not before <paramref name="start"/>.</param>
    /// <param name="reference">The regular coupon period that the days lie in; only ACT/ACT ICMA asks for it.</param>
    /// <param name="maturity">The day of maturity; only 30E/360 ISDA asks for it.</param>
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
            DayCount.Actual365Fixed => YearFraction.Of(days, DaysInYear),
            DayCount.ActualActualIsda => Isda(start, end),
            DayCount.ActualActualIcma => Icma(days, reference),
            // Two dates in February can be nearer than the 30 days that they count as; never less than nothing.
            _ => YearFraction.Of(Math.Max(0, days), DaysInBankYear),
        };
    }

    private static int Thirty(DateOnly start, DateOnly end, int startDay, int endDay) =>
        DaysInBankYear * (end.Year - start.Year) + 30 * (end.Month - start.Month) + endDay - startDay;

    // In this order: February first, so that its last day counts as the 30th when the rule of the 31st is asked.
    private static int ThirtyUs(DateOnly start, DateOnly end)
    {
        var (from, until) = (start.Day, end.Day);
        if (IsFebruaryEnd(start) && IsFebruaryEnd(end))
            until = 30;
        if (IsFebruaryEnd(start))
            from = 30;
        if (until == 31 && from >= 30)
            until = 30;
        return Thirty(start, end, Math.Min(from, 30), until);
    }

    private static YearFraction Isda(DateOnly start, DateOnly end)
    {
        var (leap, other) = (0, 0);
        for (var year = start.Year; year <= end.Year; year++)
        {
            var from = year == start.Year ? start.DayNumber : new DateOnly(year, 1, 1).DayNumber;
            var until = year == end.Year ? end.DayNumber : new DateOnly(year, 12, 31).DayNumber + 1;
            if (DateTime.IsLeapYear(year))
                leap += until - from;
            else
                other += until - from;
        }
        return YearFraction.Of(leap, DaysInLeapYear) + YearFraction.Of(other, DaysInYear);
    }

    private static YearFraction Icma(int days, ReferencePeriod? reference)
    {
        if (reference is not { } period)
            throw new InvariantBroken("ACT/ACT ICMA is asked without a coupon period");
        return YearFraction.Of(days, (long)period.PeriodsPerYear * (period.End.DayNumber - period.Start.DayNumber));
    }

    private static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    private static bool IsFebruaryEnd(DateOnly day) => day.Month == 2 && IsMonthEnd(day);

    private static string Plain(string name) => name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
