using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialShares.Data;
using SocialShares.Demo;
using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Demo.Seed;
using SocialShares.Tests.Databases;

namespace SocialShares.Benchmarks;

/// <summary>
/// Complete purchases over HTTP (apply, answer, submit, page at the local Stripe, pay, webhook, confirmed, mail) by 1, 8 and
/// 32 buyers at once on SQLite and PostgreSQL, against the statements and commits of one of them sent bare in one loop.
/// </summary>
internal static class Purchases
{
    public static async Task Run(int count, TextWriter to)
    {
        var folder = Directory.CreateTempSubdirectory("shares-bench-").FullName;
        try
        {
            await On("sqlite", new DemoSettings { DataFolder = folder }, count, to);
            await using var server = await PostgreSqlServer.StartNew();
            var connection = await server.CreateDatabase();
            await On(
                "postgresql",
                new DemoSettings
                {
                    DataFolder = folder,
                    Provider = DbProvider.PostgreSql,
                    Connection = connection,
                },
                count,
                to
            );
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task On(string engine, DemoSettings settings, int count, TextWriter to)
    {
        await using var host = await DemoHost.Start(
            settings with
            {
                Extra = ["--applicationName=SocialShares", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Error"],
            }
        );
        host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount = 1_000;
        await Administrators.Make(host.Services);
        using var town = new Town(host);
        var offer = await Applications.Launch(town);
        var cast = new Cast("GB", "Benchwick", "benchwick.example.org");
        var (buying, next) = (new Buying(town, offer), 100);
        // Code is compiled and connections are open before anything is measured.
        await Buy(town, buying, await Buyers(town, cast, next, count / 2), 8);
        next += count;
        var tape = await Tape.Of(await Buyers(town, cast, next, 1), buyer => buying.Buy(buyer, CancellationToken.None));
        next += count;
        var database = new Bare(host.Services, tape);
        foreach (var atOnce in new[] { 1, 8, 32 })
        {
            var buyers = await Buyers(town, cast, next, count);
            next += count;
            var rate = count / (await Buy(town, buying, buyers, atOnce)).TotalSeconds;
            var bare = count / (await database.Send(count)).TotalSeconds;
            to.WriteLine(
                $"ratio purchase-{engine}-{atOnce} {rate / bare:0.00}   {rate:0.0} purchases/s; bare {bare:0.0} a second, "
                    + $"{tape.Statements} statements and {tape.Commits} commits each"
            );
        }
        await AllConfirmed(host, to);
    }

    private static async Task<TimeSpan> Buy(Town town, Buying buying, IReadOnlyList<Buyer> buyers, int atOnce)
    {
        var begun = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            buyers,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (buyer, ct) => await buying.Buy(buyer, ct)
        );
        await town.Quiet(CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun);
    }

    // Signed up and signed in beforehand: that is no part of a purchase.
    private static async Task<IReadOnlyList<Buyer>> Buyers(Town town, Cast cast, int from, int count)
    {
        var buyers = Enumerable.Range(from, count).Select(no => Applications.Buyer(town, cast, no)).ToList();
        foreach (var buyer in buyers)
        {
            await buyer.Person.SignUp("en", CancellationToken.None);
            await buyer.Person.Get<object>("/me", CancellationToken.None);
        }
        return buyers;
    }

    private static async Task AllConfirmed(DemoHost host, TextWriter to)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        var unpaid = await db.Applications.CountAsync(a =>
            a.CheckoutSession != null && a.State != ApplicationState.Paid
        );
        to.WriteLine($"{await db.Payments.CountAsync()} payments, {unpaid} purchases not confirmed");
    }
}
