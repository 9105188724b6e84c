namespace SocialShares.Domain;

/// <summary>
/// The periods and payment dates that <see cref="ScheduleTerms"/> give. Every date is counted from one anchor (so many
/// tenors from it, the day cut to the month's length) and never from the date before, so a 31st comes back after a
/// shorter month. Periods follow each other without a gap from start to end.
/// </summary>
public static class PaymentSchedule
{
    /// <summary>The interest periods in order, in dates that are not moved to business days; one or more.</summary>
    /// <exception cref="Refused">The terms contradict each other, see <see cref="ScheduleTerms.Check"/>.</exception>
    public static IReadOnlyList<SchedulePeriod> Unadjusted(ScheduleTerms terms)
    {
        terms.Check();
        var from = terms.First ?? terms.Start;
        var until = terms.NextToLast ?? terms.End;
        var anchor = terms.Direction == ScheduleDirection.Forward ? from : until;
        var rollDay = RollDay(anchor, terms.EndOfMonth);

        var periods = new List<SchedulePeriod>();
        if (terms.First is { } first)
            periods.Add(CountedBack(terms.Start, first, terms.TenorMonths, SameOrOwn(first)));
        if (terms.Direction == ScheduleDirection.Forward)
            periods.AddRange(Forward(from, until, terms.TenorMonths, rollDay));
        else
            periods.AddRange(Backward(from, until, terms.TenorMonths, rollDay).Reverse());
        if (terms.NextToLast is { } last)
            periods.Add(CountedOn(last, terms.End, terms.TenorMonths, SameOrOwn(last)));
        return periods;

        // A named date that the count reaches too is rolled as the count is; another has a day of its own.
        int SameOrOwn(DateOnly named) =>
            RollDays.Roll(named, 0, rollDay) == named ? rollDay : RollDay(named, terms.EndOfMonth);
    }

    /// <summary>
    /// One period whatever its length: a bond that pays once, at its end, or one too short for a regular period beside an
    /// odd one. Its notional periods are counted back from the end.
    /// </summary>
    /// <param name="start">First day.</param>
    /// <param name="end">The day after the last one.</param>
    /// <param name="tenorMonths">Months of a notional period.</param>
    /// <exception cref="Refused"><c>schedule.end</c></exception>
    public static SchedulePeriod OnePeriod(DateOnly start, DateOnly end, int tenorMonths)
    {
        Terms.Require(end > start, "schedule.end", "maturesOn");
        return CountedBack(start, end, tenorMonths, end.Day);
    }

    /// <summary>
    /// The dates of the schedule, start and end included, moved to business days: one more than there are periods. A
    /// date that is a month's end by <see cref="ScheduleTerms.EndOfMonth"/> goes to the last business day of its month,
    /// whichever way <paramref name="rule"/> points: a month-end payment is made at the month's end.
    /// </summary>
    /// <param name="rule">For all dates but the last.</param>
    /// <param name="lastRule">For the last date, the maturity.</param>
    /// <returns>
    /// In order. Each date is moved by itself, so about a stub of a few days two can become the same day, or change
    /// places where their rules point different ways.
    /// </returns>
    public static IReadOnlyList<DateOnly> Dates(
        ScheduleTerms terms,
        HolidayCalendar calendar,
        BusinessDayRule rule,
        BusinessDayRule lastRule
    )
    {
        var periods = Unadjusted(terms);
        var dates = new DateOnly[periods.Count + 1];
        for (var i = 0; i < periods.Count; i++)
            dates[i] = Moved(periods[i].Start, periods[i].RollDay, rule);
        dates[^1] = Moved(terms.End, periods[^1].RollDay, lastRule);
        return dates;

        DateOnly Moved(DateOnly date, int rollDay, BusinessDayRule by)
        {
            var monthEnd = terms.EndOfMonth && rollDay == RollDays.MonthEnd && RollDays.IsMonthEnd(date);
            var kept = monthEnd && by != BusinessDayRule.Unadjusted ? BusinessDayRule.Preceding : by;
            return calendar.Adjust(date, kept);
        }
    }

    private static int RollDay(DateOnly anchor, bool endOfMonth) =>
        endOfMonth && RollDays.IsMonthEnd(anchor) ? RollDays.MonthEnd : anchor.Day;

    private static IEnumerable<SchedulePeriod> Forward(DateOnly from, DateOnly until, int tenor, int rollDay)
    {
        var start = from;
        for (var months = tenor; start < until; months += tenor)
        {
            var end = RollDays.Roll(from, months, rollDay);
            yield return new(start, end < until ? end : until, end <= until, start, end, rollDay);
            start = end;
        }
    }

    // The last period comes first.
    private static IEnumerable<SchedulePeriod> Backward(DateOnly from, DateOnly until, int tenor, int rollDay)
    {
        var end = until;
        for (var months = tenor; end > from; months += tenor)
        {
            var start = RollDays.Roll(until, -months, rollDay);
            yield return new(start > from ? start : from, end, start >= from, start, end, rollDay);
            end = start;
        }
    }

    private static SchedulePeriod CountedBack(DateOnly start, DateOnly end, int tenor, int rollDay)
    {
        var reference = RollDays.Roll(end, -tenor, rollDay);
        return new(start, end, reference == start, reference, end, rollDay);
    }

    private static SchedulePeriod CountedOn(DateOnly start, DateOnly end, int tenor, int rollDay)
    {
        var reference = RollDays.Roll(start, tenor, rollDay);
        return new(start, end, reference == end, start, reference, rollDay);
    }
}
