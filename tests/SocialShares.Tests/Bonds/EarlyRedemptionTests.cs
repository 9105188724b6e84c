using System.Security.Cryptography;
using System.Text;
using SocialShares.Features.Bonds;
using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Bonds;

/// <summary>Bonds that are paid back before their maturity: all, by lot, and at a holder's wish.</summary>
[Collection(nameof(OneWorld))]
public sealed class EarlyRedemptionTests
{
    private static readonly BondTerms Callable = TestWorld.TwoYears(Currency.Eur) with
    {
        EarlyRedemption = new EarlyRedemptionTerms(IssuerAfterMonths: 12, HolderAfterMonths: 12, NoticeDays: 30),
    };

    [Theory]
    [EveryDatabase]
    public async Task A_draw_takes_whole_bonds_and_anybody_can_repeat_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var series = await world.IssueBonds([20, 5, 15], Callable);
        await world.Pay(series, 1);
        var board = series.Offer.By.Chair;
        (await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(9))).ShouldFail(
            System.Net.HttpStatusCode.NotFound,
            "bond-period.unknown"
        );

        var decided = (
            await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2, 10))
        ).As<EarlyRedemptionDecided>();
        (await world.Show(series))
            .EarlyRedemptions.Single()
            .Seed.ShouldBeNull("before the draw only its hash is known");
        world.Clock.Move(EarlyRedemption.ToldAfter);
        await world.Settle();
        (await world.MailsAbout(series, "drawn by lot")).ShouldBe(3, "every holder is told");
        var run = await world.Pay(series, 2);

        var lines = (await (await world.Administrator()).Get($"payout-runs/{run.Id}/lines")).As<PayoutLinePage>().Lines;
        var seed = (await world.Show(series)).EarlyRedemptions.Single().Seed!;
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(seed))).ShouldBe(decided.SeedHash);
        lines.Select(l => l.RedeemedUnits).ShouldBe(BondDraw.Draw([.. lines.Select(l => l.Units)], 10, seed));
        run.PrincipalMinor.ShouldBe(10 * TestWorld.Par);
        run.Checks.ShouldAllBe(c => c.Holds == true);
        (await world.Show(series)).Line.Units.ShouldBe(30);
        await world.ChecksShouldHold();
        (await world.Pay(series, 3)).TotalMinor.ShouldBe(30 * 30);
        (await world.Pay(series, 4)).TotalMinor.ShouldBe(30 * 1030);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_holder_is_paid_back_at_the_first_payment_that_the_notice_allows(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, bob) = (await world.SignUp(), await world.SignUp());
        var series = await world.IssueBonds([12, 8], Callable, [ann, bob]);
        var holder = await world.HolderOf(series, ann);
        var path = $"holdings/{holder.Id}/bonds/{series.Id}/redemption-requests";

        var asked = (await ann.Post(path, new AskRedemption.Body(5))).As<EarlyRedemptionDecided>();
        (await ann.Post(path, new AskRedemption.Body(8))).ShouldBeRefused("bond.units").Field.ShouldBe("units");
        (await bob.Post(path, new AskRedemption.Body(1))).ShouldFail(
            System.Net.HttpStatusCode.NotFound,
            "holding.unknown"
        );
        var second = (await ann.Post(path, new AskRedemption.Body(2))).As<EarlyRedemptionDecided>();
        (
            await ann.Post($"holdings/{holder.Id}/redemption-requests/{second.Id}/withdraw", key: Person.NoKey)
        ).ShouldSucceed();

        asked.PeriodNo.ShouldBe(2, "not before a year");
        await world.Pay(series, 1);
        var run = await world.Pay(series, 2);
        run.TotalMinor.ShouldBe((20 * 30) + (5 * TestWorld.Par));
        var bonds = (await ann.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single().Bonds.Single();
        (bonds.Units, bonds.RepaidMinor).ShouldBe((7, 5 * TestWorld.Par));
        (
            await ann.Post($"holdings/{holder.Id}/redemption-requests/{asked.Id}/withdraw", key: Person.NoKey)
        ).ShouldBeRefused("bond.redemption-settled");
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Everything_can_be_redeemed_at_once_and_then_nothing_is_left_to_pay(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var series = await world.IssueBonds([9, 6], Callable);
        var board = series.Offer.By.Chair;
        (await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(1))).ShouldBeRefused(
            "bond.redeemable-from"
        );
        (await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(4))).ShouldBeRefused(
            "bond.matures-then"
        );
        var taken = (
            await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(3))
        ).As<EarlyRedemptionDecided>();
        (await board.Post($"{series.Path}/early-redemptions/{taken.Id}/withdraw", key: Person.NoKey)).ShouldSucceed();
        (await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2))).ShouldSucceed();
        (await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2, 3))).ShouldBeRefused(
            "bond.redemption-exists"
        );

        await world.Pay(series, 1);
        (await world.Pay(series, 2)).TotalMinor.ShouldBe(15 * 1030);

        var shown = await world.Show(series);
        (shown.Line.Units, shown.Line.OutstandingMinor, shown.Line.Holders).ShouldBe((0, 0, 0));
        world.MoveToDay(shown.Periods[^1].DueOn.AddDays(1));
        await world.RunAll(nameof(Jobs.BookBonds));
        (await world.Show(series)).ArrearsMinor.ShouldBe(0);
        (await world.TryCalculate(series, 3)).Status.ShouldBe(System.Net.HttpStatusCode.Conflict);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Terms_that_do_not_allow_it_are_kept(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var ann = await world.SignUp();
        var series = await world.IssueBonds([15], people: [ann]);
        var holder = await world.HolderOf(series, ann);

        var all = await series.Offer.By.Chair.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2));
        var mine = await ann.Post(
            $"holdings/{holder.Id}/bonds/{series.Id}/redemption-requests",
            new AskRedemption.Body(1)
        );

        all.ShouldBeRefused("bond.not-redeemable");
        mine.ShouldBeRefused("bond.not-redeemable");
    }

    [Theory]
    [EveryDatabase]
    public async Task Nobody_looks_at_a_draw_and_then_changes_what_it_is_made_from(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var series = await world.IssueBonds([12, 8], Callable, [ann, await world.SignUp()]);
        var board = series.Offer.By.Chair;
        var giver = await world.HolderOf(series, ann);
        await world.Pay(series, 1);
        var decided = (
            await board.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2, 5))
        ).As<EarlyRedemptionDecided>();
        var second = await world.Period(series, 2);
        world.MoveToDay(second.RecordOn.AddDays(1));
        var run = (await world.TryCalculate(series, 2)).As<PayoutRunCalculated>();
        (await (await world.SecondAdministrator()).Post($"payout-runs/{run.Id}/void")).ShouldSucceed();

        var withdrawn = await board.Post($"{series.Path}/early-redemptions/{decided.Id}/withdraw", key: Person.NoKey);
        var moved = await world.TryRecord(series, giver, cas.Email, 3, second.RecordOn);

        withdrawn.ShouldBeRefused("bond.redemption-settled");
        moved.ShouldBeRefused("bond.transfer-past-record");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_bond_that_is_being_paid_back_cannot_pass_on_before_the_register_says_so(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var series = await world.IssueBonds([12], Callable, [ann]);
        var giver = await world.HolderOf(series, ann);
        for (var no = 1; no <= 3; no++)
            await world.Pay(series, no);
        var last = await world.Period(series, 4);
        world.MoveToDay(last.DueOn.AddDays(40));
        var later = (await world.TryRecord(series, giver, cas.Email, 3, last.DueOn.AddDays(9))).As<TransferStanding>();
        (await world.Confirm(later, giver, ann)).ShouldSucceed();
        (await world.TryAccept(later.Id, cas)).ShouldBeRefused("bond.transfer-being-repaid");
        await world.Pay(series, 4);
        var tooLate = await world.TryRecord(series, giver, cas.Email, 3, last.DueOn.AddDays(9));

        tooLate.ShouldBeRefused("transfer.units");
        (await world.TryAccept(later.Id, cas)).ShouldBeRefused("transfer.units");
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_request_whose_bonds_were_drawn_before_holds_nothing_up(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var ann = await world.SignUp();
        var free = Callable with
        {
            RatePpm = 0,
            EarlyRedemption = new EarlyRedemptionTerms(IssuerAfterMonths: 0, HolderAfterMonths: 0, NoticeDays: 0),
        };
        var series = await world.IssueBonds([12], free, [ann]);
        var holder = await world.HolderOf(series, ann);
        var first = await world.Period(series, 1);
        // Everything is drawn but one bond; the request goes with the next payment and finds nothing left of its own.
        (
            await series.Offer.By.Chair.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(1))
        ).ShouldSucceed();
        world.MoveToDay(first.RecordOn.AddDays(1));
        (await ann.Post($"holdings/{holder.Id}/bonds/{series.Id}/redemption-requests", new AskRedemption.Body(4)))
            .As<EarlyRedemptionDecided>()
            .PeriodNo.ShouldBe(2);

        await world.Pay(series, 1);
        world.MoveToDay((await world.Period(series, 4)).DueOn.AddDays(1));
        await world.RunAll(nameof(Jobs.BookBonds));

        var shown = await world.Show(series);
        (shown.Line.Units, shown.Line.ServicedPeriods, shown.ArrearsMinor).ShouldBe((0, 4, 0));
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_redemption_that_was_missed_is_in_arrears_with_its_principal(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var ann = await world.SignUp();
        var series = await world.IssueBonds([12], Callable, [ann]);
        await world.Pay(series, 1);
        (await series.Offer.By.Chair.Post($"{series.Path}/early-redemptions", new RedeemEarly.Body(2))).ShouldSucceed();
        world.MoveToDay((await world.Period(series, 2)).DueOn.AddDays(2));

        var bonds = (await ann.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single().Bonds.Single();

        (await world.Show(series)).ArrearsMinor.ShouldBe(12 * 1030);
        bonds.ArrearsMinor.ShouldBe(12 * 1030);
    }
}
