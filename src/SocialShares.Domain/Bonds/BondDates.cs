namespace SocialShares.Domain;

/// <summary>The interest periods of bonds issued on a day.</summary>
internal static class BondDates
{
    private const int MonthsAYear = 12;

    /// <summary>Does the frequency divide the term, or what of it follows the first payment, into whole periods?</summary>
    public static bool Divides(BondTerms terms, DateOnly issue)
    {
        var (start, maturity) = (terms.FirstPaymentOn ?? issue, terms.MaturityOf(issue));
        var months = MonthsBetween(start, maturity);
        if (months <= 0 || months % terms.Frequency.Months() != 0)
            return false;
        // The same day of the month, or both cut off by the length of their months.
        return start.AddMonths(months) == maturity
            || maturity.AddMonths(-months) == start
            || (terms.EndOfMonth && IsMonthEnd(start) && IsMonthEnd(maturity));
    }

    /// <summary>The periods, in order: the first begins on the issue, the last ends at maturity.</summary>
    public static IReadOnlyList<SchedulePeriod> Periods(BondTerms terms, DateOnly issue) =>
        PaymentSchedule.Unadjusted(Schedule(terms, issue, terms.MaturityOf(issue)));

    private static ScheduleTerms Schedule(BondTerms terms, DateOnly issue, DateOnly maturity)
    {
        var months = TenorMonths(terms);
        var whole = new ScheduleTerms(issue, maturity, months, ScheduleDirection.Forward, terms.EndOfMonth);
        if (terms.Frequency == PaymentFrequency.AtMaturity)
            return whole with { IsOnePeriod = true };
        if (terms.FirstPaymentOn is { } first)
            return whole with { First = first };
        return terms.Stub switch
        {
            StubPeriod.None or StubPeriod.ShortLast => whole,
            StubPeriod.ShortFirst => whole with { Direction = ScheduleDirection.Backward },
            StubPeriod.LongLast => LongLast(whole),
            StubPeriod.LongFirst => LongFirst(whole with { Direction = ScheduleDirection.Backward }),
            _ => throw new InvariantBroken($"stub {terms.Stub} is not known"),
        };
    }

    /// <summary>Months of a notional period; a bond that pays at maturity only counts in years.</summary>
    public static int TenorMonths(BondTerms terms) =>
        terms.Frequency == PaymentFrequency.AtMaturity ? MonthsAYear : terms.Frequency.Months();

    // The odd days join their neighbour. Where there is one neighbour only, everything is one period.
    private static ScheduleTerms LongLast(ScheduleTerms terms)
    {
        var periods = PaymentSchedule.Unadjusted(terms);
        if (periods[^1].IsRegular)
            return terms;
        return periods.Count <= 2 ? terms with { IsOnePeriod = true } : terms with { NextToLast = periods[^2].Start };
    }

    private static ScheduleTerms LongFirst(ScheduleTerms terms)
    {
        var periods = PaymentSchedule.Unadjusted(terms);
        if (periods[0].IsRegular)
            return terms;
        return periods.Count <= 2 ? terms with { IsOnePeriod = true } : terms with { First = periods[1].End };
    }

    private static int MonthsBetween(DateOnly start, DateOnly end) =>
        (end.Year - start.Year) * MonthsAYear + end.Month - start.Month;

    private static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
}
