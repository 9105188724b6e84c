using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Register;

namespace SocialShares.Benchmarks;

/// <summary>
/// A page of the register as of a day, and the statement of one holder, at a thousand and at a million holders: how much
/// dearer is a large register? SQLite in a file; PostgreSQL when a connection string is given.
/// </summary>
internal static class Registers
{
    private const int Rounds = 200;
    private const int EntriesEach = 2;

    public static async Task Run(string? postgreSql, TextWriter to)
    {
        var costs = new List<(double Page, double Statement)>();
        foreach (var holders in new[] { 1_000, 1_000_000 })
            costs.Add(await Measure(holders, postgreSql, to));
        var (small, large) = (costs[0], costs[1]);
        to.WriteLine($"ratio register-growth {(large.Page + large.Statement) / (small.Page + small.Statement):0.00}");
        to.WriteLine($"ratio register-growth-page {large.Page / small.Page:0.00}");
        to.WriteLine($"ratio register-growth-statement {large.Statement / small.Statement:0.00}");
    }

    private static async Task<(double Page, double Statement)> Measure(int holders, string? postgreSql, TextWriter to)
    {
        var folder = Directory.CreateTempSubdirectory("shares-register-").FullName;
        try
        {
            await using var db = Open(folder, postgreSql);
            if (postgreSql is not null)
                await db.Database.EnsureDeletedAsync();
            await db.Database.EnsureCreatedAsync();
            var begun = Stopwatch.GetTimestamp();
            var filled = await Fill(db, holders);
            var took = Stopwatch.GetElapsedTime(begun);
            if (postgreSql is not null)
                await db.Database.ExecuteSqlRawAsync("ANALYZE");
            var clock = TimeProvider.System;
            var random = new Random(1);
            var page = await Time(() => Page(db, filled, random.Next(holders), clock));
            var statement = await Time(() => Statement(db, filled, random.Next(holders), clock));
            var search = await Once(() => Search(db, filled, holders, clock));
            begun = Stopwatch.GetTimestamp();
            var entries = await Read(db, filled.Enterprise);
            var read = Stopwatch.GetElapsedTime(begun);
            to.WriteLine(
                $"{holders} holders, {entries} entries, filled in {took.TotalSeconds:0.0} s: page of 50 {page:0.00} ms, "
                    + $"statement {statement:0.00} ms, a name found by search {search:0} ms, "
                    + $"chain read in {read.TotalSeconds:0.0} s"
            );
            return (page, statement);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SharesDb Open(string folder, string? postgreSql) =>
        postgreSql is null
            ? new SqliteSharesDb(
                new DbContextOptionsBuilder<SqliteSharesDb>()
                    .UseSqlite($"Data Source={Path.Combine(folder, "register.db")}")
                    .Options
            )
            : new PostgreSqlSharesDb(new DbContextOptionsBuilder<PostgreSqlSharesDb>().UseNpgsql(postgreSql).Options);

    private static async Task<Filled> Fill(SharesDb db, int holders)
    {
        var (enterprise, now) = (EnterpriseId.New(), new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc));
        var profile = new EnterpriseProfile(
            "Bench",
            "society",
            "GB",
            "1",
            "1 High Street",
            "Benchwick",
            Currency.Gbp,
            "Europe/London",
            "slate",
            "shop"
        );
        var first = new BoardMember(enterprise, PersonId.New(), "Bea Bench", "chair", true, new DateOnly(2020, 1, 1));
        var shareClass = ShareClass.Define(
            ShareClassId.New(),
            enterprise,
            "A",
            new ShareTerms(100, Currency.Gbp, 50_000, 0, true)
        );
        db.AddRange(Enterprise.Register(enterprise, "bench", profile, first, now), shareClass);
        await db.SaveChangesAsync();
        var members = new MemberId[holders];
        for (var i = 0; i < holders; i++)
            members[i] = MemberId.New();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await BulkInsert.Insert(db, members.Select((id, i) => Holder(id, enterprise, i + 1)), CancellationToken.None);
        for (var round = 0; round < EntriesEach; round++)
        {
            var day = new DateOnly(2020 + (2 * round), 6, 1);
            await db.AppendToRegister(
                enterprise,
                members.Select(id => new EntryFacts(
                    shareClass,
                    id,
                    EntryKind.Issue,
                    100,
                    new BookedOn(day, now),
                    new EntrySource("Issue", Guid.NewGuid())
                )),
                CancellationToken.None
            );
        }
        await transaction.CommitAsync();
        db.ChangeTracker.Clear();
        return new Filled(enterprise, members);
    }

    private static Member Holder(MemberId id, EnterpriseId enterprise, int number) =>
        new(
            id,
            enterprise,
            number,
            PersonId.New(),
            new HolderDetails(
                HolderKind.Person,
                string.Create(CultureInfo.InvariantCulture, $"Holder Number{number}"),
                "1 High Street",
                "BW1 1AA",
                "Benchwick",
                "GB",
                null
            ),
            new PayoutChoice(PayoutDestination.Bank, null),
            new DateOnly(2020, 6, 1)
        );

    private static Task Page(SharesDb db, Filled filled, int after, TimeProvider clock) =>
        new ReadRegister.Handler(db, clock).Handle(
            new ReadRegister(filled.Enterprise, new DateOnly(2021, 3, 1), After: Math.Max(0, after - 50)),
            CancellationToken.None
        );

    private static Task Statement(SharesDb db, Filled filled, int holder, TimeProvider clock) =>
        new ReadHolding.Handler(db, clock).Handle(new ReadHolding(filled.Members[holder]), CancellationToken.None);

    private static Task Search(SharesDb db, Filled filled, int holders, TimeProvider clock) =>
        new ReadRegister.Handler(db, clock).Handle(
            new ReadRegister(filled.Enterprise, Search: $"number{holders}"),
            CancellationToken.None
        );

    private static async Task<int> Read(SharesDb db, EnterpriseId enterprise)
    {
        var reading = new RegisterReading(null);
        var entries = db
            .RegisterEntries.AsNoTracking()
            .Where(e => e.EnterpriseId == enterprise)
            .OrderBy(e => e.Number)
            .AsAsyncEnumerable();
        await foreach (var entry in entries)
            Invariant.Holds(reading.Read(entry) is null, $"entry {entry.Number} is broken");
        return reading.Count;
    }

    // The median: what else the machine does now and then does not count.
    private static async Task<double> Time(Func<Task> work)
    {
        for (var i = 0; i < 20; i++)
            await work();
        var times = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
            times[i] = await Once(work);
        Array.Sort(times);
        return times[Rounds / 2];
    }

    private static async Task<double> Once(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private sealed record Filled(EnterpriseId Enterprise, MemberId[] Members);
}
