using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Tests.Holdings;

/// <summary>Share capital that goes back to its holders: asked, queued, decided, paid once.</summary>
[Collection(nameof(OneWorld))]
public sealed class WithdrawalFlowTests
{
    [Theory]
    [EveryDatabase]
    public async Task What_was_asked_is_decided_calculated_approved_and_paid_by_four_people_once(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (cas, 8)]);
        var leaver = await world.HolderOf(shares.By.Id, cas);
        var part = (await world.TryWithdraw(shares, ann, 5)).As<WithdrawalStanding>();
        world.Clock.Move(TimeSpan.FromMinutes(1));
        var all = (await world.TryWithdraw(shares, cas, 8)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, all.Id)).ShouldBeRefused("withdrawal.not-next");
        (await TestWorld.TryApprove(shares, part.Id)).ShouldSucceed();
        (await TestWorld.TryApprove(shares, all.Id)).ShouldSucceed();
        (await world.Held(shares, leaver.Id)).ShouldBe(8, "nothing leaves before it is paid");

        var run = await world.PayWithdrawals(shares);

        (run.Kind, run.State, run.TotalMinor).ShouldBe(
            (PayoutKind.Withdrawal, PayoutRunState.Completed, 13 * TestWorld.Par)
        );
        run.Checks.ShouldAllBe(c => c.Holds == true);
        run.BankFiles.Sum(f => f.ControlSumMinor).ShouldBe(13 * TestWorld.Par);
        (await world.HolderOf(shares.By.Id, cas)).CeasedOn.ShouldNotBeNull();
        (await world.HolderOf(shares.By.Id, ann)).CeasedOn.ShouldBeNull();
        var book = Book.Of(shares.By.Slug);
        (await world.Ledger(book, Account.Shares("A"))).ShouldBe(-7 * TestWorld.Par);
        (await world.Ledger(book, Account.PayableWithdrawals)).ShouldBe(0);
        (await world.Ledger(book, Account.BankInTransit)).ShouldBe(-13 * TestWorld.Par);
        var again = await (await world.Administrator()).Post($"share-classes/{shares.Id}/withdrawal-runs");
        again.ShouldBeRefused("payout.nothing-to-pay");
        (await world.TryWithdraw(shares, cas, 1)).ShouldBeRefused("withdrawal.units");
        var holding = (await ann.Get($"holdings/{(await world.HolderOf(shares.By.Id, ann)).Id}")).As<HoldingRead>();
        (holding.Card.Units, holding.Card.InterestMinor).ShouldBe((7, 0));
        holding
            .Years[0]
            .Movements.Where(m => m.Kind is MovementKind.Withdrawal or MovementKind.WithdrawalPaid)
            .Select(m => (m.Units, m.AmountMinor))
            .ShouldBe([(-5, 0), (0, 5 * TestWorld.Par)]);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_limit_of_a_year_and_a_part_of_a_request(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares(
            [(ann, 12), (cas, 8)],
            TestWorld.Loose with
            {
                MaximumPerYearPpm = 200_000,
            }
        );
        var first = (await world.TryWithdraw(shares, ann, 6)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, first.Id)).ShouldBeRefused("withdrawal.yearly-limit");

        var approved = (await TestWorld.TryApprove(shares, first.Id, 4)).As<WithdrawalStanding>();

        approved.Units.ShouldBe(4);
        var read = (await shares.By.Chair.Get($"{shares.Path}/withdrawals")).As<WithdrawalsRead>();
        var ofClass = read.Classes.Single();
        (ofClass.MaximumUnits, ofClass.DecidedUnits, ofClass.RoomUnits).ShouldBe((4, 4, 0));
        read.Queue.Select(w => (w.Id, w.Units)).ShouldBe([(approved.RestId!.Value, 2)]);
        (await TestWorld.TryApprove(shares, approved.RestId.Value)).ShouldBeRefused("withdrawal.yearly-limit");
        var declined = await shares.By.Chair.Post(
            $"{shares.Path}/withdrawals/{approved.RestId}/decision",
            new DecideWithdrawal.Body(false, Reason: "Enough for this year"),
            Person.NoKey
        );
        declined.As<WithdrawalStanding>().State.ShouldBe(WithdrawalState.Declined);
        world.MoveToDay(new DateOnly(LegalDay.Of(world.Clock.Now, "Europe/London").Year + 1, 1, 2));
        var next = (await world.TryWithdraw(shares, ann, 4)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, next.Id)).ShouldSucceed();
        (await world.PayWithdrawals(shares)).TotalMinor.ShouldBe(8 * TestWorld.Par, "both years' in one line");
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Suspended_requests_keep_their_place_and_can_be_taken_back(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var ann = await world.SignUp();
        var shares = await world.IssueShares([(ann, 12)]);
        var holder = await world.HolderOf(shares.By.Id, ann);
        var suspensions = $"{shares.Path}/share-classes/{shares.Id}/suspensions";
        (
            await shares.By.Chair.Post(suspensions, new SuspendWithdrawals.Body("The roof must be mended first."))
        ).ShouldSucceed();

        var asked = (await world.TryWithdraw(shares, ann, 5)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, asked.Id)).ShouldBeRefused("withdrawal.suspended");
        var choices = (await ann.Get($"holdings/{holder.Id}/choices")).As<HoldingChoices>();
        choices.Shares.Single().SuspendedReason.ShouldBe("The roof must be mended first.");
        (await shares.By.Chair.Post($"{suspensions}/lift", key: Person.NoKey)).ShouldSucceed();
        (await shares.By.Chair.Post($"{suspensions}/lift", key: Person.NoKey)).ShouldBeRefused("suspension.over");
        (await ann.Post($"holdings/{holder.Id}/withdrawals/{asked.Id}/take-back", key: Person.NoKey)).ShouldSucceed();
        (await TestWorld.TryApprove(shares, asked.Id)).ShouldBeRefused("withdrawal.state");
        (await world.TryWithdraw(shares, ann, 12)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_run_that_was_given_up_pays_with_the_next_one(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var ann = await world.SignUp();
        var shares = await world.IssueShares([(ann, 12)]);
        var asked = (await world.TryWithdraw(shares, ann, 5)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, asked.Id)).ShouldSucceed();
        var administrator = await world.Administrator();
        var run = (await administrator.Post($"share-classes/{shares.Id}/withdrawal-runs")).As<PayoutRunCalculated>();
        (await administrator.Post($"payout-runs/{run.Id}/approval")).ShouldBeRefused("payout.own-approval");
        (await administrator.Post($"payout-runs/{run.Id}/void", key: Person.NoKey)).ShouldSucceed();

        (await world.PayWithdrawals(shares)).TotalMinor.ShouldBe(5 * TestWorld.Par);

        (await administrator.Post($"payout-runs/{run.Id}/void", key: Person.NoKey)).ShouldBeRefused("payout.state");
        (await world.Held(shares, (await world.HolderOf(shares.By.Id, ann)).Id)).ShouldBe(7);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_requests_and_a_transfer_at_once_never_promise_more_than_there_is(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12)]);

        var replies = await Task.WhenAll(
            world.TryWithdraw(shares, ann, 5),
            world.TryTransfer(shares, ann, cas.Email, 5),
            world.TryWithdraw(shares, ann, 5),
            world.TryTransfer(shares, ann, cas.Email, 5),
            world.TryWithdraw(shares, ann, 5)
        );

        replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(2);
        replies
            .Where(r => r.Status != HttpStatusCode.OK)
            .ShouldAllBe(r => r.Code == "withdrawal.units" || r.Code == "transfer.units");
        var choices = (
            await ann.Get($"holdings/{(await world.HolderOf(shares.By.Id, ann)).Id}/choices")
        ).As<HoldingChoices>();
        choices.Shares.Single().FreeUnits.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_repeat_of_a_request_answers_as_the_first_time(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var ann = await world.SignUp();
        var shares = await world.IssueShares([(ann, 12)]);
        var key = Guid.NewGuid();

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.TryWithdraw(shares, ann, 5, key)));

        replies.Select(r => r.As<WithdrawalStanding>().Id.Value).Distinct().ShouldBe([key]);
        (await world.InDatabase(db => db.Withdrawals.CountAsync(w => w.ShareClassId == shares.Id))).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_stop_and_several_workers_at_once_pay_a_run_once(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var ann = await world.SignUp();
        var shares = await world.IssueShares([(ann, 12)]);
        var asked = (await world.TryWithdraw(shares, ann, 12)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, asked.Id)).ShouldSucceed();
        var runs = $"share-classes/{shares.Id}/withdrawal-runs";
        var administrator = await world.Administrator();
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => administrator.Post(runs)));
        var run = replies.Single(r => r.Status == HttpStatusCode.OK).As<PayoutRunCalculated>();
        (await (await world.SecondAdministrator()).Post($"payout-runs/{run.Id}/approval")).ShouldSucceed();
        await world.StopProduct();
        await world.StartProduct();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Run(nameof(Jobs.ExecutePayouts))));

        var gone = await world.InDatabase(db =>
            db.RegisterEntries.Where(e => e.Kind == EntryKind.Withdrawal).Select(e => e.Units).ToListAsync()
        );
        gone.ShouldBe([-12L]);
        (await world.Ledger(Book.Of(shares.By.Slug), Account.BankInTransit)).ShouldBe(-12 * TestWorld.Par);
        await world.ChecksShouldHold();
    }
}
