using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Data;
using SocialShares.Data.Bulk;

namespace SocialShares.Benchmarks;

/// <summary>
/// An allotment of many applications: who gets what as pure arithmetic for each policy, and a pro rata allotment carried out in
/// a database (read, work out, register, certificates, refunds, outbox, both books), against a bare bulk insert of the same rows
/// into a database like it. On SQLite, or on the empty PostgreSQL databases that two connection strings name.
/// </summary>
internal static class Allotments
{
    private static readonly DateTime Now = new(2030, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    public static async Task Run(int count, string[] connections, TextWriter to)
    {
        Compute(count, to);
        var folder = Directory.CreateTempSubdirectory("shares-bench-").FullName;
        try
        {
            await using var one = new AllotmentGround(Path.Combine(folder, "one"), connections.ElementAtOrDefault(0));
            await using var bare = new AllotmentGround(Path.Combine(folder, "bare"), connections.ElementAtOrDefault(1));
            var offer = await one.Sell(count);
            await bare.Sell(count);
            var carriedOut = await one.Allot(offer);
            var (rows, took) = await Bare(await one.Written(offer), bare);
            to.WriteLine(
                $"ratio allotment-{one.Engine} {carriedOut / took:N1}   {count:N0} applications in {carriedOut.TotalSeconds:N1} s; bare bulk insert "
                    + $"of the same {rows:N0} rows {took.TotalSeconds:N1} s, {rows / took.TotalSeconds:N0} rows/s"
            );
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compute(int count, TextWriter to)
    {
        var random = new Random(1);
        var rows = Enumerable
            .Range(0, count)
            .Select(i =>
            {
                var id = Domain.ApplicationId.New();
                var paidAt = Now.AddSeconds(random.Next(0, 5_000_000));
                return new AllocationRow(
                    id,
                    id,
                    0,
                    random.Next(1, 1000),
                    paidAt,
                    random.Next(3) > 0,
                    random.Next(20) / 19
                );
            })
            .ToList();
        var offered = rows.Sum(r => r.Units) / 2;
        foreach (var policy in Enum.GetValues<AllocationPolicy>())
        foreach (var residentsFirst in new[] { false, true })
        {
            var rule = new AllocationRule(policy, residentsFirst, 5, "a seed of the benchmark");
            Allocation.Of(rows.GetRange(0, Math.Min(1000, count)), offered, rule);
            var begun = Stopwatch.GetTimestamp();
            var plan = new AllotmentPlan(rows, new Dictionary<int, long> { [0] = offered }, rule);
            var took = Stopwatch.GetElapsedTime(begun);
            to.WriteLine(
                $"allotment-compute {policy}{(residentsFirst ? " residents first" : "")}: {count:N0} applications with files and hashes in "
                    + $"{took.TotalMilliseconds:N0} ms, {plan.UnitsAllotted:N0} of {offered:N0} units"
            );
        }
    }

    private static async Task<(long Rows, TimeSpan Took)> Bare(WrittenRows rows, AllotmentGround ground)
    {
        await using var scope = ground.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        var begun = Stopwatch.GetTimestamp();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var written =
            await BulkInsert.Insert(db, rows.Outcomes, default)
            + await BulkInsert.Insert(db, rows.Lines, default)
            + await BulkInsert.Insert(db, rows.Members, default)
            + await BulkInsert.Insert(db, rows.Entries, default)
            + await BulkInsert.Insert(db, rows.Certificates, default)
            + await BulkInsert.Insert(db, rows.Refunds, default)
            + await BulkInsert.Insert(db, rows.Outbox, default);
        await transaction.CommitAsync();
        return (written, Stopwatch.GetElapsedTime(begun));
    }
}

/// <summary>What an allotment wrote.</summary>
internal sealed record WrittenRows(
    List<AllotmentOutcome> Outcomes,
    List<AllotmentLine> Lines,
    List<Member> Members,
    List<RegisterEntry> Entries,
    List<Certificate> Certificates,
    List<Refund> Refunds,
    List<OutboxRow> Outbox
);
