using SocialShares.Features.Holdings;
using SocialShares.Features.Payouts;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Holdings;

/// <summary>While withdrawals of a class are suspended nothing of it is paid back, whatever was approved before.</summary>
[Collection(nameof(OneWorld))]
public sealed class SuspendedRunTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_suspended_class_pays_nothing_back_that_was_approved_before(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (shares, _) = await Approved(world);
        var (administrator, second) = (await world.Administrator(), await world.SecondAdministrator());
        var runs = $"share-classes/{shares.Id}/withdrawal-runs";
        await Suspend(shares);

        (await administrator.Post(runs)).ShouldBeRefused("withdrawal.suspended");
        (await Waiting(world, shares)).SuspendedFrom.ShouldBe(LegalDay.Of(world.Clock.Now, shares.By.Zone));
        await Lift(shares);
        (await Waiting(world, shares)).SuspendedFrom.ShouldBeNull();
        var run = (await administrator.Post(runs)).As<PayoutRunCalculated>();
        await Suspend(shares);
        (await second.Post($"payout-runs/{run.Id}/approval")).ShouldBeRefused("withdrawal.suspended");
        await Lift(shares);
        (await second.Post($"payout-runs/{run.Id}/approval")).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task An_approved_run_waits_while_its_class_is_suspended_and_is_paid_once_that_is_lifted(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (shares, ann) = await Approved(world);
        var administrator = await world.Administrator();
        var run = (await administrator.Post($"share-classes/{shares.Id}/withdrawal-runs")).As<PayoutRunCalculated>();
        (await (await world.SecondAdministrator()).Post($"payout-runs/{run.Id}/approval")).ShouldSucceed();
        await Suspend(shares);

        await world.RunAll(nameof(ExecutePayouts));

        async Task<PayoutRunState> State() =>
            (await administrator.Get($"payout-runs/{run.Id}")).As<PayoutRunRead>().State;
        (await State()).ShouldBe(PayoutRunState.Approved);
        (await world.Held(shares, ann.Id)).ShouldBe(12, "the shares have not left");
        await Lift(shares);
        await world.RunAll(nameof(ExecutePayouts));
        (await State()).ShouldBe(PayoutRunState.Completed);
        (await world.Held(shares, ann.Id)).ShouldBe(7);
        await world.ChecksShouldHold();
    }

    private static async Task<(IssuedShares Shares, Member Ann)> Approved(TestWorld world)
    {
        var ann = await world.SignUp();
        var shares = await world.IssueShares([(ann, 12)]);
        var asked = (await world.TryWithdraw(shares, ann, 5)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, asked.Id)).ShouldSucceed();
        return (shares, await world.HolderOf(shares.By.Id, ann));
    }

    private static async Task<WithdrawalsToCalculate> Waiting(TestWorld world, IssuedShares shares) =>
        (await (await world.Administrator()).Get("withdrawals/to-calculate"))
            .As<IReadOnlyList<WithdrawalsToCalculate>>()
            .Single(w => w.ShareClassId == shares.Id);

    private static async Task Suspend(IssuedShares shares) =>
        (
            await shares.By.Chair.Post(
                $"{shares.Path}/share-classes/{shares.Id}/suspensions",
                new SuspendWithdrawals.Body("The roof must be mended first.")
            )
        ).ShouldSucceed();

    private static async Task Lift(IssuedShares shares) =>
        (
            await shares.By.Chair.Post($"{shares.Path}/share-classes/{shares.Id}/suspensions/lift", key: Person.NoKey)
        ).ShouldSucceed();
}
