using System.Globalization;
using System.Xml.Linq;
using CsvHelper;
using SocialShares.Data;
using SocialShares.Demo.Scenario;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Repository;
using SocialShares.Tests.Sepa;

namespace SocialShares.Tests.Demo;

/// <summary>Published offers live their whole life on each database, through the API and the payment pages only.</summary>
public sealed class ScenarioRunTests : IDisposable
{
    private static readonly string[] Keys = ["plumstead-shop-2018", "tisbury-refill-2019"];
    private readonly string folder = Directory.CreateTempSubdirectory("shares-scenario-out-").FullName;
    private readonly StringWriter console = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        console.Dispose();
    }

    [Theory]
    [EveryDatabase]
    public async Task Published_share_offers_are_sold_allotted_and_serviced(Engine engine)
    {
        await using var database = await FreshDatabase.On(engine);

        var results = await Run(Keys, engine, database.ConnectionString);

        results.Select(r => (r.Key, r.Failure)).ShouldBe(Keys.Select(k => (k, (string?)null)), ignoreOrder: true);
        LastLine().ShouldBe("scenario: 2 offers ok, 0 failed");
        foreach (var summary in results.Select(r => r.Summary!))
        {
            summary.Applications.ShouldBe(16);
            summary.Refunded.ShouldBeGreaterThan(0);
            summary.RaisedMinor.ShouldBe(summary.AllottedUnits * 100);
            summary.PayoutRuns.ShouldBeGreaterThan(1);
            summary.LedgerBalanced.ShouldBeTrue();
            summary.RegisterMatchesLedger.ShouldBeTrue();
            summary.StripeReconciled.ShouldBeTrue();
            summary.BankReconciled.ShouldBeTrue();
        }
        Rows("summary.csv").Select(r => r[0]).ShouldBe(Keys, ignoreOrder: true);
        Rows("cashflows.csv").ShouldBeEmpty();
        PayoutsAddUp(results);
        RegisterHoldsWhatWasIssuedAndReinvested(results);
        foreach (var happened in (string[])["the board approves", "dies: ", "asks a share back", "of shares back"])
            Keys.ShouldAllBe(k =>
                console.ToString().Split('\n').Any(l => l.Contains($"{k}: ") && l.Contains(happened))
            );
        await HledgerAgrees("Share interest declared");
        BankFilesAreValid();
    }

    [Theory]
    [EveryDatabase]
    public async Task Published_bond_offers_are_sold_and_paid_to_maturity(Engine engine)
    {
        string[] keys = ["opheusden-town-hall-solar", "zelfstroom-tranches"];
        await using var database = await FreshDatabase.On(engine);

        var results = await Run(keys, engine, database.ConnectionString, buyers: 12);

        results.Select(r => (r.Key, r.Failure)).ShouldBe(keys.Select(k => (k, (string?)null)), ignoreOrder: true);
        LastLine().ShouldBe("scenario: 2 offers ok, 0 failed");
        foreach (var summary in results.Select(r => r.Summary!))
        {
            summary.Applications.ShouldBe(12);
            summary.RaisedMinor.ShouldBeGreaterThan(0);
            summary.PayoutRuns.ShouldBe(summary.Key == keys[0] ? 20 : 3 + 5 + 10);
            summary.LedgerBalanced.ShouldBeTrue();
            summary.RegisterMatchesLedger.ShouldBeTrue();
            summary.StripeReconciled.ShouldBeTrue();
            summary.BankReconciled.ShouldBeTrue();
        }
        PrincipalAddsUpToFaceValue(keys[0], 1, 5_000);
        PrincipalAddsUpToFaceValue(keys[1], 3, 1_000);
        CouponsAndRedemptionsArePaid(results);
        NobodyHoldsAnyMore(results);
        console.ToString().ShouldContain("of accrued interest");
        console.ToString().ShouldContain("bonds early, with period");
        await HledgerAgrees("Payment of B1 due");
        BankFilesAreValid();
    }

    [Fact]
    public async Task Every_published_offer_runs_beside_the_others_from_draft_to_end()
    {
        var results = await Run([], Engine.Sqlite, connection: "", buyers: 24);

        results.Where(r => r.Failure is not null).Select(r => $"{r.Key}: {r.Failure}").ShouldBeEmpty();
        results.Count.ShouldBe(11);
        LastLine().ShouldBe("scenario: 11 offers ok, 0 failed");
        results.ShouldAllBe(r =>
            r.Summary!.LedgerBalanced
            && r.Summary.RegisterMatchesLedger
            && r.Summary.StripeReconciled
            && r.Summary.BankReconciled
        );
        PrincipalAddsUpToFaceValue("lingewaard-floating-solar", 1, 10_000);
        PrincipalAddsUpToFaceValue("zaltbommel-solar", 1, 5_000);
        Rows("cashflows.csv").Count.ShouldBe(15 + 20 + 10 + 3 + 5 + 10);
        var told = console.ToString();
        foreach (
            var happened in (string[])
                ["is given", "dies: ", "asks a share back", "passes a share on", "adopted, and blocking", "bonds early"]
        )
            told.ShouldContain(happened);
        results.Sum(r => r.Summary!.Cancelled).ShouldBeGreaterThan(0);
        results.Sum(r => r.Summary!.Refunded).ShouldBeGreaterThan(0);
        BankFilesAreValid();
    }

    [Fact]
    public async Task An_offer_that_is_paid_in_parts_is_serviced_to_its_end()
    {
        var file = Path.Combine(folder, "offers.json");
        await File.WriteAllTextAsync(
            file,
            """
            { "offers": [ { "key": "parts", "issuer": "Parts Shop", "country": "GB", "instrument": "withdrawable share",
              "currency": "GBP", "minimumTarget": 500, "maximumTarget": 4000, "minimumPerPerson": 20,
              "maximumPerPerson": 500, "instalments": { "mostParts": 6, "graceDays": 14 } } ] }
            """,
            TestContext.Current.CancellationToken
        );

        var results = await Run([], Engine.Sqlite, connection: "", buyers: 24, file);

        results.Single().Failure.ShouldBeNull();
        var summary = results.Single().Summary!;
        (summary.LedgerBalanced, summary.RegisterMatchesLedger).ShouldBe((true, true));
        (summary.StripeReconciled, summary.BankReconciled).ShouldBe((true, true));
        console.ToString().ShouldContain("people pay in parts");
        console.ToString().ShouldContain("the others pay all that is left");
    }

    [Fact]
    public async Task An_offer_with_a_field_that_is_not_known_fails_with_its_name()
    {
        var file = Path.Combine(folder, "offers.json");
        await File.WriteAllTextAsync(
            file,
            """
            { "offers": [ { "key": "odd", "issuer": "Odd Shop", "country": "GB", "instrument": "withdrawable share",
              "currency": "GBP", "target": 1000, "luckyNumber": 7 } ] }
            """,
            TestContext.Current.CancellationToken
        );

        var exit = await ScenarioCommand.Run([file, "--out", folder], console, TestContext.Current.CancellationToken);

        exit.ShouldBe(1);
        console.ToString().ShouldContain("odd: unknown field: luckyNumber");
        LastLine().ShouldBe("scenario: 0 offers ok, 1 failed");
    }

    [Fact]
    public async Task An_unknown_key_is_refused() =>
        await Should.ThrowAsync<ArgumentException>(() =>
            ScenarioCommand.Run([OffersFile, "--only", "nobody"], console, TestContext.Current.CancellationToken)
        );

    private static string OffersFile => Path.Combine(Checkout.Root, "infra", "data", "published-offers.json");

    private Task<IReadOnlyList<OfferResult>> Run(
        string[] keys,
        Engine engine,
        string connection,
        int buyers = 16,
        string? file = null
    )
    {
        var settings = new ScenarioSettings
        {
            File = file ?? OffersFile,
            Only = keys,
            Buyers = buyers,
            Out = folder,
            Provider = Enum.Parse<DbProvider>(engine.ToString()),
            Connection = connection,
            Extra = ["--applicationName=SocialShares"],
        };
        return new ScenarioRun(settings, console).Run(TestContext.Current.CancellationToken);
    }

    private void PayoutsAddUp(IReadOnlyList<OfferResult> results)
    {
        var lines = Rows("payouts.csv");
        foreach (var summary in results.Select(r => r.Summary!))
        {
            var own = lines.Where(l => l[0] == summary.Key).ToList();
            own.Count.ShouldBe(summary.PayoutLines);
            own.Sum(l => Number(l[7])).ShouldBe(summary.PaidOutMinor);
            own.Select(l => l[2]).Distinct().ShouldBe(["share-interest", "withdrawal"], ignoreOrder: true);
            own.Select(l => l[8]).Distinct().ShouldBe(["bank", "reinvest"], ignoreOrder: true);
            own.Select(l => l[9]).ShouldAllBe(state => state == "sent" || state == "reinvested" || state == "carried");
        }
    }

    private void RegisterHoldsWhatWasIssuedAndReinvested(IReadOnlyList<OfferResult> results)
    {
        var (members, lines) = (Rows("register.csv"), Rows("payouts.csv"));
        foreach (var summary in results.Select(r => r.Summary!))
        {
            var own = members.Where(m => m[0] == summary.Key).ToList();
            own.Count.ShouldBe(summary.Holders);
            own.ShouldAllBe(m => Number(m[6]) == Number(m[5]) * 100);
            var leftIn = lines.Where(l => l[0] == summary.Key && l[8] == "reinvest").Sum(l => Number(l[7]));
            var paidBack = lines.Where(l => l[0] == summary.Key && l[2] == "withdrawal").Sum(l => Number(l[7]) / 100);
            paidBack.ShouldBeGreaterThan(0);
            var grown = own.Sum(m => Number(m[5])) + paidBack - summary.AllottedUnits;
            // Whole shares at par; what buys none is carried, less than one share for each who leaves interest in.
            (leftIn - grown * 100).ShouldBeInRange(0, 100 * own.Count);
            grown.ShouldBeGreaterThan(0);
        }
    }

    private void PrincipalAddsUpToFaceValue(string key, int series, long faceMinor)
    {
        var rows = Rows("cashflows.csv").Where(r => r[0] == key).GroupBy(r => r[1]).ToList();
        rows.Count.ShouldBe(series);
        foreach (var of in rows)
        {
            of.Sum(r => Number(r[9])).ShouldBe(faceMinor);
            of.First()[7].ShouldBe(of.Sum(r => Number(r[9])).ToString(CultureInfo.InvariantCulture));
            of.Last()[10].ShouldBe("0");
            of.ShouldAllBe(r => r[6] == r[5]); // everything was paid on its day
        }
    }

    private void CouponsAndRedemptionsArePaid(IReadOnlyList<OfferResult> results)
    {
        var lines = Rows("payouts.csv");
        lines.Select(l => l[9]).ShouldAllBe(state => state == "sent");
        lines.Select(l => l[8]).ShouldAllBe(destination => destination == "bank");
        foreach (var summary in results.Select(r => r.Summary!))
        {
            var own = lines.Where(l => l[0] == summary.Key).ToList();
            own.Sum(l => Number(l[7])).ShouldBe(summary.PaidOutMinor);
            own.Where(l => l[2] == "redemption").Sum(l => Number(l[7])).ShouldBe(summary.RaisedMinor);
            own.Select(l => l[2]).Distinct().ShouldBe(["coupon", "redemption"], ignoreOrder: true);
        }
    }

    private void NobodyHoldsAnyMore(IReadOnlyList<OfferResult> results)
    {
        var holders = Rows("register.csv");
        holders.ShouldAllBe(h => h[5] == "0" && h[6] == "0" && h[4].Length > 0);
        foreach (var summary in results.Select(r => r.Summary!))
            holders.Where(h => h[0] == summary.Key).Select(h => h[1]).Distinct().Count().ShouldBe(summary.Holders);
    }

    private async Task HledgerAgrees(string entry)
    {
        var said = await new OutputFolder(folder).AskHledger(TestContext.Current.CancellationToken);

        File.ReadAllText(Path.Combine(folder, "ledger.journal")).ShouldContain(entry);
        if (said is not null) // where it is installed
            said.ShouldBeEmpty();
    }

    private void BankFilesAreValid()
    {
        var files = Directory.GetFiles(Path.Combine(folder, "pain001"));
        files.Length.ShouldBeGreaterThan(3);
        var sent = Rows("payouts.csv").Where(l => l[9] == "sent").Sum(l => Number(l[7]));
        var ordered = files.Sum(f =>
            Number(Only(XDocument.Load(f), "CtrlSum").Replace(".", "", StringComparison.Ordinal))
        );
        // What somebody who died had carried, less than the dearest share, is paid out with the rest; to the cent it is
        // checked by bankReconciled.
        (ordered - sent).ShouldBeInRange(0, 24_999);
        // Without the schema the rest still counts; the tests of the bank file show by name that it is missing.
        foreach (var file in Iso20022.Find("pain.001.001.09.xsd") is null ? [] : files)
            Iso20022.Faults("pain.001.001.09.xsd", File.ReadAllBytes(file)).ShouldBeEmpty();
    }

    private static string Only(XDocument file, string name) =>
        file.Descendants().First(e => e.Name.LocalName == name).Value;

    private List<string[]> Rows(string file)
    {
        using var reader = CsvReader.Create(File.ReadAllBytes(Path.Combine(folder, file)), CsvReaderOptions.Default);
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private string LastLine() => console.ToString().TrimEnd().Split('\n')[^1].TrimEnd();
}
