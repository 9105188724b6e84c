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
    public static IReadOnlyList<SchedulePeriod> Periods(BondTerms terms, DateOnly issue)
    {
        var (maturity, months) = (terms.MaturityOf(issue), TenorMonths(terms));
        if (terms.Frequency == PaymentFrequency.AtMaturity)
            return [PaymentSchedule.OnePeriod(issue, maturity, months)];
        var whole = new ScheduleTerms(issue, maturity, months, ScheduleDirection.Forward, terms.EndOfMonth);
        return terms.Stub switch
        {
            StubPeriod.None or StubPeriod.ShortLast => PaymentSchedule.Unadjusted(
                whole with
                {
                    First = terms.FirstPaymentOn,
                }
            ),
            StubPeriod.ShortFirst => PaymentSchedule.Unadjusted(whole with { Direction = ScheduleDirection.Backward }),
            StubPeriod.LongLast => LongLast(whole),
            StubPeriod.LongFirst => LongFirst(whole with { Direction = ScheduleDirection.Backward }),
            _ => throw new InvariantBroken($"stub {terms.Stub} is not known"),
        };
    }

    /// <summary>Months of a notional period; a bond that pays at maturity only counts in years.</summary>
    public static int TenorMonths(BondTerms terms) =>
        terms.Frequency == PaymentFrequency.AtMaturity ? MonthsAYear : terms.Frequency.Months();

    // The odd days join their neighbour. Where there is one neighbour only, everything is one period.
    private static IReadOnlyList<SchedulePeriod> LongLast(ScheduleTerms terms)
    {
        var periods = PaymentSchedule.Unadjusted(terms);
        if (periods[^1].IsRegular)
            return periods;
        return periods.Count <= 2
            ? [PaymentSchedule.OnePeriod(terms.Start, terms.End, terms.TenorMonths)]
            : PaymentSchedule.Unadjusted(terms with { NextToLast = periods[^2].Start });
    }

    private static IReadOnlyList<SchedulePeriod> LongFirst(ScheduleTerms terms)
    {
        var periods = PaymentSchedule.Unadjusted(terms);
        if (periods[0].IsRegular)
            return periods;
        return periods.Count <= 2
            ? [PaymentSchedule.OnePeriod(terms.Start, terms.End, terms.TenorMonths)]
            : PaymentSchedule.Unadjusted(terms with { First = periods[1].End });
    }

    private static int MonthsBetween(DateOnly start, DateOnly end) =>
        (end.Year - start.Year) * MonthsAYear + end.Month - start.Month;

    private static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
}
