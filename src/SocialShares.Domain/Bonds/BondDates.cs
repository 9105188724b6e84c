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
        return months > 0
            && months % terms.Frequency.Months() == 0
            && (DirectionOf(terms, start, maturity) is not null);
    }

    /// <summary>Does a period that ends on a day lie within some months from the issue?</summary>
    /// <remarks>Whole periods are counted in months, because a short month cuts off the day on one end of a term and not on
    /// the other. About an odd period the day counts.</remarks>
    public static bool IsWithin(BondTerms terms, DateOnly issue, DateOnly end, int months)
    {
        if (months == 0)
            return false;
        var isWhole = terms.Stub == StubPeriod.None && terms.FirstPaymentOn is null;
        return isWhole ? MonthsBetween(issue, end) <= months : end <= issue.AddMonths(months);
    }

    // From which end whole months lead to the other: a short month can cut off the day on one way and not on the other.
    private static ScheduleDirection? DirectionOf(BondTerms terms, DateOnly start, DateOnly maturity)
    {
        var months = MonthsBetween(start, maturity);
        if (terms.EndOfMonth && RollDays.IsMonthEnd(start) && RollDays.IsMonthEnd(maturity))
            return ScheduleDirection.Forward;
        return start.AddMonths(months) == maturity ? ScheduleDirection.Forward
            : maturity.AddMonths(-months) == start ? ScheduleDirection.Backward
            : null;
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
            StubPeriod.None => PaymentSchedule.Unadjusted(
                whole with
                {
                    First = terms.FirstPaymentOn,
                    Direction =
                        DirectionOf(terms, terms.FirstPaymentOn ?? issue, maturity) ?? ScheduleDirection.Forward,
                }
            ),
            StubPeriod.ShortLast => PaymentSchedule.Unadjusted(whole),
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
}
