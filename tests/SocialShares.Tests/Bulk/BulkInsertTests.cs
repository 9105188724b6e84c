using Microsoft.EntityFrameworkCore;
using SocialShares.Data.Bulk;
using SocialShares.Tests.Databases;

namespace SocialShares.Tests.Bulk;

/// <summary>What is written in bulk is what EF would have written: EF finds it and reads every value back.</summary>
public sealed class BulkInsertTests
{
    // Not a multiple of the rows that SQLite takes at once.
    private const int Members = 37;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Ef_reads_back_every_value_that_bulk_wrote(Engine engine)
    {
        await using var database = await FreshDatabase.On(engine);
        var sample = new SampleRows(Members);
        await Store(database, sample);

        await using var db = database.Open();
        var members = await db.Members.AsNoTracking().OrderBy(m => m.Number).ToListAsync(Ct);
        var entries = await db.RegisterEntries.AsNoTracking().OrderBy(m => m.Number).ToListAsync(Ct);
        var lines = await db.PayoutLines.AsNoTracking().OrderBy(m => m.No).ToListAsync(Ct);
        var run = await db.PayoutRuns.AsNoTracking().SingleAsync(Ct);
        var postings = await db.Postings.AsNoTracking().ToListAsync(Ct);

        members.ShouldBeEquivalentTo(sample.Members.ToList());
        entries.ShouldBeEquivalentTo(sample.Entries.ToList());
        lines.ShouldBeEquivalentTo(sample.Lines.ToList());
        run.ShouldBeEquivalentTo(sample.Run);
        postings
            .OrderBy(p => p.EntryId.Value)
            .ThenBy(p => p.No)
            .ToList()
            .ShouldBeEquivalentTo(
                sample.Journal.SelectMany(j => j.Postings).OrderBy(p => p.EntryId.Value).ThenBy(p => p.No).ToList()
            );
    }

    [Theory]
    [EveryDatabase]
    public async Task Ef_finds_bulk_rows_by_identifier_day_and_state(Engine engine)
    {
        await using var database = await FreshDatabase.On(engine);
        var sample = new SampleRows(Members);
        await Store(database, sample);
        var wanted = sample.Lines[4];
        var member = sample.Members[4];

        await using var db = database.Open();
        var byId = await db
            .PayoutLines.AsNoTracking()
            .SingleAsync(l => l.Id == wanted.Id && l.State == wanted.State, Ct);
        var byDay = await db.Members.AsNoTracking().SingleAsync(m => m.AdmittedOn == member.AdmittedOn, Ct);
        var byInstant = await db.RegisterEntries.CountAsync(e => e.RecordedAt == SampleRows.Now, Ct);

        byId.MemberId.ShouldBe(member.Id);
        byDay.Id.ShouldBe(member.Id);
        byInstant.ShouldBe(Members);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_rolled_back_transaction_leaves_no_bulk_row(Engine engine)
    {
        await using var database = await FreshDatabase.On(engine);
        var sample = new SampleRows(Members);
        await Store(database, sample, withLines: false);

        await using (var db = database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            (await BulkInsert.Insert(db, sample.Lines, Ct)).ShouldBe(Members);
        }

        await using var after = database.Open();
        (await after.PayoutLines.CountAsync(Ct)).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_row_that_stands_already_is_refused_by_the_database(Engine engine)
    {
        await using var database = await FreshDatabase.On(engine);
        var sample = new SampleRows(Members);
        await Store(database, sample);

        await using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);

        await Should.ThrowAsync<System.Data.Common.DbException>(() => BulkInsert.Insert(db, sample.Lines, Ct));
    }

    [Theory]
    [EveryDatabase]
    public async Task Bulk_rows_outside_a_transaction_are_a_bug(Engine engine)
    {
        await using var database = await FreshDatabase.On(engine);

        await using var db = database.Open();

        await Should.ThrowAsync<InvariantBroken>(() => BulkInsert.Insert(db, new SampleRows(1).Members, Ct));
    }

    private static async Task Store(FreshDatabase database, SampleRows sample, bool withLines = true)
    {
        await using var db = database.Open();
        await db.Database.EnsureCreatedAsync(Ct);
        db.AddRange(sample.Enterprise, sample.Class, sample.Declaration);
        await db.SaveChangesAsync(Ct);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await BulkInsert.Insert(db, sample.Members, Ct);
        await BulkInsert.Insert(db, sample.Entries, Ct);
        await BulkInsert.Insert(db, [sample.Run], Ct);
        await BulkInsert.Insert(db, sample.Journal, Ct);
        await BulkInsert.Insert(db, sample.Journal.SelectMany(j => j.Postings), Ct);
        if (withLines)
            await BulkInsert.Insert(db, sample.Lines, Ct);
        await transaction.CommitAsync(Ct);
    }
}
