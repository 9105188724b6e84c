using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Ledger;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;

namespace SocialShares.Tests.Payouts;

/// <summary>Share interest from the board's declaration to the holder's account or new shares.</summary>
public sealed class PayoutRunTests
{
    private static readonly DateTime PayDay = new(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Everyone_is_paid_where_they_chose_and_nobody_twice(Engine engine)
    {
        // 3 % of 1,000, 500 and 333 shares of 1.00 is 30.00, 15.00 and 9.99.
        await using var village = await Village.On(
            engine,
            [(1000, To.Bank), (500, To.BankWithoutIban), (333, To.NewShares)]
        );
        var run = await village.Calculate(await village.Declare());
        await village.Approve(run.Id);
        village.Clock.Now = PayDay;

        var state = await village.ExecuteAll(run.Id);
        var again = await village.Execute(run.Id);

        run.TotalMinor.ShouldBe(5499);
        state.ShouldBe(PayoutRunState.CompletedWithFailures);
        again.ShouldBe(new PayoutBatchDone(false, 0, 0, PayoutRunState.CompletedWithFailures));
        await using var db = village.Open();
        var lines = await db.PayoutLines.AsNoTracking().OrderBy(l => l.No).ToListAsync(Ct);
        lines.Select(l => l.GrossMinor).ShouldBe([3000, 1500, 999]);
        lines
            .Select(l => l.State)
            .ShouldBe([PayoutLineState.Sent, PayoutLineState.NeedsAttention, PayoutLineState.Reinvested]);
        lines[2].CarriedOutMinor.ShouldBe(99);
        var file = await db.BankFiles.SingleAsync(Ct);
        (file.NumberOfTransactions, file.ControlSumMinor).ShouldBe((1, 3000L));
        lines[0].BankFileId.ShouldBe(file.Id);
        var entry = await db.RegisterEntries.SingleAsync(e => e.Kind == EntryKind.Reinvestment, Ct);
        (entry.Units, entry.Number, entry.SourceId).ShouldBe((9L, 4, lines[2].Id.Value));
        (await db.Certificates.SingleAsync(Ct)).EntryId.ShouldBe(entry.Id);
        (await Checks(village)).ShouldAllBe(c => c.Holds == true);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_line_without_account_is_paid_once_its_holder_gave_one(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank), (500, To.BankWithoutIban)]);
        var run = await village.Calculate(await village.Declare());
        await village.Approve(run.Id);
        village.Clock.Now = PayDay;
        await village.ExecuteAll(run.Id);
        var resolve = new ResolvePayoutLine(run.Id, 2);
        Task<PayoutRunStanding> Resolve() =>
            village.Do(resolve, db => new ResolvePayoutLine.Handler(db, village.Ann, village.Clock));

        var early = await Should.ThrowAsync<Refused>(Resolve);
        await village.Do(
            new ChoosePayout(village.Members[1].Id, PayoutDestination.Bank, "GB29 NWBK 6016 1331 9268 19"),
            db => new ChoosePayout.Handler(db)
        );
        await Resolve();
        var state = await village.ExecuteAll(run.Id);

        early.Code.ShouldBe("payout.iban-missing");
        state.ShouldBe(PayoutRunState.Completed);
        var read = await village.Read(run.Id);
        read.BankFiles.Select(f => f.ControlSumMinor).ShouldBe([3000, 1500]);
        read.Checks.ShouldAllBe(c => c.Holds == true);
        (await Checks(village)).ShouldAllBe(c => c.Holds == true);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_buys_no_whole_share_is_added_to_the_next_run(Engine engine)
    {
        await using var village = await Village.On(engine, [(333, To.NewShares), (10, To.NewShares)]);
        var first = await village.Calculate(await village.Declare());
        await village.Approve(first.Id);
        village.Clock.Now = PayDay;
        await village.ExecuteAll(first.Id);

        village.Clock.Now = PayDay.AddYears(1);
        var second = await village.Calculate(
            await village.Declare(from: Village.From.AddYears(1), payOn: Village.PayOn.AddYears(1))
        );
        await village.Approve(second.Id);
        await village.ExecuteAll(second.Id);

        await using var db = village.Open();
        var lines = await db
            .PayoutLines.AsNoTracking()
            .Where(l => l.RunId == second.Id)
            .OrderBy(l => l.No)
            .ToListAsync(Ct);
        lines.Select(l => l.CarriedInMinor).ShouldBe([99, 30]);
        // 342 shares, of which 9 came in February: 10.24 with 0.99 carried in buys 11; 0.30 and 0.30 buy nothing.
        lines.Select(l => l.State).ShouldBe([PayoutLineState.Reinvested, PayoutLineState.Carried]);
        lines.ShouldAllBe(l => l.DueMinor % 100 == l.CarriedOutMinor);
        lines[1].CarriedOutMinor.ShouldBe(60);
        (await village.Read(second.Id)).ComparedWithLast!.Number.ShouldBe(first.Number);
        (await Checks(village)).ShouldAllBe(c => c.Holds == true);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_declaration_has_one_run_until_that_is_voided(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        var declaration = await village.Declare();
        var run = await village.Calculate(declaration);
        await village.Approve(run.Id);

        var second = await Should.ThrowAsync<Refused>(() => village.Calculate(declaration));
        await village.Do(new VoidPayoutRun(run.Id), db => new VoidPayoutRun.Handler(db, village.Ann, village.Clock));
        var again = await village.Calculate(declaration);

        second.Code.ShouldBe("payout.run-exists");
        (run.Number, again.Number).ShouldBe(("2026-0001", "2026-0002"));
        (await Checks(village)).ShouldAllBe(c => c.Holds == true);
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_calculated_may_not_approve_and_no_run_pays_early_or_unapproved(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        var run = await village.Calculate(await village.Declare());
        village.Clock.Now = PayDay;
        var unapproved = await Should.ThrowAsync<Refused>(() => village.Execute(run.Id));
        var own = await Should.ThrowAsync<Refused>(() => village.Approve(run.Id, by: village.Ann));
        await village.Approve(run.Id);
        village.Clock.Now = PayDay.AddDays(-1);

        var early = await Should.ThrowAsync<Refused>(() => village.Execute(run.Id));

        (unapproved.Code, own.Code, early.Code).ShouldBe(("payout.state", "payout.own-approval", "payout.not-due"));
        await using var db = village.Open();
        (await db.BankFiles.AnyAsync(Ct)).ShouldBeFalse();
        (await db.PayoutLines.SingleAsync(Ct)).State.ShouldBe(PayoutLineState.Open);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_run_by_bank_waits_for_the_account_of_the_enterprise(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)], withIban: false);
        var run = await village.Calculate(await village.Declare());

        var refused = await Should.ThrowAsync<Refused>(() => village.Approve(run.Id));

        refused.Code.ShouldBe("payout.enterprise-iban-missing");
    }

    [Theory]
    [EveryDatabase]
    public async Task The_same_days_are_declared_once(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        await village.Declare();

        var same = await Should.ThrowAsync<Refused>(() => village.Declare());
        var overlapping = await Should.ThrowAsync<Refused>(() => village.Declare(from: Village.From.AddMonths(-6)));

        (same.Code, overlapping.Code).ShouldBe(("interest.period-declared", "interest.period-declared"));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_large_run_drops_nobody_and_splits_into_files_of_ten_thousand(Engine engine)
    {
        const int holders = 10_007;
        await using var village = await Village.On(
            engine,
            [.. Enumerable.Range(0, holders).Select(i => (100L + i % 7, To.Bank))]
        );
        var run = await village.Calculate(await village.Declare());
        await village.Approve(run.Id);
        village.Clock.Now = PayDay;

        var state = await village.ExecuteAll(run.Id);

        state.ShouldBe(PayoutRunState.Completed);
        var read = await village.Read(run.Id);
        read.LineCount.ShouldBe(holders);
        read.BankFiles.Select(f => f.NumberOfTransactions).ShouldBe([10_000, 7]);
        read.BankFiles.Sum(f => f.ControlSumMinor).ShouldBe(read.TotalMinor);
        read.Checks.ShouldAllBe(c => c.Holds == true);
    }

    [Fact]
    public async Task Two_workers_on_one_run_pay_each_line_once()
    {
        await using var village = await Village.On(
            EnginesUnderTest.Now.Engines[^1],
            [.. Enumerable.Range(0, 12_000).Select(i => (100L, i % 2 == 0 ? To.Bank : To.NewShares))]
        );
        var run = await village.Calculate(await village.Declare(50_000));
        await village.Approve(run.Id);
        village.Clock.Now = PayDay;

        var states = await Task.WhenAll(village.ExecuteAll(run.Id), village.ExecuteAll(run.Id));

        states.ShouldContain(PayoutRunState.Completed);
        var read = await village.Read(run.Id);
        read.BankFiles.Sum(f => f.ControlSumMinor).ShouldBe(6_000 * 500L);
        await using var db = village.Open();
        (await db.RegisterEntries.Where(e => e.Kind == EntryKind.Reinvestment).SumAsync(e => e.Units, Ct)).ShouldBe(
            6_000 * 5
        );
        (await Checks(village)).ShouldAllBe(c => c.Holds == true);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_preview_costs_what_the_run_then_pays(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank), (333, To.NewShares)]);

        var preview = await village.Do(
            new PreviewInterest(village.Enterprise.Id, village.Class.Id, Village.From, Village.Until, 30_000),
            db => new PreviewInterest.Handler(db)
        );
        var run = await village.Calculate(await village.Declare());

        preview.TotalMinor.ShouldBe(run.TotalMinor);
        (preview.Holders, preview.HighestMinor, preview.LowestMinor).ShouldBe((2, 3000L, 999L));
        preview.Per100UnitsMinor.ShouldBe(300);
        preview.CapPpm.ShouldBe(50_000);
    }

    private static Task<IReadOnlyList<BookCheck>> Checks(Village village) =>
        village.Do(
            new ReadEnterpriseChecks(village.Enterprise.Id),
            db => new ReadEnterpriseChecks.Handler(db, village.Clock)
        );
}
