using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Holdings;

/// <summary>What was due to a holder who died finds its way.</summary>
[Collection(nameof(OneWorld))]
public sealed class EstateMoneyTests
{
    [Theory]
    [EveryDatabase]
    public async Task Shares_that_were_to_be_paid_back_to_somebody_who_died_are_free_to_pass_on(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas, eve) = (await world.SignUp(), await world.SignUp(), await world.SignUp("Eve Executor"));
        var shares = await world.IssueShares([(ann, 12), (cas, 8)]);
        var holder = await world.HolderOf(shares.By.Id, ann);
        var asked = (await world.TryWithdraw(shares, ann, 12)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, asked.Id)).ShouldSucceed();
        var today = LegalDay.Of(world.Clock.Now, shares.By.Zone);
        var death = (
            await shares.By.Chair.Post(
                $"{shares.Path}/deaths",
                new RecordDeath.Body(holder.Number, today, "Certificate 7")
            )
        ).As<DeathStanding>();
        var administrator = await world.Administrator();
        (
            await administrator.Post($"deaths/{death.Id}/decision", new DecideDeath.Body(true), Person.NoKey)
        ).ShouldSucceed();

        var passes = (
            await shares.By.Chair.Post(
                $"{shares.Path}/transfers",
                new RecordTransfer.Body(
                    holder.Number,
                    eve.Email,
                    12,
                    "Probate 12",
                    shares.Id,
                    Cause: TransferCause.Estate
                )
            )
        ).As<TransferStanding>();
        (
            await administrator.Post(
                $"transfers/{passes.Id}/confirmation",
                new ConfirmTransferOnEvidence.Body("Grant of probate 12"),
                Person.NoKey
            )
        ).ShouldSucceed();
        (await world.TryAccept(passes.Id, eve)).As<TransferStanding>().State.ShouldBe(TransferState.Done);

        (await world.Held(shares, (await world.HolderOf(shares.By.Id, eve)).Id)).ShouldBe(12);
        (await administrator.Post($"share-classes/{shares.Id}/withdrawal-runs")).ShouldBeRefused(
            "payout.nothing-to-pay"
        );
        var state = await world.InDatabase(db =>
            db.Withdrawals.Where(w => w.Id == asked.Id).Select(w => w.State).SingleAsync()
        );
        state.ShouldBe(WithdrawalState.TakenBack);
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Money_for_shares_that_are_gone_goes_to_the_account_that_two_administrators_confirmed(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (cas, 8)]);
        var holder = await world.HolderOf(shares.By.Id, ann);
        var asked = (await world.TryWithdraw(shares, ann, 12)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, asked.Id)).ShouldSucceed();
        var (first, second) = (await world.Administrator(), await world.SecondAdministrator());
        var run = (await first.Post($"share-classes/{shares.Id}/withdrawal-runs")).As<PayoutRunCalculated>();
        (await second.Post($"payout-runs/{run.Id}/approval")).ShouldSucceed();
        var today = LegalDay.Of(world.Clock.Now, shares.By.Zone);
        var record = new RecordDeath.Body(holder.Number, today, "Certificate 7");
        var death = (await shares.By.Chair.Post($"{shares.Path}/deaths", record)).As<DeathStanding>();
        var payee = new NamePayee.Body("Eve Executor", "GB33BUKB20201555555555", "Grant of probate 12");
        (await first.Put($"deaths/{death.Id}/payee", payee)).ShouldBeRefused("payee.not-died");
        (await first.Post($"deaths/{death.Id}/decision", new DecideDeath.Body(true), Person.NoKey)).ShouldSucceed();
        await world.RunAll(nameof(Jobs.ExecutePayouts));
        (await world.Held(shares, holder.Id)).ShouldBe(0, "they left with the run: nothing can pass to the estate");
        var resolution = $"payout-runs/{run.Id}/lines/1/resolution";
        (await first.Post(resolution, key: Person.NoKey)).ShouldBeRefused("payout.holder-died");

        (await first.Post($"deaths/{death.Id}/payee/confirmation", key: Person.NoKey)).ShouldBeRefused("payee.none");
        (await first.Put($"deaths/{death.Id}/payee", payee)).ShouldSucceed();
        (await first.Post(resolution, key: Person.NoKey)).ShouldBeRefused("payout.holder-died");
        (await first.Post($"deaths/{death.Id}/payee/confirmation", key: Person.NoKey)).ShouldBeRefused("payee.own");
        var waiting = (await second.Get("deaths/unpaid")).As<IReadOnlyList<EstateRow>>();
        waiting.Single(e => e.DeathId == death.Id).Due.Minor.ShouldBe(12 * TestWorld.Par);
        (await second.Post($"deaths/{death.Id}/payee/confirmation", key: Person.NoKey)).ShouldSucceed();
        (await first.Put($"deaths/{death.Id}/payee", payee)).ShouldBeRefused("payee.confirmed");
        (await first.Post(resolution, key: Person.NoKey)).ShouldSucceed();
        await world.RunAll(nameof(Jobs.ExecutePayouts));

        var paid = (await first.Get($"payout-runs/{run.Id}")).As<PayoutRunRead>();
        (paid.State, paid.BankFiles.Sum(f => f.ControlSumMinor)).ShouldBe(
            (PayoutRunState.Completed, 12 * TestWorld.Par)
        );
        var line = (await first.Get($"payout-runs/{run.Id}/lines")).As<PayoutLinePage>().Lines.Single();
        line.Name.ShouldBe("Eve Executor");
        await world.ChecksShouldHold();
    }
}
