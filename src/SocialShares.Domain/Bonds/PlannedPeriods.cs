namespace SocialShares.Domain;

/// <summary>Puts rates, payment days and repayments to the periods of a schedule.</summary>
internal static class PlannedPeriods
{
    public static PlannedPeriod[] Of(BondTerms terms, DateOnly issue)
    {
        var periods = BondDates.Periods(terms, issue);
        var maturity = terms.MaturityOf(issue);
        var stride = Stride(terms);
        var planned = new PlannedPeriod[periods.Count];
        for (var i = 0; i < planned.Length; i++)
        {
            var period = periods[i];
            planned[i] = new PlannedPeriod(
                period.Start,
                period.End,
                terms.Calendar.Adjust(period.End, terms.PaymentRule),
                period.End.AddDays(-1 - terms.RecordDays),
                terms.RateOn(period.Start),
                Accrued(terms, period, period.Start, period.End, maturity),
                Repays: !BondDates.IsWithin(terms, issue, period.End, terms.Repayment.QuietMonths)
                    && IsRepaymentDate(terms, planned.Length - 1 - i, stride),
                Capitalises: BondDates.IsWithin(terms, issue, period.End, terms.Repayment.CapitaliseMonths)
            );
        }
        return planned;
    }

    /// <summary>Interest of some days within a period; a change of rate in between counts from its day.</summary>
    public static InterestFactor Accrued(
        BondTerms terms,
        SchedulePeriod period,
        DateOnly from,
        DateOnly until,
        DateOnly maturity
    )
    {
        var months = BondDates.TenorMonths(terms);
        if (terms.Steps.Count == 0)
            return InterestFactor.Of(terms.RatePpm, terms.DayCount.Accrued(period, from, until, months, maturity));
        return WithSteps();

        InterestFactor WithSteps()
        {
            var (sum, start) = (new InterestFactor(0, Rate.Whole), from);
            foreach (var step in terms.Steps.Where(s => s.From > from && s.From < until))
            {
                sum += Stretch(start, step.From);
                start = step.From;
            }
            return sum + Stretch(start, until);
        }

        InterestFactor Stretch(DateOnly a, DateOnly b) =>
            InterestFactor.Of(terms.RateOn(a), terms.DayCount.Accrued(period, a, b, months, maturity));
    }

    // Counted back from maturity, so that the last period always repays.
    private static bool IsRepaymentDate(BondTerms terms, int periodsToGo, int stride) =>
        terms.Repayment.Kind == RepaymentKind.Bullet ? periodsToGo == 0 : periodsToGo % stride == 0;

    private static int Stride(BondTerms terms) =>
        terms.Repayment.Frequency is { } often && terms.Frequency != PaymentFrequency.AtMaturity
            ? often.Months() / terms.Frequency.Months()
            : 1;
}
