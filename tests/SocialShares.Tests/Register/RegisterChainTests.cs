using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Holdings;
using SocialShares.Features.Register;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Register;

/// <summary>The chain of a register in a real database: guarded on the way in, and read by people and by the job.</summary>
public sealed class RegisterChainTests
{
    private static readonly Dictionary<Engine, (string Off, string On)> Guards = new()
    {
        [Engine.Sqlite] = (
            "DROP TRIGGER \"RegisterEntries_append_only_UPDATE\"; DROP TRIGGER \"RegisterEntries_append_only_DELETE\"",
            "SELECT 1"
        ),
        [Engine.PostgreSql] = (
            "ALTER TABLE \"RegisterEntries\" DISABLE TRIGGER USER",
            "ALTER TABLE \"RegisterEntries\" ENABLE TRIGGER USER"
        ),
        [Engine.SqlServer] = (
            "DISABLE TRIGGER [RegisterEntries_append_only] ON [RegisterEntries]",
            "ENABLE TRIGGER [RegisterEntries_append_only] ON [RegisterEntries]"
        ),
    };

    [Theory]
    [EveryDatabase]
    public async Task What_somebody_does_behind_the_triggers_is_found_and_the_first_broken_entry_is_named(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        foreach (var units in new[] { 3, 4, 5, 6 })
            await world.Buy(offer, units);
        await world.End(offer);

        var second = await world.InDatabase(db =>
            db.RegisterEntries.Where(e => e.Number == 2).Select(e => e.Units).SingleAsync()
        );
        var whole = await Check(world, offer);
        (await world.Run(nameof(CheckRegisters))).Failure.ShouldBeNull();
        await Behind(world, "UPDATE \"RegisterEntries\" SET \"Units\" = 400 WHERE \"Number\" = 2");
        var changed = await Check(world, offer);
        var night = await world.Run(nameof(CheckRegisters));
        await Behind(world, $"UPDATE \"RegisterEntries\" SET \"Units\" = {second} WHERE \"Number\" = 2");
        var mended = await Check(world, offer);
        await Behind(world, "DELETE FROM \"Certificates\"; DELETE FROM \"RegisterEntries\" WHERE \"Number\" = 4");
        var shortened = await Check(world, offer);
        var kept = (await offer.By.Chair.Get($"enterprises/{offer.By.Id}/register/checks")).As<
            IReadOnlyList<RegisterCheckShown>
        >();

        (whole.Entries, whole.Fault, whole.OrderedBy).ShouldBe((4, null, offer.By.Chair.Name));
        (changed.Entries, changed.BrokenNumber, changed.Fault).ShouldBe((1, 2, RegisterFault.Changed));
        night.Failure.ShouldNotBeNull().ShouldContain("at entry 2 (Changed)");
        (mended.Fault, mended.LastHash).ShouldBe((null, whole.LastHash));
        (shortened.Entries, shortened.BrokenNumber, shortened.Fault).ShouldBe((3, 4, RegisterFault.Shortened));
        kept.Select(c => c.Fault)
            .ShouldBe(
                [RegisterFault.Shortened, null, RegisterFault.Changed, RegisterFault.Changed, null, null],
                ignoreOrder: true
            );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_database_takes_only_the_next_entry_of_the_chain(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        await world.Buy(offer, 12);
        await world.End(offer);

        // The last entry once more, with another number or another hash before.
        var gap = () => Copy(world, number: "\"Number\" + 2", previous: "\"Hash\"");
        var other = () => Copy(world, number: "\"Number\" + 1", previous: $"'{new string('a', 64)}'");
        var none = () => Copy(world, number: "\"Number\" + 1", previous: "\"Hash\"", hash: "''");
        var stray = () => Copy(world, number: "\"Number\" + 1", previous: "\"Hash\"", kind: "'Correction'");

        foreach (var attempt in new[] { gap, other, none, stray })
            (await Should.ThrowAsync<DbException>(attempt)).Message.ShouldContain("is a chain");
        (await Copy(world, number: "\"Number\" + 1", previous: "\"Hash\"")).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Every_way_of_writing_makes_one_chain(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var (giver, receiver) = (await world.SignUp(), await world.SignUp());
        var series = await world.IssueBonds([12, 8], people: [giver, await world.SignUp()]);
        var holder = await world.HolderOf(series, giver);
        var recorded = (await world.TryRecord(series, holder, receiver.Email, 2, null)).As<TransferStanding>();
        (await world.Confirm(recorded, holder, giver)).ShouldSucceed();
        (await world.TryAccept(recorded.Id, receiver)).ShouldSucceed();
        for (var no = 1; no <= 4; no++)
            await world.Pay(series, no);

        var check = await Check(world, series.Offer);
        var kinds = await world.InDatabase(db =>
            db.RegisterEntries.OrderBy(e => e.Number).Select(e => e.Kind).ToListAsync()
        );

        (check.Fault, check.Entries).ShouldBe((null, kinds.Count));
        await TheDownloadHasTheHashes(series.Offer, check);
        kinds.Distinct().ShouldBe([EntryKind.Issue, EntryKind.TransferOut, EntryKind.TransferIn, EntryKind.Redemption]);
    }

    private static async Task<RegisterCheckShown> Check(TestWorld world, DraftedOffer offer) =>
        (await offer.By.Chair.Post($"enterprises/{offer.By.Id}/register/checks"))
            .As<IReadOnlyList<RegisterCheckShown>>()
            .Single();

    private static async Task TheDownloadHasTheHashes(DraftedOffer offer, RegisterCheckShown check)
    {
        var csv = (await offer.By.Chair.Get($"enterprises/{offer.By.Id}/register/entries.csv")).Text;
        var lines = csv.TrimEnd().Split('\n');
        var entries = lines[1..].Select(line => line.Split(',')).ToList();

        lines[0].ShouldEndWith(",previous,hash");
        entries.Count.ShouldBe(check.Entries);
        entries[^1][^1].ShouldBe(check.LastHash);
        entries.Skip(1).Select(e => e[^2]).ShouldBe(entries.SkipLast(1).Select(e => e[^1]));
    }

    private static async Task Behind(TestWorld world, string sql)
    {
        await Execute(world, Guards[world.Engine].Off);
        await Execute(world, sql);
        await Execute(world, Guards[world.Engine].On);
        if (world.Engine == Engine.Sqlite)
            await Execute(world, string.Join(' ', Again()));
    }

    private static IEnumerable<string> Again() =>
        new[] { "UPDATE", "DELETE" }.Select(change =>
            $"CREATE TRIGGER RegisterEntries_append_only_{change} BEFORE {change} ON \"RegisterEntries\" "
            + "BEGIN SELECT RAISE(ABORT, 'RegisterEntries is append-only'); END;"
        );

    private static Task<int> Copy(
        TestWorld world,
        string number,
        string previous,
        string? hash = null,
        string kind = "\"Kind\""
    )
    {
        var id = Guid.CreateVersion7();
        var text = world.Engine == Engine.Sqlite ? $"'{id.ToString().ToUpperInvariant()}'" : $"'{id}'";
        text = world.Engine == Engine.PostgreSql ? $"{text}::uuid" : text;
        hash ??= $"'{new string('b', 64)}'";
        return Execute(
            world,
            "INSERT INTO \"RegisterEntries\" (\"Id\", \"EnterpriseId\", \"ShareClassId\", \"Number\", \"MemberId\", "
                + "\"Kind\", \"Units\", \"PriceMinor\", \"ValidOn\", \"RecordedAt\", \"Reason\", \"SourceId\", "
                + "\"PreviousHash\", \"Hash\") "
                + $"SELECT {text}, \"EnterpriseId\", \"ShareClassId\", {number}, \"MemberId\", {kind}, \"Units\", "
                + $"\"PriceMinor\", \"ValidOn\", \"RecordedAt\", \"Reason\", {text}, {previous}, {hash} "
                + "FROM \"RegisterEntries\""
        );
    }

    private static Task<int> Execute(TestWorld world, string sql) =>
        world.InDatabase(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteNonQueryAsync();
        });
}
