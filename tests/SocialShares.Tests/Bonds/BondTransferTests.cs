using SocialShares.Features.Bonds;
using SocialShares.Features.Holdings;
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
        var quote = (
            await cas.Get($"{series.Path}/accrued-interest?on={day:yyyy-MM-dd}&units=5")
        ).As<AccruedInterest>();
        var recorded = (await world.TryRecord(series, giver, cas.Email, 5, day)).As<TransferStanding>();
        await world.Settle();
        (await world.MailsAbout(series, "Please confirm")).ShouldBe(1, "nothing passes before the giver wants it");
        (await world.Confirm(recorded, giver, ann)).ShouldSucceed();
        (await world.TryAccept(recorded.Id, cas)).As<TransferStanding>().DoneOn.ShouldBe(day);

        var done = (await world.Show(series)).Transfers.Single();
        (quote.Minor, done.AccruedMinor).ShouldBe((50, 50));
        await world.Settle();
        (await world.MailsAbout(series, "have passed to somebody else")).ShouldBe(1);
        (await world.MailsAbout(series, "You hold")).ShouldBe(1);
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
        var day = first.DueOn.AddDays(3);
        async Task Refuses(Member from, long units, DateOnly on, string code, string field) =>
            (await world.TryRecord(series, from, cas.Email, units, on)).ShouldBeRefused(code).Field.ShouldBe(field);
        var nobody = new RecordTransfer.Body(999, cas.Email, 5, "Deed of sale", BondSeriesId: series.Id);

        (await series.Offer.By.Chair.Post($"enterprises/{series.Offer.By.Id}/transfers", nobody))
            .ShouldBeRefused("transfer.giver")
            .Field.ShouldBe("fromNumber");
        await Refuses(giver, 13, day, "transfer.units", "units");
        await Refuses(giver, 5, first.AccrualStart.AddDays(-1), "bond.transfer-day", "on");
        await Refuses(giver, 5, first.DueOn.AddDays(300), "bond.transfer-day", "on");
        // Nothing was calculated yet, and still: whoever held on the day of record has earned that payment.
        await Refuses(giver, 5, first.RecordOn, "bond.transfer-past-record", "on");
        await Refuses(giver, 5, first.AccrualStart.AddDays(1), "bond.transfer-past-record", "on");
        await Refuses(giver, 5, first.RecordOn.AddDays(1), "bond.transfer-closed-period", "on");
        var chair = series.Offer.By.Chair;
        (await world.TryRecord(series, giver, chair.Email, 5, day)).ShouldBeRefused("transfer.to-yourself");
        var unknown = await world.TryRecord(series, giver, "nobody@nowhere.example", 5, day);
        unknown.As<TransferStanding>().State.ShouldBe(TransferState.Recorded);
        // Both ends of the same person: only the receiver's own acceptance tells.
        var own = (await world.TryRecord(series, giver, ann.Email, 5, day)).As<TransferStanding>();
        (await world.Confirm(own, giver, ann)).ShouldSucceed();
        (await world.TryAccept(own.Id, ann)).ShouldBeRefused("transfer.to-self");
    }

    [Theory]
    [EveryDatabase]
    public async Task An_administrator_confirms_with_evidence_where_a_giver_cannot_but_not_for_the_own_board(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var series = await world.IssueBonds([12], people: [ann]);
        var giver = await world.HolderOf(series, ann);
        var recorded = (await world.TryRecord(series, giver, cas.Email, 5, null)).As<TransferStanding>();
        Task<Reply> Confirm(Person by) =>
            by.Post(
                $"transfers/{recorded.Id}/confirmation",
                new ConfirmTransferOnEvidence.Body("Signed deed of 3 May"),
                Person.NoKey
            );
        var both = await world.MakeAdministrator(series.Offer.By.Chair);

        (await Confirm(both)).ShouldBeRefused("transfer.own-board");
        (await Confirm(cas)).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await Confirm(await world.Administrator())).ShouldSucceed();
        (await world.TryAccept(recorded.Id, cas)).As<TransferStanding>().State.ShouldBe(TransferState.Done);
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

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => world.TryRecord(series, giver, cas.Email, 5, day))
        );

        var asked = replies.Where(r => r.Status == System.Net.HttpStatusCode.OK).ToList();
        asked.Count.ShouldBe(2);
        replies.Except(asked).ShouldAllBe(r => r.Code == "transfer.units");
        foreach (var transfer in asked.Select(r => r.As<TransferStanding>()))
        {
            (await world.Confirm(transfer, giver, ann)).ShouldSucceed();
            (await world.TryAccept(transfer.Id, cas)).ShouldSucceed();
        }
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
