using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;

namespace SocialShares.Tests.Register;

/// <summary>Entries from before the chain are chained once, at start, and guarded as before.</summary>
public sealed class OldEntriesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Entries_from_before_the_chain_are_chained_once_and_stay_guarded(Engine engine)
    {
        await using var database = await FreshDatabase.On(engine);
        await OldDatabase.Fill(database, 12, 3);
        await using var db = OldDatabase.Open(database);
        await db.Database.MigrateAsync(Ct);

        var chained = await ChainOldEntries.Run(db, Ct);
        var again = await ChainOldEntries.Run(db, Ct);

        (chained, again).ShouldBe((15, 0));
        foreach (var enterprise in await db.Enterprises.Select(e => e.Id).ToListAsync(Ct))
        {
            var (reading, broken) = await Read(db, enterprise);
            broken.ShouldBeNull();
            reading.Count.ShouldBeOneOf(12, 3);
        }
        (await Should.ThrowAsync<DbException>(() => Touch(db))).Message.ShouldContain("append-only");
        (await Should.ThrowAsync<DbException>(() => Delete(db))).Message.ShouldContain("append-only");
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_is_written_to_a_register_that_is_not_chained_yet_and_the_next_entry_follows_the_old_ones(
        Engine engine
    )
    {
        await using var database = await FreshDatabase.On(engine);
        await OldDatabase.Fill(database, 4);
        await using var db = OldDatabase.Open(database);
        await db.Database.MigrateAsync(Ct);

        await Should.ThrowAsync<InvariantBroken>(() => Append(db));
        await ChainOldEntries.Run(db, Ct);
        var added = await Append(db);

        added.Number.ShouldBe(5);
        var (reading, broken) = await Read(db, added.EnterpriseId);
        (reading.Count, broken).ShouldBe((5, null));
    }

    private static async Task<RegisterEntry> Append(SharesDb db)
    {
        var last = await db.RegisterEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstAsync(Ct);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var facts = new EntryFacts(
            last.ShareClassId,
            null,
            100,
            last.MemberId,
            EntryKind.Issue,
            5,
            new BookedOn(last.ValidOn, last.RecordedAt),
            new EntrySource("Allotment", Guid.NewGuid())
        );
        var added = await db.AppendToRegister(last.EnterpriseId, [facts], Ct);
        await transaction.CommitAsync(Ct);
        return added.Single();
    }

    private static async Task<(RegisterReading Reading, RegisterBreak? Broken)> Read(SharesDb db, EnterpriseId register)
    {
        var reading = new RegisterReading(null);
        var entries = db.RegisterEntries.AsNoTracking().Where(e => e.EnterpriseId == register);
        foreach (var entry in await entries.OrderBy(e => e.Number).ToListAsync(Ct))
            if (reading.Read(entry) is { } broken)
                return (reading, broken);
        return (reading, reading.End());
    }

    private static Task<int> Touch(SharesDb db) =>
        db.RegisterEntries.ExecuteUpdateAsync(s => s.SetProperty(e => e.Reason, e => e.Reason), Ct);

    private static Task<int> Delete(SharesDb db) => db.RegisterEntries.ExecuteDeleteAsync(Ct);
}
