namespace SocialShares.Domain;

/// <summary>
/// Generates schedules. Each date is counted from the anchor (the start or the end, or the first or next-to-last date
/// where one is given), never from the date before it: monthly from 31 January gives 28 February and 31 March.
/// </summary>
public static class PaymentSchedule
{
    /// <summary>The periods, in order: the first begins at the start, the last ends at the end; no gaps, none empty.</summary>
    /// <exception cref="Refused">Codes <c>schedule.*</c>.</exception>
    public static IReadOnlyList<SchedulePeriod> Unadjusted(ScheduleTerms terms)
    {
        terms.Check();
        if (terms.IsOnePeriod)
            return [new SchedulePeriod(terms.Start, terms.End, false, IsCountedBack: false, terms.EndOfMonth)];
        var dates = terms.Direction == ScheduleDirection.Forward ? Forward(terms) : Backward(terms);
        var periods = new SchedulePeriod[dates.Count - 1];
        for (var i = 0; i < periods.Length; i++)
            periods[i] = Period(terms, dates, i);
        return periods;
    }

    /// <summary>The dates of a schedule moved to days on which banks pay, both ends included.</summary>
    /// <param name="terms">What they follow from.</param>
    /// <param name="calendar">Whose holidays.</param>
    /// <param name="rule">Where dates go that fall on one.</param>
    /// <param name="lastRule">The same for the last date.</param>
    /// <remarks>Dates that keep to month ends go to the last business day of their month, whatever the rule, as long as it
    /// moves dates at all: that is what a payment at the end of a month means.</remarks>
    public static IReadOnlyList<DateOnly> Dates(
        ScheduleTerms terms,
        HolidayCalendar calendar,
        BusinessDayRule rule,
        BusinessDayRule lastRule
    )
    {
        var periods = Unadjusted(terms);
        var dates = new List<DateOnly>(periods.Count + 1) { Adjust(terms.Start, rule) };
        for (var i = 0; i < periods.Count; i++)
            dates.Add(Adjust(periods[i].End, i == periods.Count - 1 ? lastRule : rule));
        return dates;

        DateOnly Adjust(DateOnly date, BusinessDayRule by) =>
            terms.EndOfMonth && by != BusinessDayRule.Unadjusted && IsMonthEnd(date)
                ? calendar.Adjust(date, BusinessDayRule.Preceding)
                : calendar.Adjust(date, by);
    }

    /// <summary>A date some months from an anchor: the same day, cut off by the month's length, or a month end from a month end.</summary>
    internal static DateOnly Step(DateOnly anchor, int months, bool endOfMonth)
    {
        var date = anchor.AddMonths(months);
        return endOfMonth && IsMonthEnd(anchor)
            ? new DateOnly(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month))
            : date;
    }

    private static List<DateOnly> Forward(ScheduleTerms terms)
    {
        var dates = new List<DateOnly> { terms.Start };
        var anchor = terms.First ?? terms.Start;
        if (terms.First is { } first)
            dates.Add(first);
        var limit = terms.NextToLast ?? terms.End;
        for (var k = 1; Step(anchor, k * terms.TenorMonths, terms.EndOfMonth) is var date && date < limit; k++)
            dates.Add(date);
        if (terms.NextToLast is { } last && dates[^1] < last)
            dates.Add(last);
        dates.Add(terms.End);
        return dates;
    }

    private static List<DateOnly> Backward(ScheduleTerms terms)
    {
        var dates = new List<DateOnly> { terms.End };
        var anchor = terms.NextToLast ?? terms.End;
        if (terms.NextToLast is { } last)
            dates.Add(last);
        var limit = terms.First ?? terms.Start;
        for (var k = 1; Step(anchor, -k * terms.TenorMonths, terms.EndOfMonth) is var date && date > limit; k++)
            dates.Add(date);
        if (terms.First is { } first && dates[^1] > first)
            dates.Add(first);
        dates.Add(terms.Start);
        dates.Reverse();
        return dates;
    }

    // Regular: exactly one tenor, seen from either end, because a short month cuts off the day on one of them.
    private static SchedulePeriod Period(ScheduleTerms terms, List<DateOnly> dates, int i)
    {
        var (start, end, months) = (dates[i], dates[i + 1], terms.TenorMonths);
        var isFirst = i == 0 && (terms.Direction == ScheduleDirection.Backward || terms.First is not null);
        var isLast =
            i == dates.Count - 2 && (terms.Direction == ScheduleDirection.Forward || terms.NextToLast is not null);
        var isRegular =
            !(isFirst || isLast)
            || Step(start, months, terms.EndOfMonth) == end
            || Step(end, -months, terms.EndOfMonth) == start;
        return new SchedulePeriod(start, end, isRegular, IsCountedBack: isFirst, terms.EndOfMonth);
    }

    private static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
}
