using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Ledger;
using SocialShares.Tests.Databases;

namespace SocialShares.Benchmarks;

/// <summary>
/// Balances of all accounts of a journal of ten thousand entries, added up, and of one a hundred times as long with a
/// snapshot, on SQLite and PostgreSQL: how much dearer is a long history?
/// </summary>
internal static class Ledgers
{
    private const int Few = 10_000;
    private const int SinceTheCut = 500;
    private const int Rounds = 15;
    private static readonly DateTime Now = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    public static async Task Run(int entries, TextWriter to)
    {
        var folder = Directory.CreateTempSubdirectory("shares-ledger-").FullName;
        try
        {
            await Compare(
                "sqlite",
                entries,
                name => Task.FromResult<Func<SharesDb>>(() => Sqlite(Path.Combine(folder, name + ".db"))),
                to
            );
            await using var server = await PostgreSqlServer.StartNew();
            await Compare("postgresql", entries, _ => PostgreSql(server), to);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Compare(
        string engine,
        int entries,
        Func<string, Task<Func<SharesDb>>> make,
        TextWriter to
    )
    {
        var (small, large) = (await make("small"), await make("large"));
        await Fill(small, Few);
        var begun = Stopwatch.GetTimestamp();
        await Fill(large, entries);
        var filled = Stopwatch.GetElapsedTime(begun);
        var replay = await Once(() => Replay(large));
        begun = Stopwatch.GetTimestamp();
        await Snapshot(large);
        var taken = Stopwatch.GetElapsedTime(begun);
        var (few, many) = (new double[Rounds], new double[Rounds]);
        for (var i = -2; i < Rounds; i++)
        {
            var (a, b) = (await Once(() => Balances(small)), await Once(() => Balances(large)));
            if (i >= 0)
                (few[i], many[i]) = (a, b);
        }
        Array.Sort(few);
        Array.Sort(many);
        var (at10k, atMany) = (few[Rounds / 2], many[Rounds / 2]);
        if (!(await Balances(large)).ToHashSet().SetEquals(await Replay(large)))
            throw new InvalidOperationException("the snapshot does not equal its entries");
        to.WriteLine(
            $"ratio ledger-balances-{engine} {atMany / at10k:0.00}   {at10k:0.0} ms at {Few} entries, {atMany:0.0} ms at "
                + $"{entries} with a snapshot, {replay:0} ms added up; filled in {filled.TotalSeconds:0} s, "
                + $"snapshot taken in {taken.TotalSeconds:0.0} s"
        );
    }

    private static async Task<double> Once(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static async Task<List<AccountBalance>> Balances(Func<SharesDb> open)
    {
        await using var db = open();
        return await new LedgerBalances(db).Now(new WhichAccounts(), CancellationToken.None);
    }

    private static async Task<List<AccountBalance>> Replay(Func<SharesDb> open)
    {
        await using var db = open();
        return await new LedgerBalances(db).Replay(new WhichAccounts(), until: null, CancellationToken.None);
    }

    private static async Task Snapshot(Func<SharesDb> open)
    {
        await using var db = open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await new TakeSnapshot.Handler(db, new Still(Now)).Handle(new TakeSnapshot(), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    // Payments on a hundred offers, the last few hundred within the hour that no snapshot has.
    private static async Task Fill(Func<SharesDb> open, int entries)
    {
        await using var db = open();
        await db.Database.EnsureCreatedAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            const int atATime = 50_000;
            for (var from = 0; from < entries; from += atATime)
            {
                var some = Enumerable
                    .Range(from, Math.Min(atATime, entries - from))
                    .Select(i => Entry(i, entries))
                    .ToList();
                await BulkInsert.Insert(db, some, CancellationToken.None);
                await BulkInsert.Insert(db, some.SelectMany(e => e.Postings), CancellationToken.None);
            }
            await transaction.CommitAsync();
        }
        // What the server does by itself some minutes after so many rows came in.
        if (db is PostgreSqlSharesDb)
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
    }

    private static JournalEntry Entry(int no, int of)
    {
        var at = of - no <= SinceTheCut ? Now.AddMinutes(-5) : Now.AddHours(-2).AddSeconds(no - of);
        var (amount, fee) = (new Money(1_000 + no % 977, Currency.Gbp), new Money(30, Currency.Gbp));
        return JournalEntry.Write(
            Book.Platform,
            new BookedOn(DateOnly.FromDateTime(at), at),
            new Cause("payment", Guid.CreateVersion7()),
            "Payment by card",
            (Account.StripePending, amount - fee),
            (Account.StripeFees, fee),
            (Account.Escrow($"offer-{no % 100}"), -amount)
        );
    }

    private static SqliteSharesDb Sqlite(string file) =>
        new(new DbContextOptionsBuilder<SqliteSharesDb>().UseSqlite($"Data Source={file}").Options);

    private static async Task<Func<SharesDb>> PostgreSql(PostgreSqlServer server)
    {
        var connection = await server.CreateDatabase();
        var options = new DbContextOptionsBuilder<PostgreSqlSharesDb>().UseNpgsql(connection).Options;
        return () => new PostgreSqlSharesDb(options);
    }

    private sealed class Still(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }
}
