namespace SocialShares.Domain;

/// <summary>The part of a year that accrues inside a period of a schedule.</summary>
public static class ScheduleAccrual
{
    /// <summary>
    /// The part of a year that [from, until) is, inside one period. ACT/ACT ICMA measures an odd period that is longer than
    /// its tenor by each notional period that it touches (ICMA rule 251); the other rules look at the two dates only.
    /// </summary>
    /// <param name="period">The period that holds both dates.</param>
    /// <param name="from">First day that counts.</param>
    /// <param name="until">The day after the last that counts.</param>
    /// <param name="tenorMonths">Length of a regular period; 12 for a bond that pays at maturity.</param>
    /// <param name="maturity">The bond's maturity, for 30E/360 ISDA.</param>
    /// <exception cref="InvariantBroken">The dates are not in order or not inside the period.</exception>
    public static YearFraction Accrued(
        this DayCount dayCount,
        SchedulePeriod period,
        DateOnly from,
        DateOnly until,
        int tenorMonths,
        DateOnly maturity
    )
    {
        Invariant.Holds(period.Start <= from && until <= period.End, "the days lie outside their period");
        if (dayCount != DayCount.ActualActualIcma)
            return dayCount.Between(from, until, maturity: maturity);
        Invariant.Holds(from <= until, "a period ends before it starts");
        Invariant.Holds(tenorMonths is >= 1 and <= 12, "a tenor is 1 to 12 months");
        return ByNotionalPeriods(period, from, until, tenorMonths);
    }

    // Walks away from the stub's anchored end until all days are counted; a regular or short period is the first step.
    private static YearFraction ByNotionalPeriods(SchedulePeriod period, DateOnly from, DateOnly until, int tenorMonths)
    {
        var total = YearFraction.Zero;
        for (var step = 0; ; step++)
        {
            var notional = period.Notional(step, tenorMonths);
            var start = from > notional.Start ? from : notional.Start;
            var end = until < notional.End ? until : notional.End;
            if (start < end)
                total += DayCount.ActualActualIcma.Between(start, end, notional);
            if (period.IsAnchoredAtEnd ? notional.Start <= from : notional.End >= until)
                return total;
        }
    }
}
