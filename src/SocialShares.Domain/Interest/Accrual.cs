namespace SocialShares.Domain;

/// <summary>The part of a year of some days within a period of a schedule, stubs included.</summary>
public static class Accrual
{
    /// <summary>
    /// Under ACT/ACT ICMA an odd period is cut at the regular dates that it would have had ("notional periods"), and each
    /// piece counts by the length of its own; the other conventions only see the dates.
    /// </summary>
    /// <param name="dayCount">The convention.</param>
    /// <param name="period">The period.</param>
    /// <param name="from">First day, within it.</param>
    /// <param name="until">The day after the last one, within it.</param>
    /// <param name="tenorMonths">Months of a regular period.</param>
    /// <param name="maturity">The day of maturity.</param>
    public static YearFraction Accrued(
        this DayCount dayCount,
        SchedulePeriod period,
        DateOnly from,
        DateOnly until,
        int tenorMonths,
        DateOnly maturity
    )
    {
        Invariant.Holds(from >= period.Start && until <= period.End, "days outside their period");
        if (dayCount != DayCount.ActualActualIcma)
            return dayCount.Between(from, until, null, maturity);
        var perYear = 12 / tenorMonths;
        if (period.IsRegular)
            return dayCount.Between(from, until, new ReferencePeriod(period.Start, period.End, perYear));
        var sum = YearFraction.None;
        foreach (var notional in Notional(period, tenorMonths, perYear))
        {
            var (a, b) = (Later(from, notional.Start), Earlier(until, notional.End));
            if (a < b)
                sum += dayCount.Between(a, b, notional);
        }
        return sum;
    }

    private static IEnumerable<ReferencePeriod> Notional(SchedulePeriod period, int months, int perYear)
    {
        var (anchor, sign) = period.IsCountedBack ? (period.End, -1) : (period.Start, 1);
        for (var k = 0; ; k++)
        {
            var near = PaymentSchedule.Step(anchor, sign * k * months, period.EndOfMonth);
            var far = PaymentSchedule.Step(anchor, sign * (k + 1) * months, period.EndOfMonth);
            if (period.IsCountedBack ? near <= period.Start : near >= period.End)
                yield break;
            yield return period.IsCountedBack
                ? new ReferencePeriod(far, near, perYear)
                : new ReferencePeriod(near, far, perYear);
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
