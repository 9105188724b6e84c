using System.Text.Json;
using SocialShares.Data;
using SocialShares.Demo.Api;
using SocialShares.Demo.People;

namespace SocialShares.Demo.Scenario;

/// <summary>What to run.</summary>
public sealed record ScenarioSettings
{
    /// <summary>The file of published offers.</summary>
    public required string File { get; init; }

    /// <summary>Keys of the offers to run; empty: all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Buyers of each offer.</summary>
    public int Buyers { get; init; } = 300;

    /// <summary>Decides the amounts.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Where the results go.</summary>
    public required string Out { get; init; }

    public DbProvider Provider { get; init; } = DbProvider.Sqlite;

    /// <summary>An empty database; empty with SQLite: a new file, deleted at the end.</summary>
    public string Connection { get; init; } = "";

    /// <summary>More settings of the product.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];
}

/// <summary>Runs published offers through their whole life on a platform of their own.</summary>
public sealed class ScenarioRun(ScenarioSettings settings, TextWriter to)
{
    /// <summary>Runs them; the files are written even when some failed.</summary>
    /// <returns>What became of each, in the order of the file.</returns>
    public async Task<IReadOnlyList<OfferResult>> Run(CancellationToken ct)
    {
        var (offers, results) = Read();
        if (offers.Count > 0)
        {
            var folder = Directory.CreateTempSubdirectory("shares-scenario-").FullName;
            try
            {
                await RunAll(offers, results, folder, ct);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        foreach (var result in results.Where(r => r.Failure is not null))
            to.WriteLine($"{result.Key}: {result.Failure}");
        var failed = results.Count(r => r.Failure is not null);
        to.WriteLine($"scenario: {results.Count - failed} offers ok, {failed} failed");
        return results;
    }

    private (List<PublishedOffer> Offers, List<OfferResult> Results) Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(settings.File));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var (offers, results) = (new List<PublishedOffer>(), new List<OfferResult>());
        foreach (var offer in json.RootElement.GetProperty("offers").EnumerateArray())
        {
            var key = offer.TryGetProperty("key", out var k) ? k.ToString() : "(no key)";
            if (settings.Only.Count > 0 && !settings.Only.Contains(key))
                continue;
            try
            {
                offers.Add(PublishedOffer.Read(offer, today, settings.Buyers));
            }
            catch (CannotExpress e)
            {
                results.Add(new OfferResult(key, null, e.Message));
            }
        }
        return offers.Count + results.Count > 0
            ? (offers, results)
            : throw new ArgumentException($"{settings.File} has no offer {string.Join(", ", settings.Only)}");
    }

    private async Task RunAll(
        List<PublishedOffer> offers,
        List<OfferResult> results,
        string folder,
        CancellationToken ct
    )
    {
        var first = offers.Min(o => o.Terms.OpensOn).AddDays(-12);
        await using var host = await DemoHost.Start(
            new DemoSettings
            {
                Provider = settings.Provider,
                Connection = settings.Connection,
                DataFolder = folder,
                StartsAt = OfferLife.Morning(first),
                Extra = settings.Extra,
            },
            ct
        );
        if (await Administrators.AnybodyIsThere(host.Services, ct))
            throw new ArgumentException("the database is not empty; the scenario needs a fresh one");
        await Administrators.Make(host.Services);
        using var town = new Town(host);
        foreach (var currency in offers.Select(o => o.Currency).Distinct())
            await town.Stripe.TopUp(currency, 500_000, ct);
        await town.LetThingsHappen(ct);
        var progress = new Progress(to, host.Clock);
        var timeline = new Timeline(town.MoveTo, offers.Count);
        var books = await Task.WhenAll(offers.Select(o => Live(town, timeline, o, progress, results, ct)));
        var output = new OutputFolder(settings.Out);
        await output.Write([.. books.OfType<OfferBooks>()], await town.First.Download("/ledger/journal.txt", ct), ct);
        await Judge(output, results, ct);
    }

    private async Task<OfferBooks?> Live(
        Town town,
        Timeline timeline,
        PublishedOffer offer,
        Progress progress,
        List<OfferResult> results,
        CancellationToken ct
    )
    {
        try
        {
            var life = await new OfferLife(town, timeline, offer, settings.Buyers, settings.Seed, progress).Live(ct);
            var books = await new BooksReader(town, life).Read(ct);
            Add(new OfferResult(offer.Key, books.Summary, null));
            return books;
        }
        // Whatever stops one offer is its result; the others go on.
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Add(new OfferResult(offer.Key, null, e is CannotExpress ? e.Message : $"{e.GetType().Name}: {e.Message}"));
            return null;
        }
        finally
        {
            await timeline.Leave(ct);
        }

        void Add(OfferResult result)
        {
            lock (results)
                results.Add(result);
        }
    }

    private async Task Judge(OutputFolder output, List<OfferResult> results, CancellationToken ct)
    {
        var wrong = await output.AskHledger(ct);
        if (wrong is null)
            to.WriteLine("hledger is not on this machine; the journal was not checked by it");
        else if (wrong.Length > 0)
            for (var i = 0; i < results.Count; i++)
                results[i] = results[i] with { Failure = results[i].Failure ?? wrong };
    }
}
