using System.Globalization;

namespace SocialShares.Domain.Tests;

/// <summary>The corners of the calendar in which a bond's periods could go wrong.</summary>
public sealed class BondDatesTests
{
    private static readonly BondTerms Terms = new(
        100_000,
        Currency.Eur,
        60_000,
        PaymentFrequency.Monthly,
        new RepaymentTerms(RepaymentKind.Linear),
        RecordDays: 0
    );

    [Fact]
    public void Months_that_only_come_out_counted_back_from_maturity_need_no_stub()
    {
        var terms = Terms with { IssueOn = new DateOnly(2026, 2, 28), MaturesOn = new DateOnly(2026, 5, 30) };

        terms.Check(terms.IssueOn!.Value);

        Ends(terms).ShouldBe([new(2026, 3, 30), new(2026, 4, 30), new(2026, 5, 30)]);
    }

    [Fact]
    public void A_term_in_months_from_the_end_of_february_keeps_month_ends()
    {
        var terms = Terms with { IssueOn = new DateOnly(2027, 2, 28), TermMonths = 12, EndOfMonth = true };

        terms.MaturityOf(terms.IssueOn!.Value).ShouldBe(new DateOnly(2028, 2, 29));
        Ends(terms).Last().ShouldBe(new DateOnly(2028, 2, 29));
        (terms with { EndOfMonth = false }).MaturityOf(terms.IssueOn!.Value).ShouldBe(new DateOnly(2028, 2, 28));
    }

    [Fact]
    public void Interest_only_months_of_a_month_end_bond_end_at_a_month_end()
    {
        var terms = Terms with
        {
            IssueOn = new DateOnly(2026, 2, 28),
            MaturesOn = new DateOnly(2026, 6, 30),
            EndOfMonth = true,
            Repayment = new RepaymentTerms(RepaymentKind.Linear, InterestOnlyMonths: 1),
        };

        BondPlan.Of(terms, terms.IssueOn!.Value).Periods.Select(p => p.Repays).ShouldBe([false, true, true, true]);
    }

    [Theory]
    [InlineData("2027-06-30", "2032-12-31")]
    [InlineData("2027-04-30", "2032-10-31")]
    [InlineData("2027-02-28", "2032-08-31")]
    public void Quiet_months_count_whole_periods_whichever_end_they_are_counted_from(string issue, string maturity)
    {
        var terms = Terms with
        {
            Frequency = PaymentFrequency.HalfYearly,
            IssueOn = DateOnly.Parse(issue, CultureInfo.InvariantCulture),
            MaturesOn = DateOnly.Parse(maturity, CultureInfo.InvariantCulture),
            Repayment = new RepaymentTerms(RepaymentKind.Linear, InterestOnlyMonths: 12, CapitaliseMonths: 6),
        };

        var periods = BondPlan.Of(terms, terms.IssueOn!.Value).Periods;

        periods.Select(p => p.Capitalises).Take(3).ShouldBe([true, false, false]);
        periods.Select(p => p.Repays).Take(4).ShouldBe([false, false, true, true]);
    }

    [Fact]
    public void A_day_of_record_before_its_period_is_refused()
    {
        var terms = Terms with { TermMonths = 12, RecordDays = 30 };

        var refused = Should.Throw<Refused>(() => terms.Check(new DateOnly(2026, 1, 15)));

        (refused.Code, refused.Field).ShouldBe(("bond.record-days-too-many", "recordDays"));
    }

    [Fact]
    public void A_first_payment_of_its_own_makes_the_first_period_odd_and_the_others_whole()
    {
        var terms = Terms with
        {
            Frequency = PaymentFrequency.Quarterly,
            IssueOn = new DateOnly(2026, 2, 10),
            FirstPaymentOn = new DateOnly(2026, 7, 1),
            MaturesOn = new DateOnly(2027, 4, 1),
        };

        terms.Check(terms.IssueOn!.Value);

        Ends(terms).ShouldBe([new(2026, 7, 1), new(2026, 10, 1), new(2027, 1, 1), new(2027, 4, 1)]);
        // 141 days of 360 by 30E/360, 6 % of 1,000.00.
        BondPlan.Of(terms, terms.IssueOn!.Value).Table(100_000)[0].InterestMinor.ShouldBe(2350);
    }

    private static IEnumerable<DateOnly> Ends(BondTerms terms) =>
        BondPlan.Of(terms, terms.IssueOn!.Value).Periods.Select(p => p.End);
}
