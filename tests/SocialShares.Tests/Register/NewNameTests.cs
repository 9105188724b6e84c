using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Holdings;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Register;

/// <summary>A holder who is called otherwise from a day on is the same holder.</summary>
[Collection(nameof(OneWorld))]
public sealed class NewNameTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_holder_is_found_by_the_new_name_and_no_name_makes_two_one(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, cas) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares([(ann, 12)]);
        var club = TestWorld.Holder(HolderKind.Organisation);
        await Pass(world, shares, ann, cas, club);
        await Pass(world, shares, ann, cas, club with { Name = "Hallowby Chess Club" });
        var (first, second) = (
            await Called(world, shares, club.Name),
            await Called(world, shares, "Hallowby Chess Club")
        );

        (await Rename(shares, first, "Hallowby United")).ShouldSucceed();
        await Pass(world, shares, ann, cas, club with { Name = "Hallowby United" });

        (await world.Held(shares, first.Id)).ShouldBe(4, "the same holder by the new name");
        (await Rename(shares, second, "Hallowby United")).ShouldBeRefused("holder.name-taken");
        (await Called(world, shares, "Hallowby Chess Club")).Id.ShouldBe(second.Id);
        await world.ChecksShouldHold();
    }

    private static async Task Pass(TestWorld world, IssuedShares shares, Person from, Person to, HolderDetails details)
    {
        var transfer = (await world.TryTransfer(shares, from, to.Email, 2)).As<TransferStanding>();
        (await world.TryAccept(transfer.Id, to, details)).As<TransferStanding>().State.ShouldBe(TransferState.Done);
    }

    private static Task<Reply> Rename(IssuedShares shares, Member holder, string name) =>
        shares.By.Chair.Post(
            $"holders/{holder.Id}/changes",
            new RecordHolderChange.Body(holder.Address with { Name = name }, holder.AdmittedOn!.Value, "Deed 7")
        );

    private static Task<Member> Called(TestWorld world, IssuedShares shares, string name) =>
        world.InDatabase(db =>
            db.Members.AsNoTracking().SingleAsync(m => m.EnterpriseId == shares.By.Id && m.Name == name)
        );
}
