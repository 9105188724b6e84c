using System.Text.Json;
using SocialShares.Demo.Scenario;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Demo;

/// <summary>The terms of published bond offers are read, what they leave open is assumed and said.</summary>
public sealed class PublishedBondsTests
{
    private const string Yearly = "\"coupon\": {\"ratePercent\": 4, \"frequency\": \"yearly\"}";
    private static readonly DateOnly Today = new(2026, 5, 1);

    // Open from 1 May to 1 August, 14 days of reflection.
    private static readonly DateOnly AfterReflection = new(2026, 8, 16);

    [Fact]
    public void A_floating_solar_park_repays_in_ten_parts_after_five_years()
    {
        var offer = Published("lingewaard-floating-solar");
        var terms = offer.Bonds!.Tranches.ShouldHaveSingleItem().Terms;

        terms.Subordinated.ShouldBeTrue();
        terms.RatePpm.ShouldBe(30_000);
        terms.TermMonths.ShouldBe(180);
        terms.Frequency.ShouldBe(PaymentFrequency.Yearly);
        terms.Repayment.ShouldBe(
            new RepaymentTerms(RepaymentKind.Linear, 60, Frequency: PaymentFrequency.Yearly, Instalments: 10)
        );
        (offer.ParValueMinor, terms.NominalMinor).ShouldBe((10_000, 10_000));
        offer.Terms.MaximumTargetMinor.ShouldBe(300 * 50_000);
        offer.Bonds.Notes.ShouldContain("the terms name no target: assumed 150000 EUR for 300 buyers");
    }

    [Fact]
    public void A_town_hall_pays_a_quarterly_annuity_to_holders_of_few_bonds()
    {
        var offer = Published("opheusden-town-hall-solar");
        var terms = offer.Bonds!.Tranches.ShouldHaveSingleItem().Terms;

        terms.Frequency.ShouldBe(PaymentFrequency.Quarterly);
        terms.Repayment.Kind.ShouldBe(RepaymentKind.Annuity);
        terms.DayCount.ShouldBe(DayCount.Thirty360European);
        terms.Calendar.ShouldBe(HolidayCalendar.Target);
        terms.Subordinated.ShouldBeFalse();
        terms.IssueOn.ShouldBeNull();
        (offer.ParValueMinor, offer.Terms.MinimumPerHolderMinor).ShouldBe((5_000, 5_000));
        offer.Terms.MaximumPerHolderMinor.ShouldBe(25_000);
        (offer.Terms.MaximumTargetMinor % 5_000).ShouldBe(0);
    }

    [Fact]
    public void The_postcodes_of_an_offer_are_part_of_its_terms() =>
        Published("zaltbommel-solar").Terms.Eligibility!.Postcodes!.Count.ShouldBe(13);

    [Fact]
    public void Tranches_have_terms_and_rates_of_their_own_and_add_up_to_the_target()
    {
        var offer = Published("zelfstroom-tranches");

        offer
            .Bonds!.Tranches.Select(t => (t.MaximumMinor, t.Terms.TermMonths, t.Terms.RatePpm))
            .ShouldBe([(500_000, 36, 25_000), (500_000, 60, 40_000), (500_000, 120, 70_000)]);
        offer.Bonds.Tranches.ShouldAllBe(t => t.Terms.Repayment.Kind == RepaymentKind.Bullet);
        offer.Terms.MaximumTargetMinor.ShouldBe(1_500_000);
        offer.Bonds.Notes.ShouldContain("the terms name no frequency of the coupon: assumed yearly");
        (offer.Terms.ReflectionDays, offer.Terms.ReflectionDaysOnceFull).ShouldBe((14, 1));
    }

    [Fact]
    public void What_the_terms_do_not_say_of_early_redemption_is_assumed_aloud()
    {
        var bonds = Read($"{Yearly}, \"termYears\": 3").Bonds!;

        bonds.Tranches[0].Terms.EarlyRedemption.ShouldBe(new EarlyRedemptionTerms(null, 12, 30));
        bonds.Notes.ShouldHaveSingleItem().ShouldStartWith("the terms say nothing of early redemption: assumed");
    }

    [Fact]
    public void In_pounds_the_banks_of_England_decide_the_days()
    {
        var offer = Read($"{Yearly}, \"termYears\": 3", currency: "GBP");

        offer.Bonds!.Tranches[0].Terms.Calendar.ShouldBe(HolidayCalendar.England);
    }

    [Theory]
    [InlineData("ACT/ACT ICMA", DayCount.ActualActualIcma)]
    [InlineData("ACT/365F", DayCount.Actual365Fixed)]
    [InlineData("30E/360", DayCount.Thirty360European)]
    public void Day_counts_have_their_market_names(string name, DayCount expected)
    {
        var coupon = $"\"coupon\": {{\"ratePercent\": 4, \"dayCount\": \"{name}\"}}, \"termYears\": 3";

        Read(coupon).Bonds!.Tranches[0].Terms.DayCount.ShouldBe(expected);
    }

    [Fact]
    public void Half_years_count()
    {
        var terms = Read("\"coupon\": {\"ratePercent\": 4, \"frequency\": \"half-yearly\"}, \"termYears\": 1.5")
            .Bonds!.Tranches[0]
            .Terms;

        terms.TermMonths.ShouldBe(18);
        BondPlan.Of(terms, AfterReflection).Periods.Count.ShouldBe(3);
    }

    [Fact]
    public void A_frequency_that_does_not_divide_the_term_leaves_a_short_last_period()
    {
        var bonds = Read($"{Yearly}, \"termYears\": 1.5").Bonds!;

        bonds.Tranches[0].Terms.Stub.ShouldBe(StubPeriod.ShortLast);
        bonds.Notes.ShouldContain("the frequency does not divide the term: assumed a short last period");
    }

    [Fact]
    public void A_maturity_has_its_payments_counted_back()
    {
        var bonds = Read($"{Yearly}, \"issueDate\": \"2026-09-01\", \"maturity\": \"2030-01-15\"").Bonds!;
        var terms = bonds.Tranches[0].Terms;

        terms.Stub.ShouldBe(StubPeriod.ShortFirst);
        BondPlan
            .Of(terms, terms.IssueOn!.Value)
            .Periods.Select(p => p.End)
            .ShouldBe([new(2027, 1, 15), new(2028, 1, 15), new(2029, 1, 15), new(2030, 1, 15)]);
    }

    [Fact]
    public void The_payment_day_is_the_first_one_a_whole_period_after_the_issue()
    {
        var bonds = Read(
            "\"coupon\": {\"ratePercent\": 4, \"frequency\": \"yearly\", \"paymentDay\": 1}, \"termYears\": 3"
        ).Bonds!;
        var terms = bonds.Tranches[0].Terms;

        terms.IssueOn.ShouldBe(AfterReflection);
        bonds.Notes.ShouldContain("no issueDate: assumed 2026-08-16, the day after the last reflection period");
        bonds.Notes.ShouldContain("the term ends between two payments: assumed maturity 2029-09-01");
        BondPlan
            .Of(terms, AfterReflection)
            .Periods.Select(p => p.End)
            .ShouldBe([new(2027, 9, 1), new(2028, 9, 1), new(2029, 9, 1)]);
    }

    [Fact]
    public void A_first_payment_makes_a_stub()
    {
        var terms = Read(
            "\"coupon\": {\"ratePercent\": 4, \"frequency\": \"half-yearly\", \"firstPayment\": \"2027-01-01\"}, "
                + "\"issueDate\": \"2026-09-15\", \"maturity\": \"2028-01-01\""
        )
            .Bonds!.Tranches[0]
            .Terms;

        terms.FirstPaymentOn.ShouldBe(new DateOnly(2027, 1, 1));
        BondPlan.Of(terms, new DateOnly(2026, 9, 15)).Periods.Count.ShouldBe(3);
    }

    [Fact]
    public void Interest_is_added_to_the_principal_until_a_date_and_rates_change_on_dates()
    {
        var terms = Read(
            $"{Yearly}, \"termYears\": 6, \"issueDate\": \"2026-09-01\", "
                + "\"repayment\": {\"kind\": \"annuity\", \"capitaliseUntil\": \"2028-09-01\"}, "
                + "\"rateSteps\": [{\"from\": \"2029-09-01\", \"ratePercent\": 4.25}]"
        )
            .Bonds!.Tranches[0]
            .Terms;

        terms.Repayment.CapitaliseMonths.ShouldBe(24);
        terms.Steps.ShouldBe([new RateStep(new DateOnly(2029, 9, 1), 42_500)]);
        var plan = BondPlan.Of(terms, new DateOnly(2026, 9, 1));
        plan.Periods.Count(p => p.Capitalises).ShouldBe(2);
    }

    [Fact]
    public void Years_of_interest_only_are_payments_also_after_a_long_first_period()
    {
        var terms = Read(
            "\"coupon\": {\"ratePercent\": 4, \"frequency\": \"yearly\", \"paymentDay\": 1}, \"termYears\": 5, "
                + "\"repayment\": {\"kind\": \"linear\", \"interestOnlyYears\": 2, \"instalments\": 3}"
        )
            .Bonds!.Tranches[0]
            .Terms;

        BondPlan.Of(terms, AfterReflection).Periods.Select(p => p.Repays).ShouldBe([false, false, true, true, true]);
    }

    [Fact]
    public void Bonds_issued_in_the_past_were_sold_before()
    {
        var offer = Read($"{Yearly}, \"termYears\": 3, \"issueDate\": \"2020-06-01\"");

        offer.Terms.ClosesOn.ShouldBe(new DateOnly(2020, 5, 17));
        offer.Terms.OpensOn.ShouldBe(new DateOnly(2020, 2, 17));
    }

    [Theory]
    [InlineData("\"termYears\": 3", "coupon.ratePercent is missing")]
    [InlineData(Yearly, "bonds need either termYears or maturity")]
    [InlineData($"{Yearly}, \"termYears\": 0.3333", "termYears must be whole months in years, such as 1.5")]
    [InlineData(
        "\"termYears\": 3, \"coupon\": {\"ratePercent\": 4, \"dayCount\": \"BUS/252\"}",
        "not supported yet: coupon.dayCount BUS/252"
    )]
    [InlineData(
        "\"termYears\": 3, \"coupon\": {\"ratePercent\": 4, \"frequency\": \"weekly\"}",
        "not supported yet: coupon.frequency weekly"
    )]
    [InlineData(
        "\"termYears\": 3, \"coupon\": {\"ratePercent\": 4, \"index\": \"EURIBOR\"}",
        "not supported yet: coupon.index"
    )]
    [InlineData(
        "\"termYears\": 3, \"coupon\": {\"ratePercent\": 4, \"paymentDay\": 30}",
        "coupon.paymentDay must be from 1 to 28, or 31 for the last day of the month"
    )]
    [InlineData(
        $"{Yearly}, \"termYears\": 3, \"repayment\": {{\"kind\": \"balloon\"}}",
        "not supported yet: repayment.kind balloon"
    )]
    [InlineData(
        $"{Yearly}, \"termYears\": 3, \"repayment\": {{\"kind\": \"linear\", \"instalments\": 4}}",
        "the terms contradict each other: bond.instalments (instalments)"
    )]
    [InlineData(
        $"{Yearly}, \"termYears\": 3, \"repayment\": {{\"interestOnlyYears\": 1.5}}",
        "repayment.interestOnlyYears must be whole periods of the coupon"
    )]
    [InlineData(
        $"{Yearly}, \"termYears\": 3, \"repayment\": {{\"capitaliseUntil\": \"2026-12-01\"}}",
        "repayment.capitaliseUntil is before the first payment"
    )]
    [InlineData($"{Yearly}, \"tranches\": [{{\"termYears\": 3}}]", "tranches.maximumTarget is missing")]
    [InlineData(
        $"{Yearly}, \"tranches\": [{{\"maximumTarget\": 5000, \"termYears\": 3, \"who\": \"x\"}}]",
        "not supported yet: tranches.who"
    )]
    [InlineData($"{Yearly}, \"termYears\": 3, \"withdrawal\": {{}}", "not supported yet: withdrawal")]
    [InlineData($"{Yearly}, \"termYears\": 3, \"shareInterest\": {{}}", "not supported yet: shareInterest")]
    public void A_term_that_cannot_be_expressed_is_named(string fields, string reason) =>
        Should.Throw<CannotExpress>(() => Read(fields)).Message.ShouldBe(reason);

    private static PublishedOffer Read(string fields, string currency = "EUR")
    {
        var text =
            "{\"key\": \"x\", \"issuer\": \"X\", \"country\": \"NL\", \"target\": 10000, \"instrument\": \"bond\", "
            + $"\"currency\": \"{currency}\", {fields}}}";
        using var json = JsonDocument.Parse(text);
        return PublishedOffer.Read(json.RootElement, Today, 300);
    }

    private static PublishedOffer Published(string key)
    {
        using var json = JsonDocument.Parse(Checkout.Read("infra/data/published-offers.json"));
        var offer = json
            .RootElement.GetProperty("offers")
            .EnumerateArray()
            .Single(o => o.GetProperty("key").GetString() == key);
        return PublishedOffer.Read(offer, Today, 300);
    }
}
