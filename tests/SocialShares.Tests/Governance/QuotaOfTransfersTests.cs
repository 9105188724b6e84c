using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Governance;
using SocialShares.Features.Holdings;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Holdings;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Governance;

/// <summary>Nobody new comes in above a blocking resident quota by a transfer between living holders.</summary>
[Collection(nameof(OneWorld))]
public sealed class QuotaOfTransfersTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_transfer_to_somebody_new_above_the_quota_is_refused_with_its_numbers(Engine engine)
    {
        var (world, shares, of) = await Issued(engine, residents: 3);
        var (first, second) = (await world.SignUp(), await world.SignUp());
        (await Pass(world, shares, of[0], first, 1)).ShouldSucceed();
        var transfer = (await world.TryTransfer(shares, of[1], second.Email, 1)).As<TransferStanding>();

        var refused = (await world.TryAccept(transfer.Id, second)).ShouldBeRefused("transfer.quota");

        refused.Text.ShouldContain("3 of 5");
        refused.Text.ShouldContain("75 %");
        refused.Text.ShouldContain("Iris Teller");
        (await State(world, transfer)).ShouldBe(TransferState.Asked);
        (await Pass(world, shares, of[1], of[2], 1)).ShouldSucceed(); // a member already
        (await Pass(world, shares, of[1], first, 1)).ShouldSucceed(); // the same, and no resident
        (await Members(shares)).ShouldBe((3, 4));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_giver_who_leaves_by_it_is_counted(Engine engine)
    {
        var (world, shares, of) = await Issued(engine, residents: 3);
        var (first, second) = (await world.SignUp(), await world.SignUp());
        var all = (await world.TryTransfer(shares, of[0], first.Email, 4)).As<TransferStanding>();

        var refused = (await world.TryAccept(all.Id, first)).ShouldBeRefused("transfer.quota");
        (await TakeBack(world, shares, of[0], all)).ShouldSucceed();
        (await Pass(world, shares, of[0], first, 1)).ShouldSucceed();
        var swapped = await Pass(world, shares, first, second, 1);

        refused.Text.ShouldContain("2 of 3"); // of three residents one leaves
        swapped.ShouldSucceed(); // one who is no resident for another
        (await Members(shares)).ShouldBe((3, 4));
        (await world.HolderOf(shares.By.Id, first)).CeasedOn.ShouldNotBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_a_board_records_is_held_up_by_it_and_what_passes_on_a_death_is_not(Engine engine)
    {
        var (world, shares, of) = await Issued(engine, residents: 3);
        (await Pass(world, shares, of[0], await world.SignUp(), 1)).ShouldSucceed();
        var (buyer, heir) = (await world.SignUp(), await world.SignUp());
        var giver = await world.HolderOf(shares.By.Id, of[1]);
        var recorded = await Record(shares, giver, buyer, TransferCause.Agreement);
        (await world.Confirm(recorded, giver, of[1])).ShouldSucceed();

        (await world.TryAccept(recorded.Id, buyer)).ShouldBeRefused("transfer.quota");
        (await TakeBack(world, shares, of[1], recorded)).ShouldSucceed();
        await WriteDownAndDeathTests.ConfirmDeath(
            world,
            await WriteDownAndDeathTests.RecordDeath(world, shares, giver)
        );
        var inherited = await Record(shares, giver, heir, TransferCause.Estate);
        await WriteDownAndDeathTests.ConfirmOnEvidence(world, inherited);
        (await world.TryAccept(inherited.Id, heir)).As<TransferStanding>().State.ShouldBe(TransferState.Done);
        await world.Settle();

        (await Members(shares)).ShouldBe((2, 4));
        var finding = await world.InDatabase(db =>
            db.CovenantFindings.Where(f => f.EnterpriseId == shares.By.Id && f.Cause == CovenantCause.MembersAdmitted)
                .OrderByDescending(f => f.Id)
                .FirstAsync()
        );
        finding.Holds.ShouldBe(false);
    }

    [Theory]
    [EveryDatabase]
    public async Task Of_two_at_once_for_the_last_place_one_comes_in_also_of_two_classes(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var by = await world.RegisterEnterprise();
        Person[] of = [await world.SignUp(), await world.SignUp(), await world.SignUp()];
        Person[] former = [await world.SignUp(), await world.SignUp()];
        var all = of.Concat(former).ToList();
        // They are in the register already, so that no number of a new holder keeps the two apart.
        var first = await Issue(world, by, [.. all.Select(p => (p, 4L))], p => former.Contains(p) ? "B" : "A");
        foreach (var person in former)
            (await Pass(world, first, person, of[0], 4)).ShouldSucceed();
        var second = await Issue(world, by, [(of[1], 12L)], _ => "A");
        await ResidentQuotaTests.Adopt(world, by);
        (IssuedShares Of, Person From, Person To)[] passing = [(first, of[0], former[0]), (second, of[1], former[1])];
        var ready = new List<(TransferId Id, Person By, string Code)>();
        foreach (var (shares, from, to) in passing)
        {
            var transfer = (await world.TryTransfer(shares, from, to.Email, 1)).As<TransferStanding>();
            ready.Add((transfer.Id, to, await world.CodeInMail(transfer.Id, to)));
        }

        var replies = await Task.WhenAll(
            ready.Select(x => x.By.Post($"transfers/{x.Id}/acceptance", new AcceptTransfer.Body(x.Code), Person.NoKey))
        );

        replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Single(r => r.Status != HttpStatusCode.OK).ShouldBeRefused("transfer.quota");
        (await Members(first)).ShouldBe((3, 4));
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_resident_who_receives_shares_of_an_offer_that_asks_nothing_stays_one(Engine engine)
    {
        var (world, shares, of) = await Issued(engine, residents: 3, adopt: false);
        var other = await world.IssueShares([(of[0], 12)], by: shares.By);

        (await Pass(world, other, of[0], of[1], 2)).ShouldSucceed();

        var holder = await world.HolderOf(shares.By.Id, of[1]);
        (holder.MembershipType, holder.IsResident).ShouldBe(("A", true));
    }

    private static async Task<(TestWorld, IssuedShares, Person[])> Issued(
        Engine engine,
        int residents,
        bool adopt = true
    )
    {
        var world = await TestWorld.Shared(engine);
        var by = await world.RegisterEnterprise();
        var people = new Person[residents];
        for (var i = 0; i < residents; i++)
            people[i] = await world.SignUp();
        var shares = await Issue(world, by, [.. people.Select(p => (p, 4L))], _ => "A");
        if (adopt)
            await ResidentQuotaTests.Adopt(world, by);
        return (world, shares, people);
    }

    private static Task<IssuedShares> Issue(
        TestWorld world,
        RegisteredEnterprise by,
        IReadOnlyList<(Person, long)> people,
        Func<Person, string> type
    ) => world.IssueShares(people, by: by, change: t => t with { Eligibility = ResidentQuotaTests.Types }, type: type);

    private static async Task<Reply> Pass(TestWorld world, IssuedShares shares, Person from, Person to, long units)
    {
        var transfer = (await world.TryTransfer(shares, from, to.Email, units)).As<TransferStanding>();
        return await world.TryAccept(transfer.Id, to);
    }

    private static async Task<TransferStanding> Record(
        IssuedShares shares,
        Member giver,
        Person to,
        TransferCause cause
    ) =>
        (
            await shares.By.Chair.Post(
                $"{shares.Path}/transfers",
                new RecordTransfer.Body(giver.Number, to.Email, 4, "Deed 12", shares.Id, Cause: cause)
            )
        ).As<TransferStanding>();

    private static async Task<Reply> TakeBack(
        TestWorld world,
        IssuedShares shares,
        Person giver,
        TransferStanding transfer
    ) =>
        await giver.Post(
            $"holdings/{(await world.HolderOf(shares.By.Id, giver)).Id}/transfers/{transfer.Id}/take-back",
            key: Person.NoKey
        );

    private static Task<TransferState> State(TestWorld world, TransferStanding transfer) =>
        world.InDatabase(db => db.Transfers.Where(t => t.Id == transfer.Id).Select(t => t.State).SingleAsync());

    // Residents, and all, as the covenant shows them to everybody.
    private static async Task<(long, long)> Members(IssuedShares shares)
    {
        var read = (await shares.By.Chair.Get($"enterprises/{shares.By.Id}/covenants")).As<CovenantsRead>();
        var shown = read.InForce.Single();
        return (shown.First, shown.Second);
    }
}
