namespace SocialShares.Domain.Tests;

/// <summary>Bonds that can be reckoned with pencil and paper.</summary>
public sealed class BondPlanTests
{
    private static readonly DateOnly Issue = new(2026, 3, 15);

    private static readonly BondTerms FiveYears = new(
        100_000,
        Currency.Eur,
        40_000,
        PaymentFrequency.Yearly,
        new RepaymentTerms(RepaymentKind.Linear),
        TermMonths: 60,
        RecordDays: 0
    );

    [Fact]
    public void A_five_year_loan_repaid_yearly_repays_all_of_it() =>
        Rows(FiveYears).ShouldBe([(4_000, 20_000), (3_200, 20_000), (2_400, 20_000), (1_600, 20_000), (800, 20_000)]);

    [Fact]
    public void Eighteen_months_work_by_the_quarter_and_with_a_short_first_year()
    {
        var quarters = FiveYears with { TermMonths = 18, Frequency = PaymentFrequency.Quarterly };
        var years = FiveYears with { TermMonths = 18, Stub = StubPeriod.ShortFirst };

        Rows(quarters).Count.ShouldBe(6);
        Rows(quarters).Sum(r => r.Principal).ShouldBe(100_000);
        Rows(years).ShouldBe([(2_000, 50_000), (2_000, 50_000)]);
        Rows(years with { Stub = StubPeriod.LongFirst }).ShouldBe([(6_000, 100_000)]);
    }

    [Fact]
    public void The_last_instalment_takes_what_rounding_left() =>
        Rows(FiveYears with { NominalMinor = 1_000, TermMonths = 36 }, 1_000)
            .Select(r => r.Principal)
            .ShouldBe([333, 333, 334]);

    [Fact]
    public void An_annuity_is_level_and_its_last_payment_closes_the_loan() =>
        // 1,000.00 at 4 % over five years: 224.63 a year.
        Rows(FiveYears with { Repayment = new RepaymentTerms(RepaymentKind.Annuity) })
            .Select(r => r.Interest + r.Principal)
            .ShouldBe([22_463, 22_463, 22_463, 22_463, 22_461]);

    [Fact]
    public void An_interest_free_annuity_is_paid_in_equal_parts() =>
        Rows(FiveYears with { RatePpm = 0, Repayment = new RepaymentTerms(RepaymentKind.Annuity) })
            .ShouldAllBe(r => r.Interest == 0 && r.Principal == 20_000);

    [Fact]
    public void A_construction_year_is_added_to_the_loan_and_all_of_it_comes_back()
    {
        var rows = Rows(FiveYears with { Repayment = new RepaymentTerms(RepaymentKind.Linear, CapitaliseMonths: 12) });

        rows[0].ShouldBe((4_000, -4_000));
        rows.Skip(1).Select(r => r.Principal).ShouldAllBe(p => p == 26_000);
        rows.Sum(r => r.Principal).ShouldBe(100_000);
    }

    [Fact]
    public void A_rate_that_steps_up_within_a_period_counts_from_its_day()
    {
        var terms = FiveYears with
        {
            IssueOn = Issue,
            Repayment = new RepaymentTerms(RepaymentKind.Bullet),
            RateSteps = [new RateStep(Issue.AddMonths(18), 60_000)],
        };

        // A year at 4 %, half a year at 4 % and half at 6 %, then 6 %.
        Rows(terms).Select(r => r.Interest).ShouldBe([4_000, 5_000, 6_000, 6_000, 6_000]);
    }

    [Fact]
    public void A_step_makes_a_new_level_payment_for_what_is_left()
    {
        var terms = FiveYears with
        {
            IssueOn = Issue,
            Repayment = new RepaymentTerms(RepaymentKind.Annuity),
            RateSteps = [new RateStep(Issue.AddYears(2), 60_000)],
        };

        var payments = Rows(terms).Select(r => r.Interest + r.Principal).ToList();

        payments[0].ShouldBe(payments[1]);
        payments[2].ShouldBe(payments[3]);
        payments[2].ShouldBeGreaterThan(payments[0]);
        Rows(terms).Sum(r => r.Principal).ShouldBe(100_000);
    }

    [Fact]
    public void Interest_at_maturity_is_simple_interest_of_all_years() =>
        Rows(
                FiveYears with
                {
                    Frequency = PaymentFrequency.AtMaturity,
                    Repayment = new RepaymentTerms(RepaymentKind.Bullet),
                }
            )
            .ShouldBe([(20_000, 100_000)]);

    [Fact]
    public void Repayment_may_come_less_often_than_interest()
    {
        var terms = FiveYears with
        {
            Frequency = PaymentFrequency.Quarterly,
            TermMonths = 24,
            Repayment = new RepaymentTerms(RepaymentKind.Linear, Frequency: PaymentFrequency.Yearly, Instalments: 2),
        };

        terms.Check(Issue);

        Rows(terms).Select(r => r.Principal).ShouldBe([0, 0, 0, 50_000, 0, 0, 0, 50_000]);
    }

    [Fact]
    public void The_rounding_of_the_terms_decides_a_half()
    {
        // 2.5 % of 1.00 is two and a half cents.
        var terms = FiveYears with
        {
            NominalMinor = 100,
            RatePpm = 25_000,
            TermMonths = 12,
        };

        foreach (
            var (rounding, cents) in new[] { (Rounding.HalfToEven, 2L), (Rounding.HalfUp, 3L), (Rounding.Down, 2L) }
        )
            Rows(terms with { Rounding = rounding }, 100)[0].Interest.ShouldBe(cents);
    }

    private static List<(long Interest, long Principal)> Rows(BondTerms terms, long face = 100_000) =>
        [.. BondPlan.Of(terms, Issue).Table(face).Select(f => (f.InterestMinor, f.PrincipalMinor))];
}
