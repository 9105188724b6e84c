using SocialShares.Features.Bonds;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Bonds;

/// <summary>Bonds that pass from one holder to another, with the interest that has accrued on them.</summary>
[Collection(nameof(OneWorld))]
public sealed class BondTransferTests
{
    [Theory]
    [EveryDatabase]
    public async Task The_receiver_is_paid_the_coupon_and_owes_the_giver_what_has_accrued(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp("Cas Newcomer"));
        var series = await world.IssueBonds([12], people: [ann]);
        var giver = await world.HolderOf(series, ann);
        var first = await world.Period(series, 1);
        // A third of the half year by 30E/360: 60 of 180 days, 3 % x 60/180 of 10.00 is 10 cents a bond.
        var day = first.AccrualStart.AddMonths(2);
        world.MoveToDay(day.AddDays(1));
        var order = new TransferBonds.Body(giver.Number, cas.Email, TestWorld.Holder(), 5, day, "Deed of sale");

        var quote = (
            await cas.Get($"{series.Path}/accrued-interest?on={day:yyyy-MM-dd}&units=5")
        ).As<AccruedInterest>();
        var done = (await series.Offer.By.Chair.Post($"{series.Path}/transfers", order)).As<BondsTransferred>();

        (quote.Minor, done.AccruedMinor).ShouldBe((50, 50));
        await world.Settle();
        (await world.MailsAbout(series, "passed to somebody else")).ShouldBe(1, "the giver can object");
        (await world.MailsAbout(series, "You have bonds")).ShouldBe(1);
        var run = await world.Pay(series, 1);
        var lines = (await (await world.Administrator()).Get($"payout-runs/{run.Id}/lines")).As<PayoutLinePage>().Lines;
        lines
            .Select(l => (l.MemberNumber, l.Units, l.GrossMinor))
            .ShouldBe([(giver.Number, 7, 210), (done.ToNumber, 5, 150)]);
        lines[1].Problem.ShouldBe("no-iban", "the receiver has given no account yet");
        var received = (await cas.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single();
        (received.Bonds.Single().Units, received.AdmittedOn).ShouldBe((5, null));
        await ShouldStandAsOf(series, day.AddDays(-1), [12]);
        await ShouldStandAsOf(series, day, [7, 5]);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_line_that_waited_for_an_account_is_paid_once_there_is_one(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var ann = await world.SignUp();
        var series = await world.IssueBonds([12], people: [ann]);
        var holder = await world.HolderOf(series, ann);
        (
            await ann.Put(
                $"holdings/{holder.Id}/payout-choice",
                new ChoosePayout.Body(PayoutDestination.Reinvest, null)
            )
        ).ShouldSucceed();

        var run = await world.Pay(series, 1);
        run.State.ShouldBe(PayoutRunState.CompletedWithFailures, "interest on bonds cannot be left in");
        (
            await ann.Put(
                $"holdings/{holder.Id}/payout-choice",
                new ChoosePayout.Body(PayoutDestination.Reinvest, "NL91ABNA0417164300")
            )
        ).ShouldSucceed();
        (
            await (await world.Administrator()).Post($"payout-runs/{run.Id}/lines/1/resolution", key: Person.NoKey)
        ).ShouldSucceed();
        await world.RunAll(nameof(Jobs.ExecutePayouts));

        var ended = (await (await world.Administrator()).Get($"payout-runs/{run.Id}")).As<PayoutRunRead>();
        ended.State.ShouldBe(PayoutRunState.Completed);
        ended.BankFiles.Sum(f => f.ControlSumMinor).ShouldBe(12 * 30);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_the_register_cannot_take_is_refused_at_its_field(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var series = await world.IssueBonds([12], people: [ann]);
        var giver = await world.HolderOf(series, ann);
        var first = await world.Period(series, 1);
        world.MoveToDay(first.DueOn.AddDays(3));
        var good = new TransferBonds.Body(
            giver.Number,
            cas.Email,
            TestWorld.Holder(),
            5,
            first.RecordOn,
            "Deed of sale"
        );
        async Task Refuses(TransferBonds.Body body, string code, string field) =>
            (await series.Offer.By.Chair.Post($"{series.Path}/transfers", body))
                .ShouldBeRefused(code)
                .Field.ShouldBe(field);

        await Refuses(good with { FromNumber = 999 }, "bond.transfer-giver", "fromNumber");
        await Refuses(good with { ToEmail = "nobody@nowhere.example" }, "bond.transfer-receiver", "toEmail");
        await Refuses(good with { ToHolder = null }, "bond.transfer-receiver-details", "toHolder");
        await Refuses(good with { ToEmail = ann.Email }, "bond.transfer-to-self", "to");
        await Refuses(good with { Units = 13 }, "bond.units", "units");
        await Refuses(good with { On = first.AccrualStart.AddDays(-1) }, "bond.transfer-day", "on");
        await Refuses(good with { On = first.DueOn.AddDays(300) }, "bond.transfer-day", "on");
        await Refuses(good with { On = first.RecordOn.AddDays(1) }, "bond.transfer-closed-period", "on");
        (await world.TryCalculate(series, 1)).ShouldSucceed();
        await Refuses(good, "bond.transfer-paid-period", "on");
        (
            await series.Offer.By.Chair.Post($"{series.Path}/transfers", good with { On = first.AccrualEnd })
        ).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_transfers_at_once_never_give_away_more_than_there_is(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var series = await world.IssueBonds([12], people: [ann]);
        var giver = await world.HolderOf(series, ann);
        var day = (await world.Period(series, 1)).AccrualStart.AddDays(3);
        world.MoveToDay(day);
        var order = new TransferBonds.Body(giver.Number, cas.Email, TestWorld.Holder(), 5, day, "Deed of sale");

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => series.Offer.By.Chair.Post($"{series.Path}/transfers", order))
        );

        replies.Count(r => r.Status == System.Net.HttpStatusCode.OK).ShouldBe(2);
        replies.Where(r => r.Status != System.Net.HttpStatusCode.OK).ShouldAllBe(r => r.Code == "bond.units");
        await ShouldStandAsOf(series, day, [2, 10]);
    }

    private static async Task ShouldStandAsOf(IssuedSeries series, DateOnly day, long[] units)
    {
        var page = (
            await series.Offer.By.Chair.Get($"{series.Path}/register?asOf={day:yyyy-MM-dd}")
        ).As<BondRegisterPage>();
        page.Holders.Select(h => h.Units).ShouldBe(units, $"as of {day}");
    }
}
