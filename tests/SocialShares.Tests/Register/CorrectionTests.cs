using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Holdings;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Register;

/// <summary>What a correction does to who is a member and to what units are worth.</summary>
[Collection(nameof(OneWorld))]
public sealed class CorrectionTests
{
    [Theory]
    [EveryDatabase]
    public async Task Whoever_gets_shares_back_after_leaving_is_a_member_again_and_is_paid_for_them(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (cas, 8)]);
        await Leave(world, shares, ann, 12);
        var before = await world.HolderOf(shares.By.Id, ann);
        var left = before.CeasedOn!.Value;
        var paid = await Entry(world, shares, ann, EntryKind.Withdrawal);
        await world.Settle();
        world.Clock.Move(TimeSpan.FromDays(2));

        (await Correct(world, shares, paid, 5)).ShouldSucceed();

        var again = await world.HolderOf(shares.By.Id, ann);
        (again.IsMember, again.AdmittedOn).ShouldBe((true, left.AddDays(2)));
        var former = await world.InDatabase(db => db.FormerMemberships.SingleAsync(f => f.MemberId == again.Id));
        (former.AdmittedOn, former.CeasedOn).ShouldBe((before.AdmittedOn!.Value, left));
        await world.ChecksShouldHold();
        await Leave(world, shares, ann, 5);
        (await world.HolderOf(shares.By.Id, ann)).IsMember.ShouldBeFalse();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_comes_back_at_the_price_from_before_a_write_down_whoever_held_the_class_then(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (cas, 8)]);
        var second = await world.Seat(shares.By);
        await Leave(world, shares, ann, 12);
        var paid = await Entry(world, shares, ann, EntryKind.Withdrawal);
        await world.Settle();
        world.Clock.Move(TimeSpan.FromDays(2));
        var writeDown = (
            await shares.By.Chair.Post(
                $"{shares.Path}/share-classes/{shares.Id}/write-downs",
                new ProposeWriteDown.Body(600, "The shop lost money for three years.")
            )
        ).As<WriteDownStanding>();
        (
            await second.Post(
                $"{shares.Path}/write-downs/{writeDown.Id}/decision",
                new DecideWriteDown.Body(true),
                Person.NoKey
            )
        ).ShouldSucceed();

        (await Propose(world, shares, paid, 5)).ShouldBeRefused("correction.written-down");

        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Shares_of_somebody_who_is_no_member_are_seen_by_the_checks(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var ann = await world.SignUp();
        var shares = await world.IssueShares([(ann, 12)]);
        await world.InDatabase(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.PersonId == ann.Id);
            member.Cease(new DateOnly(2030, 3, 20));
            return await db.SaveChangesAsync();
        });

        var checks = (await shares.By.Chair.Get($"{shares.Path}/checks")).As<
            IReadOnlyList<Features.Ledger.BookCheck>
        >();

        var check = checks.Single(c => c.Code == "shares-of-leavers");
        (check.Holds, check.Left.Minor).ShouldBe((false, 12 * TestWorld.Par));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_correction_takes_from_the_entry_that_it_names_and_leaves_older_shares_their_age(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12), (cas, 8)], TestWorld.Loose with { LockInYears = 1 });
        var holder = await world.HolderOf(shares.By.Id, ann);
        var start = LegalDay.Of(world.Clock.Now, shares.By.Zone);
        await world.Settle();
        world.MoveToDay(start.AddDays(2));
        var passed = (await world.TryTransfer(shares, cas, ann.Email, 5)).As<TransferStanding>();
        (await world.TryAccept(passed.Id, ann)).As<TransferStanding>().State.ShouldBe(TransferState.Done);
        await world.Settle();
        world.MoveToDay(start.AddDays(4));

        (await Correct(world, shares, await Entry(world, shares, ann, EntryKind.TransferIn), -4)).ShouldSucceed();

        await world.Settle();
        world.MoveToDay(holder.AdmittedOn!.Value.AddYears(1));
        (await world.TryWithdraw(shares, ann, 13)).ShouldBeRefused("withdrawal.locked-in");
        (await world.TryWithdraw(shares, ann, 12)).ShouldSucceed();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_goes_to_the_dead_or_above_what_the_law_lets_one_person_hold(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas, dan) = (await world.SignUp(), await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares(
            [(ann, 6_000), (cas, 6_000), (dan, 1)],
            change: t =>
                t with
                {
                    OptimumTargetMinor = 20_000 * TestWorld.Par,
                    MaximumTargetMinor = 30_000 * TestWorld.Par,
                    MaximumPerHolderMinor = 10_000 * TestWorld.Par,
                    MaximumPerOrganisationMinor = 10_000 * TestWorld.Par,
                }
        );
        var wrong = await Entry(world, shares, ann, EntryKind.Issue);
        var (toCas, toDan) = (await world.HolderOf(shares.By.Id, cas), await world.HolderOf(shares.By.Id, dan));
        await Die(world, shares, toDan);

        (await Correct(world, shares, wrong, -4_001, toCas.Number)).ShouldBeRefused("application.above-legal-cap");
        (await Correct(world, shares, wrong, -5, toDan.Number)).ShouldBeRefused("holder.died");
        (await Correct(world, shares, wrong, -4_000, toCas.Number)).ShouldSucceed();

        (await world.Held(shares, toCas.Id)).ShouldBe(10_000);
        await world.ChecksShouldHold();
    }

    private static async Task Die(TestWorld world, IssuedShares shares, Member holder)
    {
        var today = LegalDay.Of(world.Clock.Now, shares.By.Zone);
        var death = (
            await shares.By.Chair.Post(
                $"{shares.Path}/deaths",
                new RecordDeath.Body(holder.Number, today, "Certificate 7")
            )
        ).As<DeathStanding>();
        (
            await (await world.Administrator()).Post(
                $"deaths/{death.Id}/decision",
                new DecideDeath.Body(true),
                Person.NoKey
            )
        ).ShouldSucceed();
    }

    private static async Task Leave(TestWorld world, IssuedShares shares, Person holder, long units)
    {
        var asked = (await world.TryWithdraw(shares, holder, units)).As<WithdrawalStanding>();
        (await TestWorld.TryApprove(shares, asked.Id)).ShouldSucceed();
        (await world.PayWithdrawals(shares)).State.ShouldBe(PayoutRunState.Completed);
    }

    private static Task<RegisterEntry> Entry(TestWorld world, IssuedShares shares, Person holder, EntryKind kind) =>
        world.InDatabase(db =>
            db.RegisterEntries.AsNoTracking()
                .SingleAsync(e =>
                    e.ShareClassId == shares.Id
                    && e.Kind == kind
                    && db.Members.Any(m => m.Id == e.MemberId && m.PersonId == holder.Id)
                )
        );

    private static Task<Reply> Propose(
        TestWorld world,
        IssuedShares shares,
        RegisterEntry wrong,
        long units,
        int? to = null
    ) =>
        shares.By.Chair.Post(
            $"{shares.Path}/register/corrections",
            new ProposeCorrection.Body(
                wrong.Number,
                units,
                to,
                LegalDay.Of(world.Clock.Now, shares.By.Zone),
                "Another number was meant",
                "Letter 4"
            )
        );

    private static async Task<Reply> Correct(
        TestWorld world,
        IssuedShares shares,
        RegisterEntry wrong,
        long units,
        int? to = null
    )
    {
        var proposed = (await Propose(world, shares, wrong, units, to)).As<CorrectionProposed>();
        return await (await world.Administrator()).Post(
            $"{shares.Path}/register/corrections/{proposed.Id}/confirmation"
        );
    }
}
