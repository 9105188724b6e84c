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
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;

namespace SocialShares.Benchmarks;

/// <summary>
/// The whole purchase over HTTP (sign up, start, answer, submit, pay at the local Stripe, webhook, mail) for 1, 8 and 32
/// buyers at once on SQLite, against as many bare commits on the same disk, counted from what the purchases left.
/// </summary>
internal static class Applications
{
    public static async Task Run(int count, TextWriter to)
    {
        var folder = Directory.CreateTempSubdirectory("shares-bench-").FullName;
        try
        {
            await using var host = await DemoHost.Start(
                new DemoSettings { DataFolder = folder, Extra = ["--applicationName=SocialShares"] }
            );
            host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount = 1_000;
            await Administrators.Make(host.Services);
            using var town = new Town(host);
            var offer = await Launch(town);
            var cast = new Cast("GB", "Benchwick", "benchwick.example.org");
            var next = 100;
            foreach (var atOnce in new[] { 1, 8, 32 })
            {
                var buyers = Enumerable.Range(next, count).Select(no => Buyer(town, cast, no)).ToList();
                next += count;
                var before = await Commits(host);
                var took = await Buy(town, offer, buyers, atOnce);
                var commits = await Commits(host) - before;
                var bare = BareCommits(Path.Combine(folder, $"bare{atOnce}.db"), commits);
                to.WriteLine(
                    $"ratio applications-sqlite-{atOnce} {took / bare:N1}   {count / took.TotalSeconds:N1} purchases/s, "
                        + $"{(double)commits / count:N1} commits each; bare {commits / bare.TotalSeconds:N0} commits/s"
                );
            }
            var shown = await town.First.Get<OfferShown>($"/offers/{offer}", CancellationToken.None);
            to.WriteLine($"sold {shown.UnitsReserved} of {shown.UnitsOffered} units, {shown.Raised.People} people");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Commits so far: one a command (an audit row each), two a delivery of the outbox, one a mail kept.</summary>
    private static async Task<int> Commits(DemoHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        return await db.AuditRows.CountAsync() + 2 * await db.Outbox.CountAsync() + await db.SentMails.CountAsync();
    }

    private static TimeSpan BareCommits(string file, int commits)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Do("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id TEXT PRIMARY KEY, a INTEGER, b TEXT)");
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < commits; i++)
            Do(
                $"INSERT INTO t VALUES ('{Guid.NewGuid()}', {i}, 'about as much text as a row of ours holds on average')"
            );
        return Stopwatch.GetElapsedTime(begun);

        void Do(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static async Task<TimeSpan> Buy(Town town, OfferId offer, IReadOnlyList<Buyer> buyers, int atOnce)
    {
        var buying = new Buying(town, offer);
        var begun = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            buyers,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (buyer, ct) => await buying.Buy(buyer, ct)
        );
        await town.Quiet(CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun);
    }

    internal static Buyer Buyer(Town town, Cast cast, int no) =>
        new(
            town.Account(cast.SignIn(no)),
            "en",
            cast.Person(no),
            new PayoutChoice(PayoutDestination.Bank, cast.Iban(no)),
            2500,
            BuyerStory.Pays,
            "card",
            ByForm: false
        );

    internal static async Task<OfferId> Launch(Town town)
    {
        var ct = CancellationToken.None;
        var board = new[]
        {
            new Officer(new SignIn("Bea Bench", "bea@benchwick.example.org"), "chair", IsResident: true),
        };
        var profile = new RegisterEnterprise.Body(
            "Benchwick Shop",
            "community benefit society",
            "GB",
            null,
            "1 High Street, Benchwick",
            "Benchwick",
            Currency.Gbp,
            "Europe/London",
            "slate",
            "shop",
            "chair",
            IsResident: true
        );
        var company = await Company.Register(town, profile, board, "en", TestIban.Of("GB", 1), ct);
        var today = DateOnly.FromDateTime(town.Clock.GetUtcNow().UtcDateTime);
        var terms = new OfferTerms(
            0,
            50_000_000,
            50_000_000,
            today,
            today.AddDays(90),
            2500,
            1_000_000,
            1_000_000,
            14,
            Extendable: false
        );
        var draft = new DraftOffer.Body(
            null,
            new ShareTerms(100, Currency.Gbp, 50_000, 0, HolderMayReinvest: true),
            "Benchwick Shop",
            "A shop that is only there to be measured.",
            terms
        );
        var launched = await company.Launch(
            draft,
            Demo.People.OfferDocument.Write("Benchwick Shop", "To be measured."),
            ct
        );
        await town.LetThingsHappen(ct);
        return launched.Id;
    }
}
