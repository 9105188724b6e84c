using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Governance;
using SocialShares.Features.Payouts;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Governance;

/// <summary>What an enterprise binds itself to is shown with evidence, checked at every change, and blocks where it chose that.</summary>
[Collection(nameof(OneWorld))]
public sealed class CovenantTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_blocking_majority_of_residents_keeps_the_board_in_the_village(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var of = await world.RegisterEnterprise();
        (await Adopt(world, of, CovenantKind.BoardResidents, 0, isBlocking: true))
            .As<CovenantAdopted>()
            .Holds.ShouldBe(true);

        (await Seat(world, of, isResident: false)).ShouldBeRefused("covenant.board-residents");
        (await Seat(world, of, isResident: true)).ShouldSucceed();
        (await Seat(world, of, isResident: false)).ShouldSucceed();
        (await Seat(world, of, isResident: false)).ShouldBeRefused("covenant.board-residents");

        var shown = (await Read(world, of)).InForce.ShouldHaveSingleItem();
        (shown.First, shown.Second, shown.Holds).ShouldBe((2, 3, true));
        var found = await world.InDatabase(db =>
            db.CovenantFindings.Where(f => f.EnterpriseId == of.Id)
                .OrderBy(f => f.At)
                .Select(f => new
                {
                    f.Cause,
                    f.First,
                    f.Second,
                })
                .ToListAsync()
        );
        found
            .Select(f => f.Cause)
            .ShouldBe([CovenantCause.Adopted, CovenantCause.BoardSeated, CovenantCause.BoardSeated]);
        (await world.Nobody.Get($"enterprises/{Guid.NewGuid()}/covenants")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_strangers_at_once_do_not_slip_onto_a_board(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var of = await world.RegisterEnterprise();
        (await Seat(world, of, isResident: true)).ShouldSucceed();
        (await Adopt(world, of, CovenantKind.BoardResidents, 0, isBlocking: true)).ShouldSucceed();

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Seat(world, of, isResident: false)));

        replies.Count(r => r.Status == HttpStatusCode.NoContent).ShouldBe(1);
        (await Read(world, of)).InForce.Single().Holds.ShouldBe(true);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_cap_of_the_covenant_holds_below_the_cap_of_the_class(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        await world.Buy(offer, 10);
        await world.End(offer);
        var from = LegalDay.Of(world.Clock.Now, offer.By.Zone);
        world.Clock.Move(TimeSpan.FromDays(40));
        (await Adopt(world, offer.By, CovenantKind.InterestCap, 30_000, isBlocking: true)).ShouldSucceed();
        var body = new DeclareInterest.Body(offer.ClassId, from, from.AddDays(30), 30_001, from.AddDays(90));
        var path = $"enterprises/{offer.By.Id}/interest-declarations";

        (await offer.By.Chair.Post(path, body)).ShouldBeRefused("covenant.interest-cap");
        (await offer.By.Chair.Post(path, body with { RatePpm = 30_000 })).ShouldSucceed();

        var shown = (await Read(world, offer.By)).InForce.Single();
        (shown.First, shown.Second, shown.Holds).ShouldBe((30_000, 1, true));
    }

    [Theory]
    [EveryDatabase]
    public async Task Pay_and_the_asset_lock_are_shown_by_evidence_that_stays(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var of = await world.RegisterEnterprise();
        var today = LegalDay.Of(world.Clock.Now, of.Zone);
        (await Adopt(world, of, CovenantKind.PayRatio, 300)).ShouldSucceed();
        (await Adopt(world, of, CovenantKind.AssetLock, 0)).As<CovenantAdopted>().Holds.ShouldBeNull();
        var stored = (
            await of.Chair.Upload($"enterprises/{of.Id}/covenant-documents?fileName=lock.pdf", TestWorld.Pdf)
        ).As<CovenantDocumentStored>();
        var document = $"enterprises/{of.Id}/covenant-documents/{stored.Id}";
        (await world.Nobody.Get(document)).Status.ShouldBe(HttpStatusCode.NotFound);

        var locked = new RecordEvidence.Body(CovenantKind.AssetLock, today, "Our rules", DocumentId: stored.Id);
        (await Record(of, locked)).As<EvidenceRecorded>().Holds.ShouldBe(true);
        var pay = new RecordEvidence.Body(CovenantKind.PayRatio, today, "Pay of last year", "Annual report, page 9");
        (await Record(of, pay)).ShouldBeRefused("covenant.pay-missing");
        (await Record(of, pay with { HighestPayMinor = 60, LowestPayMinor = 20 }))
            .As<EvidenceRecorded>()
            .Holds.ShouldBe(true);
        world.Clock.Move(TimeSpan.FromMinutes(1));
        (await Record(of, pay with { HighestPayMinor = 61, LowestPayMinor = 20 }))
            .As<EvidenceRecorded>()
            .Holds.ShouldBe(false);
        (await Record(of, pay with { Kind = CovenantKind.InterestCap })).ShouldBeRefused("covenant.not-in-force");

        (await world.Nobody.Get(document)).Status.ShouldBe(HttpStatusCode.OK);
        var shown = (await Read(world, of)).InForce;
        shown.Select(c => (c.Kind, c.Holds)).ShouldBe([(CovenantKind.PayRatio, false), (CovenantKind.AssetLock, true)]);
        shown[0].Evidence.Count.ShouldBe(2);
        foreach (var table in (string[])["Covenants", "CovenantEvidence", "CovenantFindings"])
            await ShouldBeAppendOnly(world, table);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_was_changed_or_given_up_stays_to_be_seen(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var of = await world.RegisterEnterprise();
        var today = LegalDay.Of(world.Clock.Now, of.Zone);
        (await Adopt(world, of, CovenantKind.InterestCap, 30_000)).ShouldSucceed();
        (await Adopt(world, of, CovenantKind.InterestCap, 40_000)).ShouldSucceed();
        (await Read(world, of)).InForce.Single().Limit.ShouldBe(40_000);

        var body = new GiveUpCovenant.Body(CovenantKind.InterestCap, "The members decided so.", today);
        (await of.Chair.Post($"enterprises/{of.Id}/covenants/give-up", body)).ShouldSucceed();
        (await of.Chair.Post($"enterprises/{of.Id}/covenants/give-up", body)).ShouldBeRefused("covenant.not-in-force");

        var read = await Read(world, of);
        read.InForce.ShouldBeEmpty();
        read.History.Select(h => (h.No, h.Limit, h.IsGivenUp))
            .ShouldBe([(3, 40_000, true), (2, 40_000, false), (1, 30_000, false)]);
        var stranger = await world.RegisterEnterprise();
        (await Adopt(world, of, CovenantKind.InterestCap, 1, by: stranger.Chair)).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    private static async Task ShouldBeAppendOnly(TestWorld world, string table)
    {
        var change = () => Execute(world, $"DELETE FROM \"{table}\"");
        (await Should.ThrowAsync<DbException>(change)).Message.ShouldContain("append-only");
    }

#pragma warning disable EF1002 // the name of a table, from this test
    private static Task<int> Execute(TestWorld world, string sql) =>
        world.InDatabase(db => db.Database.ExecuteSqlRawAsync(sql));
#pragma warning restore EF1002

    private static Task<Reply> Adopt(
        TestWorld world,
        RegisteredEnterprise of,
        CovenantKind kind,
        long limit,
        bool isBlocking = false,
        Person? by = null
    )
    {
        var today = LegalDay.Of(world.Clock.Now, of.Zone);
        var body = new AdoptCovenant.Body(kind, limit, isBlocking, "Article 4 of our rules says so.", today);
        return (by ?? of.Chair).Post($"enterprises/{of.Id}/covenants", body);
    }

    private static async Task<Reply> Seat(TestWorld world, RegisteredEnterprise of, bool isResident)
    {
        var person = await world.SignUp();
        var body = new SeatBoardMember.Body(person.Email, "secretary", isResident);
        return await of.Chair.Post($"enterprises/{of.Id}/board", body);
    }

    private static Task<Reply> Record(RegisteredEnterprise of, RecordEvidence.Body body) =>
        of.Chair.Post($"enterprises/{of.Id}/covenant-evidence", body);

    private static async Task<CovenantsRead> Read(TestWorld world, RegisteredEnterprise of) =>
        (await world.Nobody.Get($"enterprises/{of.Id}/covenants")).As<CovenantsRead>();
}
