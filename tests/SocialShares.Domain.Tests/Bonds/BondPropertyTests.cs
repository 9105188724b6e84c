using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>What holds for every bond that the terms allow.</summary>
public sealed class BondPropertyTests
{
    // Whole terms of every frequency, repayment, rounding and day count, with quiet stretches, stubs and a rate step.
    private static readonly Arbitrary<Case> Cases = (
        from frequency in Gen.Elements(
            PaymentFrequency.Yearly,
            PaymentFrequency.HalfYearly,
            PaymentFrequency.Quarterly,
            PaymentFrequency.Monthly
        )
        from periods in Gen.Choose(3, 40)
        from odd in Gen.Choose(0, 20)
        from stub in Gen.Elements(Enum.GetValues<StubPeriod>())
        from kind in Gen.Elements(Enum.GetValues<RepaymentKind>())
        from quiet in Gen.Choose(0, 2)
        from capitalised in Gen.Choose(0, 2)
        from rates in Gen.Choose(0, 250_000).Two()
        from step in Gen.Choose(-500, 3000)
        from rounding in Gen.Elements(Enum.GetValues<Rounding>())
        from dayCount in Gen.Elements(Enum.GetValues<DayCount>())
        from endOfMonth in Gen.Elements(true, false)
        from day in Gen.Choose(0, 1500)
        from face in Gen.Choose(0, 10_000_000)
        select Make(
            frequency,
            (periods, odd, stub),
            (kind, Math.Max(quiet, capitalised), Math.Min(quiet, capitalised)),
            (rates.Item1, rates.Item2, step),
            (rounding, dayCount, endOfMonth),
            new DateOnly(2026, 1, 1).AddDays(day),
            face
        )
    ).ToArbitrary();

    [Fact]
    public void Principal_adds_up_to_the_face_amount_and_the_balance_never_goes_below_zero() =>
        Check(x =>
        {
            var table = x.Plan.Table(x.Face);

            table.Sum(f => f.PrincipalMinor).ShouldBe(x.Face);
            table[^1].ClosingMinor.ShouldBe(0);
            table.ShouldAllBe(f => f.ClosingMinor >= 0 && f.InterestMinor >= 0);
            for (var i = 1; i < table.Length; i++)
                table[i].OpeningMinor.ShouldBe(table[i - 1].ClosingMinor);
        });

    [Fact]
    public void While_interest_is_capitalised_nothing_is_paid_and_while_it_is_quiet_no_principal() =>
        Check(x =>
        {
            foreach (var flow in x.Plan.Table(x.Face))
                if (flow.Period.Capitalises)
                    flow.PaymentMinor.ShouldBe(0);
                else if (!flow.Period.Repays)
                    flow.PrincipalMinor.ShouldBe(0);
                else
                    flow.PrincipalMinor.ShouldBeGreaterThanOrEqualTo(0);
        });

    [Fact]
    public void Periods_follow_each_other_from_the_issue_to_maturity() =>
        Check(x =>
        {
            var periods = x.Plan.Periods;

            periods[0].Start.ShouldBe(x.Issue);
            periods[^1].End.ShouldBe(x.Terms.MaturityOf(x.Issue));
            periods.ShouldAllBe(p => p.Start < p.End && p.DueOn >= p.End);
            for (var i = 1; i < periods.Count; i++)
                periods[i].Start.ShouldBe(periods[i - 1].End);
        });

    [Fact]
    public void Interest_is_the_exact_amount_rounded_once() =>
        Check(x =>
        {
            foreach (var flow in x.Plan.Table(x.Face))
            {
                var exact = flow.OpeningMinor * (Int128)flow.Period.Interest.Numerator;
                var off = exact - flow.InterestMinor * (Int128)flow.Period.Interest.Denominator;
                var limit =
                    x.Terms.Rounding == Rounding.Down
                        ? flow.Period.Interest.Denominator
                        : flow.Period.Interest.Denominator / 2 + 1;
                ((off < 0 ? -off : off) <= limit).ShouldBeTrue($"{flow}");
            }
        });

    [Fact]
    public void Whatever_the_holders_have_adds_up_to_the_series() =>
        Check(x =>
        {
            var random = new System.Random(x.Periods);
            var held = Enumerable.Range(0, 50).Select(_ => (long)random.Next(0, 90)).ToList();

            foreach (var flow in x.Plan.Table(x.Face))
            {
                held.Sum(units => units * flow.InterestMinor).ShouldBe(held.Sum() * flow.InterestMinor);
                held.Sum(units => units * flow.PrincipalMinor).ShouldBe(held.Sum() * flow.PrincipalMinor);
            }
        });

    [Fact]
    public void Interest_accrued_grows_from_nothing_to_the_whole_of_the_period() =>
        Check(x =>
        {
            var (period, last) = (x.Plan.Periods[0], 0L);
            for (var day = period.Start; day <= period.End; day = day.AddDays(7))
            {
                var accrued = x.Plan.Accrued(0, day, x.Face);
                accrued.ShouldBeGreaterThanOrEqualTo(last);
                last = accrued;
            }
            x.Plan.Accrued(0, period.Start, x.Face).ShouldBe(0);
            x.Plan.Accrued(0, period.End, x.Face).ShouldBe(period.Interest.Of(x.Face, x.Terms.Rounding));
        });

    [Fact]
    public void An_annuity_of_even_periods_pays_the_same_each_time_but_the_last()
    {
        var even =
            from x in Cases.Generator
            let terms = x.Terms with
            {
                Repayment = new RepaymentTerms(RepaymentKind.Annuity),
                DayCount = DayCount.ActualActualIcma,
                Stub = StubPeriod.None,
                IssueOn = new DateOnly(2026, 1, 1 + (x.Face < 5 ? 0 : (int)(x.Face % 28))),
                TermMonths = x.Periods * x.Terms.Frequency.Months(),
                RateSteps = null,
            }
            select (Terms: terms, Face: x.Face + 1_000);
        Prop.ForAll(
                even.ToArbitrary(),
                x =>
                {
                    var payments = BondPlan
                        .Of(x.Terms, x.Terms.IssueOn!.Value)
                        .Table(x.Face)
                        .Select(f => f.PaymentMinor)
                        .ToList();
                    payments
                        .SkipLast(1)
                        .Distinct()
                        .Count()
                        .ShouldBeLessThanOrEqualTo(1, "the level payment is one amount");
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static void Check(Action<Case> holds) =>
        Prop.ForAll(Cases, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Case Make(
        PaymentFrequency frequency,
        (int Periods, int OddDays, StubPeriod Stub) length,
        (RepaymentKind Kind, int Quiet, int Capitalised) repayment,
        (int First, int Then, int StepDay) rates,
        (Rounding Rounding, DayCount DayCount, bool EndOfMonth) rules,
        DateOnly issue,
        long face
    )
    {
        var months = frequency.Months();
        var maturity = issue.AddMonths(length.Periods * months);
        var isOdd = length.Stub != StubPeriod.None;
        var step = issue.AddDays(rates.StepDay);
        var terms = new BondTerms(
            100,
            Currency.Eur,
            rates.First,
            frequency,
            new RepaymentTerms(repayment.Kind, repayment.Quiet * months, repayment.Capitalised * months),
            TermMonths: isOdd ? null : length.Periods * months,
            MaturesOn: isOdd ? maturity.AddDays(length.OddDays) : null,
            IssueOn: issue,
            Stub: length.Stub,
            EndOfMonth: rules.EndOfMonth,
            RateSteps: step > issue && step < maturity ? [new RateStep(step, rates.Then)] : null,
            DayCount: rules.DayCount,
            Rounding: rules.Rounding,
            RecordDays: 0
        );
        return new Case(terms, issue, face, length.Periods, BondPlan.Of(terms, issue));
    }

    /// <summary>A bond to try.</summary>
    public sealed record Case(BondTerms Terms, DateOnly Issue, long Face, int Periods, BondPlan Plan);
}
