using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Bonds;
using SocialShares.Features.Issuing;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Bonds;

/// <summary>A series of bonds from its sale to its last cent, over HTTP.</summary>
[Collection(nameof(OneWorld))]
public sealed class BondLifeTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_bullet_bond_pays_its_coupons_and_comes_back_at_maturity(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, bob) = (await world.SignUp("Ann Holder"), await world.SignUp("Bob Holder"));
        var series = await world.IssueBonds([12, 7], people: [ann, bob]);
        var book = Book.Of(series.Offer.By.Slug);
        var code = (await world.Show(series)).Line.Code;

        (await world.Ledger(book, Account.Bonds(code))).ShouldBe(-19 * TestWorld.Par);
        for (var no = 1; no <= 4; no++)
        {
            var run = await world.Pay(series, no);
            run.State.ShouldBe(PayoutRunState.Completed);
            run.Kind.ShouldBe(no < 4 ? PayoutKind.Coupon : PayoutKind.Redemption);
            // 3 % of 10.00 on each of 19 bonds, and everything at the end.
            run.TotalMinor.ShouldBe(19 * (no < 4 ? 30 : 1030));
            run.Checks.ShouldAllBe(c => c.Holds == true);
            await world.ChecksShouldHold();
        }

        var holding = (await ann.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single();
        var bonds = holding.Bonds.Single();
        (bonds.Units, bonds.OutstandingMinor, bonds.NextOn).ShouldBe((0, 0, null));
        (bonds.InterestMinor, bonds.RepaidMinor).ShouldBe((12 * 120, 12 * TestWorld.Par));
        (holding.AdmittedOn, holding.Units).ShouldBe((null, 0), "a bondholder is no member");
        (await world.Ledger(book, Account.Bonds(code))).ShouldBe(0);
        (await world.Ledger(book, Account.AccruedInterest(code))).ShouldBe(0);
        (await world.Ledger(book, Account.BondInterest)).ShouldBe(19 * 120);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_construction_year_is_capitalised_by_itself_and_an_annuity_pays_the_rest(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var terms = TestWorld.TwoYears(Currency.Eur) with
        {
            TermMonths = 36,
            Frequency = PaymentFrequency.Yearly,
            Repayment = new RepaymentTerms(RepaymentKind.Annuity, CapitaliseMonths: 12),
        };
        var series = await world.IssueBonds([10], terms);
        var code = (await world.Show(series)).Line.Code;
        var first = await world.Period(series, 1);

        world.MoveToDay(first.AccrualEnd);
        await world.RunAll(nameof(BookBonds));
        await world.RunAll(nameof(BookBonds)); // told twice, booked once

        (await world.Period(series, 1)).State.ShouldBe(BondPeriodState.Capitalised);
        (await world.Ledger(Book.Of(series.Offer.By.Slug), Account.Bonds(code))).ShouldBe(-10 * 1060);
        (await world.TryCalculate(series, 1)).ShouldBeRefused("bond.earlier-period-open");
        var (second, third) = (await world.Pay(series, 2), await world.Pay(series, 3));
        // 10.60 at 6 % in two level payments: 5.78 each, of which 0.64 and 0.33 are interest.
        second.TotalMinor.ShouldBe(10 * 578);
        third.TotalMinor.ShouldBe(10 * 579, "the last instalment takes the rounding");
        (second.PrincipalMinor + third.PrincipalMinor).ShouldBe(10 * 1060);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Tranches_are_series_of_their_own_and_neither_sells_more_than_it_has(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var terms = TestWorld.TwoYears(Currency.Eur);
        var offer = await world.OpenBonds(
            tranches:
            [
                new BondTranche(20 * TestWorld.Par, terms with { TermMonths = 12 }),
                new BondTranche(30 * TestWorld.Par, terms with { RatePpm = 70_000, TermMonths = 60 }),
            ]
        );
        var shown = await world.Show(offer);
        var (small, large) = (shown.Series[0], shown.Series[1]);

        await world.Buy(offer, 15, series: small.Id);
        var late = await world.Start(offer, 6, series: small.Id);
        (await TestWorld.Submit(late)).ShouldBeRefused("offer.series-full").Field.ShouldBe("amountMinor");
        (await late.By.Patch(late.Path, new AnswerApplication.Body(null, null, null, large.Id))).ShouldSucceed();
        (await TestWorld.Submit(late)).ShouldSucceed();
        await world.Stripe.Pay(await world.Session(late), "card", LocalStripe.GoodCard);
        await world.Settle();
        var nobodyChose = await (await world.SignUp()).Post(
            $"{offer.Path}/applications",
            new StartApplication.Body(TestWorld.Par)
        );
        nobodyChose.ShouldBeRefused("application.series-missing").Field.ShouldBe("seriesId");
        await world.End(offer);

        var issued = (await offer.By.Chair.Get($"enterprises/{offer.By.Id}/bond-series")).As<
            IReadOnlyList<BondSeriesLine>
        >();
        issued.Select(s => (s.Units, s.Periods)).ShouldBe([(15, 2), (6, 10)]);
        await world.ChecksShouldHold();
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_table_that_a_buyer_sees_is_the_one_that_is_written_down_and_paid(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var terms = TestWorld.TwoYears(Currency.Eur) with
        {
            Frequency = PaymentFrequency.Quarterly,
            Repayment = new RepaymentTerms(RepaymentKind.Annuity),
        };
        var series = await world.IssueBonds([6, 7], terms);
        var promised = (
            await world.Nobody.Get($"{series.Path}/cash-flow?amountMinor={13 * TestWorld.Par}")
        ).As<CashFlowShown>();

        promised.IsExpected.ShouldBeFalse();
        promised.Rows.Sum(r => r.PrincipalMinor).ShouldBe(13 * TestWorld.Par);
        (await world.Show(series))
            .Periods.Select(p => (p.DueOn, p.InterestMinor, p.PrincipalMinor))
            .ShouldBe(promised.Rows.Select(r => (r.DueOn, r.InterestMinor, r.PrincipalMinor)));
        foreach (var row in promised.Rows)
            (await world.Pay(series, row.No)).TotalMinor.ShouldBe(row.PaymentMinor);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_missed_payment_stays_due_and_every_holder_sees_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var ann = await world.SignUp("Ann Waiting");
        var series = await world.IssueBonds([15], people: [ann]);
        var first = await world.Period(series, 1);

        world.MoveToDay(first.DueOn.AddDays(3));
        await world.RunAll(nameof(BookBonds));

        var bonds = (await ann.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single().Bonds.Single();
        (bonds.ArrearsMinor, bonds.ArrearsSince).ShouldBe((15 * 30, first.DueOn));
        (await world.Show(series)).ArrearsMinor.ShouldBe(15 * 30);
        var waiting = (await (await world.Administrator()).Get("bond-series/payments-to-calculate")).As<
            IReadOnlyList<BondPaymentToCalculate>
        >();
        waiting.Single(w => w.SeriesId == series.Id).IsOverdue.ShouldBeTrue();
        var calendar = (
            await series.Offer.By.Chair.Get($"enterprises/{series.Offer.By.Id}/debt-service")
        ).As<DebtCalendar>();
        calendar.ArrearsMinor.ShouldBe(15 * 30);
        await world.Pay(series, 1);
        bonds = (await ann.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single().Bonds.Single();
        (bonds.ArrearsMinor, bonds.ArrearsSince).ShouldBe((0, null));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_series_that_missed_its_minimum_is_never_issued(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.OpenBonds();
        await world.Buy(offer, 3);

        await world.End(offer);

        (await world.Show(offer)).State.ShouldBe(OfferState.Failed);
        (await world.InDatabase(db => db.BondSeries.SingleAsync(s => s.OfferId == offer.Id))).UnitsReserved.ShouldBe(0);
        (
            await world.InDatabase(db =>
                db.BondPeriods.CountAsync(p => db.BondSeries.Any(s => s.OfferId == offer.Id && s.Id == p.SeriesId))
            )
        ).ShouldBe(0);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Bonds_with_a_day_of_issue_wait_for_it_and_earn_from_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var issue = LegalDay.Of(world.Clock.Now, "Europe/Amsterdam").AddDays(40);
        var offer = await world.OpenBonds(TestWorld.TwoYears(Currency.Eur) with { IssueOn = issue });
        await world.Buy(offer, 11);
        await world.End(offer);
        (await world.Show(offer)).State.ShouldBe(
            OfferState.Closed,
            "everybody has confirmed, but the day has not come"
        );

        world.MoveToDay(issue.AddDays(5));
        await world.RunAll(nameof(SettleOffers));
        await world.Settle();

        var series = (await world.Show(offer)).Series.Single();
        series.IssuedOn.ShouldBe(issue);
        var page = (
            await offer.By.Chair.Get($"bond-series/{series.Id}/register?asOf={issue:yyyy-MM-dd}")
        ).As<BondRegisterPage>();
        page.Holders.Single().Units.ShouldBe(11);
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_is_paid_before_the_day_of_record_is_over_or_out_of_order(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var series = await world.IssueBonds([10]);
        var first = await world.Period(series, 1);

        (await world.TryCalculate(series, 1)).ShouldBeRefused("bond.record-day-not-over");
        (await world.TryCalculate(series, 2)).ShouldBeRefused("bond.earlier-period-open");
        (await world.TryCalculate(series, 99)).ShouldFail(System.Net.HttpStatusCode.NotFound, "bond-period.unknown");
        world.MoveToDay(first.RecordOn.AddDays(1));
        var key = Guid.NewGuid();
        var run = (await world.TryCalculate(series, 1, key)).As<PayoutRunCalculated>();
        (await world.TryCalculate(series, 1, key))
            .As<PayoutRunCalculated>()
            .ShouldBe(run, "the same key, the same answer");
        (await world.TryCalculate(series, 1)).ShouldBeRefused("payout.run-exists");
        (await (await world.Administrator()).Post($"payout-runs/{run.Id}/approval")).ShouldBeRefused(
            "payout.own-approval"
        );
        (await (await world.SecondAdministrator()).Post($"payout-runs/{run.Id}/void")).ShouldSucceed();
        await world.Pay(series, 1);
        await world.ChecksShouldHold();
    }
}
