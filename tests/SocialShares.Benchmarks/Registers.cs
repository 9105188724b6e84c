using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Register;

namespace SocialShares.Benchmarks;

/// <summary>
/// A page of the register as of a day, and the statement of one holder, at a thousand and at a million holders: how much
/// dearer is a large register? SQLite in files; PostgreSQL when a connection string is given.
/// </summary>
internal static class Registers
{
    private const int Rounds = 200;
    private const int WarmUp = 50;

    public static async Task Run(string? postgreSql, TextWriter to)
    {
        await using var small = await RegisterGround.Lay(1_000, postgreSql, to);
        await using var large = await RegisterGround.Lay(1_000_000, postgreSql, to);
        var (page, statement) = (await Compare(small, large, Page), await Compare(small, large, Statement));
        foreach (
            var (ground, pageCost, statementCost) in new[]
            {
                (small, page.Small, statement.Small),
                (large, page.Large, statement.Large),
            }
        )
            to.WriteLine(
                $"{ground.Holders} holders: page of 50 {pageCost:0.00} ms, statement {statementCost:0.00} ms, "
                    + $"a name found by search {await Once(() => Search(ground)):0} ms"
            );
        var begun = Stopwatch.GetTimestamp();
        var entries = await Read(large);
        to.WriteLine($"chain of {entries} entries read in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");
        to.WriteLine($"ratio register-growth {(page.Large + statement.Large) / (page.Small + statement.Small):0.00}");
        to.WriteLine($"ratio register-growth-page {page.Large / page.Small:0.00}");
        to.WriteLine($"ratio register-growth-statement {statement.Large / statement.Small:0.00}");
    }

    // In turn, so that what else the machine does falls on both; the median, so that now and then does not count.
    private static async Task<(double Small, double Large)> Compare(
        RegisterGround small,
        RegisterGround large,
        Func<RegisterGround, int, Task> work
    )
    {
        var random = new Random(1);
        var (fewTimes, manyTimes) = (new double[Rounds], new double[Rounds]);
        for (var i = -WarmUp; i < Rounds; i++)
        {
            var few = await Once(() => work(small, random.Next(small.Holders)));
            var many = await Once(() => work(large, random.Next(large.Holders)));
            if (i >= 0)
                (fewTimes[i], manyTimes[i]) = (few, many);
        }
        Array.Sort(fewTimes);
        Array.Sort(manyTimes);
        return (fewTimes[Rounds / 2], manyTimes[Rounds / 2]);
    }

    private static async Task<double> Once(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static async Task Page(RegisterGround ground, int after)
    {
        await using var db = ground.Open();
        await new ReadRegister.Handler(db, TimeProvider.System).Handle(
            new ReadRegister(ground.EnterpriseId, new DateOnly(2021, 3, 1), After: Math.Max(0, after - 50)),
            CancellationToken.None
        );
    }

    private static async Task Statement(RegisterGround ground, int holder)
    {
        await using var db = ground.Open();
        await new ReadHolding.Handler(db, TimeProvider.System).Handle(
            new ReadHolding(ground.Members[holder]),
            CancellationToken.None
        );
    }

    private static async Task Search(RegisterGround ground)
    {
        await using var db = ground.Open();
        await new ReadRegister.Handler(db, TimeProvider.System).Handle(
            new ReadRegister(ground.EnterpriseId, Search: $"number{ground.Holders}"),
            CancellationToken.None
        );
    }

    private static async Task<int> Read(RegisterGround ground)
    {
        await using var db = ground.Open();
        var reading = new RegisterReading(null);
        var entries = db
            .RegisterEntries.AsNoTracking()
            .Where(e => e.EnterpriseId == ground.EnterpriseId)
            .OrderBy(e => e.Number)
            .AsAsyncEnumerable();
        await foreach (var entry in entries)
            Invariant.Holds(reading.Read(entry) is null, $"entry {entry.Number} is broken");
        return reading.Count;
    }
}
