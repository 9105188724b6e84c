using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Bonds;
using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Faults;

/// <summary>Payments on bonds when things are done twice, at once, or are broken off.</summary>
public sealed class BondFaultTests
{
    [Theory]
    [EveryDatabase]
    public async Task Calculations_of_one_period_at_once_make_one_run(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var series = await world.IssueBonds([12, 8]);
        world.MoveToDay((await world.Period(series, 1)).RecordOn.AddDays(1));

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.TryCalculate(series, 1)));

        replies.Count(r => (int)r.Status == 200).ShouldBe(1);
        replies.Where(r => (int)r.Status != 200).ShouldAllBe(r => r.Code == "payout.run-exists");
        (await world.InDatabase(db => db.PayoutLines.CountAsync())).ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_run_that_several_workers_execute_at_once_pays_once(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var series = await world.IssueBonds([12, 8]);
        var run = await Approved(world, series, 1);
        world.MoveToDay((await world.Period(series, 1)).DueOn);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.Run(nameof(ExecutePayouts))));
        await world.RunAll(nameof(ExecutePayouts), nameof(BookBonds));

        await ShouldBePaidOnce(world, series, run, 20 * 30);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_stop_between_approval_and_payment_loses_and_doubles_nothing(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var series = await world.IssueBonds([12, 8]);
        var run = await Approved(world, series, 1);
        await world.StopProduct();
        await world.StartProduct();
        world.MoveToDay((await world.Period(series, 1)).DueOn);
        await world.RunAll(nameof(ExecutePayouts));
        await world.StopProduct();
        await world.StartProduct();

        await world.RunAll(nameof(BookBonds), nameof(ExecutePayouts), nameof(BookBonds));

        await ShouldBePaidOnce(world, series, run, 20 * 30);
    }

    [Theory]
    [EveryDatabase]
    public async Task Transfers_and_a_calculation_at_once_pay_every_bond_once(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var series = await world.IssueBonds([12, 8], people: [ann, await world.SignUp()]);
        var giver = await world.HolderOf(series, ann);
        var first = await world.Period(series, 1);
        world.MoveToDay(first.RecordOn.AddDays(-1));
        var asked = new List<TransferStanding>();
        for (var i = 0; i < 4; i++)
            asked.Add(
                (await world.TryRecord(series, giver, cas.Email, 1, first.RecordOn.AddDays(-1))).As<TransferStanding>()
            );
        foreach (var transfer in asked)
            (await world.Confirm(transfer, giver, ann)).ShouldSucceed();
        (await world.TryAccept(asked[0].Id, cas)).ShouldSucceed();
        world.MoveToDay(first.RecordOn.AddDays(1));

        var replies = await Task.WhenAll(
            world.TryAccept(asked[1].Id, cas),
            world.TryAccept(asked[2].Id, cas),
            world.TryCalculate(series, 1),
            world.TryAccept(asked[3].Id, cas)
        );

        var run = replies[2].As<PayoutRunCalculated>();
        run.TotalMinor.ShouldBe(20 * 30);
        var lines = await world.InDatabase(db => db.PayoutLines.AsNoTracking().OrderBy(l => l.No).ToListAsync());
        lines.Sum(l => l.Units).ShouldBe(20);
        // Whoever accepted after the day of record was refused, calculated or not, so that the register says who is paid.
        var page = await series.Offer.By.Chair.Get($"{series.Path}/register?asOf={first.RecordOn:yyyy-MM-dd}");
        page.As<BondRegisterPage>()
            .Holders.Where(h => h.Units > 0)
            .Select(h => h.Units)
            .ShouldBe(lines.Select(l => l.Units));
        replies.Where(r => (int)r.Status != 200).ShouldAllBe(r => r.Code == "bond.transfer-past-record");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_whole_life_of_missed_days_is_made_up_for_in_order(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var series = await world.IssueBonds([12, 8]);
        var last = (await world.Show(series)).Periods[^1];
        world.MoveToDay(last.DueOn.AddDays(400));
        await world.RunAll(nameof(BookBonds), nameof(BookBonds));

        (await world.Show(series)).ArrearsMinor.ShouldBe((20 * 30 * 4) + (20 * TestWorld.Par));
        (await world.TryCalculate(series, 2)).ShouldBeRefused("bond.earlier-period-open");
        for (var no = 1; no <= 4; no++)
            await world.Pay(series, no);

        (await world.Show(series)).ArrearsMinor.ShouldBe(0);
        (await world.Show(series)).Line.Units.ShouldBe(0);
        await world.ChecksShouldHold();
    }

    private static async Task<PayoutRunId> Approved(TestWorld world, IssuedSeries series, int no)
    {
        world.MoveToDay((await world.Period(series, no)).RecordOn.AddDays(1));
        var run = (await world.TryCalculate(series, no)).As<PayoutRunCalculated>();
        (await (await world.SecondAdministrator()).Post($"payout-runs/{run.Id}/approval")).ShouldSucceed();
        return run.Id;
    }

    private static async Task ShouldBePaidOnce(TestWorld world, IssuedSeries series, PayoutRunId id, long minor)
    {
        var run = (await (await world.Administrator()).Get($"payout-runs/{id}")).As<PayoutRunRead>();
        run.State.ShouldBe(PayoutRunState.Completed);
        run.BankFiles.Sum(f => f.ControlSumMinor).ShouldBe(minor);
        (await world.Ledger(Book.Of(series.Offer.By.Slug), Account.BankInTransit)).ShouldBe(-minor);
        (await world.Ledger(Book.Of(series.Offer.By.Slug), Account.BondInterest)).ShouldBe(minor);
        await world.ChecksShouldHold();
    }
}
