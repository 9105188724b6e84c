using System.Globalization;
using System.Xml.Linq;
using CsvHelper;
using SocialShares.Demo.Api;
using SocialShares.Demo.Seed;
using SocialShares.Features.Issuing;
using SocialShares.Features.Ledger;
using SocialShares.Features.Payouts;

namespace SocialShares.Demo.Scenario;

/// <summary>What is downloaded of one offer at its end, with the first column named by the offer's key.</summary>
/// <param name="Payouts">Rows of <c>payouts.csv</c>.</param>
/// <param name="Register">Rows of <c>register.csv</c>.</param>
/// <param name="BankFiles">Name and bytes of each bank file.</param>
/// <param name="Summary">The figures.</param>
public sealed record OfferBooks(
    IReadOnlyList<string[]> Payouts,
    IReadOnlyList<string[]> Register,
    IReadOnlyList<(string Name, byte[] Content)> BankFiles,
    SummaryRow Summary
);

/// <summary>Downloads an offer's books through the API and checks that they agree with each other.</summary>
internal sealed class BooksReader(Town town, LifeLived life)
{
    private const int RegisterColumns = 7;
    private readonly string key = life.Offer.Key;

    /// <exception cref="InvalidOperationException">Two figures that must agree do not.</exception>
    public async Task<OfferBooks> Read(CancellationToken ct)
    {
        var applications = await Applications(ct);
        var (payouts, files, lines) = (new List<string[]>(), new List<(string, byte[])>(), new List<PayoutLineRow>());
        var isBankRight = true;
        var round = new InterestRound(town, life.Company, life.Shown.ShareClass!.Id);
        foreach (var run in life.Runs)
        {
            payouts.AddRange(Rows(await town.First.Download($"/payout-runs/{run.Id}/lines.csv", ct), int.MaxValue));
            var ofRun = await round.Lines(run.Id, null, ct);
            lines.AddRange(ofRun);
            var ordered = await BankFiles(run, files, ct);
            var sent = ofRun.Where(l => l.State == PayoutLineState.Sent).Sum(l => l.NetMinor + l.CarriedInMinor);
            isBankRight &= ordered == sent;
        }
        var register = Rows(
            await town.First.Download($"/enterprises/{life.Company.Id}/register.csv", ct),
            RegisterColumns
        );
        var checks = await town.First.Get<List<BookCheck>>("/ledger/checks", ct);
        var summary = Summary(applications, register, lines, checks) with { BankReconciled = isBankRight };
        Require(checks, isBankRight);
        return new OfferBooks(payouts, register, files, summary);
    }

    private SummaryRow Summary(
        List<ApplicationLine> applications,
        List<string[]> register,
        List<PayoutLineRow> lines,
        List<BookCheck> checks
    )
    {
        var issued = applications.Where(a => a.State == ApplicationState.Issued).ToList();
        return new SummaryRow(
            key,
            applications.Count,
            applications.Count(a => a.PaidAt is not null),
            applications.Count(a => a.State == ApplicationState.Cancelled)
                + life.Bought.Count(b => b is { Id: not null, Buyer.Story: BuyerStory.PaysAndCancels }),
            applications.Count(a => a.State == ApplicationState.Refunded),
            issued.Sum(a => a.Units),
            issued.Sum(a => a.AmountMinor),
            register.Count,
            life.Runs.Count,
            lines.Count,
            lines.Where(l => l.PaidAt is not null).Sum(l => l.NetMinor),
            Hold(checks, "entries-balance"),
            Hold(checks, "share-capital") && Adds(register, issued),
            Hold(checks, "stripe-balance"),
            BankReconciled: false
        );
    }

    // What was issued and what interest became is what the register has.
    private bool Adds(List<string[]> register, List<ApplicationLine> issued)
    {
        var held = register.Sum(r => long.Parse(r[5], CultureInfo.InvariantCulture));
        return life.Runs.Count == 0 ? held == issued.Sum(a => a.Units) : held >= issued.Sum(a => a.Units) && held > 0;
    }

    private static bool Hold(List<BookCheck> checks, string code)
    {
        var these = checks.FindAll(c => c.Code == code);
        return these.Count > 0 && these.TrueForAll(c => c.Holds == true);
    }

    private static void Require(List<BookCheck> checks, bool isBankRight)
    {
        if (checks.Find(c => c.Holds != true) is { } wrong)
            throw new InvalidOperationException($"{wrong.Code} of {wrong.Subject}: {wrong.Left} is not {wrong.Right}");
        if (!isBankRight)
            throw new InvalidOperationException("the bank files do not add up to the lines that were sent");
    }

    private async Task<long> BankFiles(PayoutRunRead run, List<(string, byte[])> files, CancellationToken ct)
    {
        var sum = 0L;
        foreach (var file in run.BankFiles)
        {
            var content = await town.Second.Download($"/payout-runs/{run.Id}/bank-files/{file.No}", ct);
            files.Add(($"{key}-{run.Number}-{file.No}.xml", content));
            using var stream = new MemoryStream(content);
            var text = XDocument.Load(stream).Descendants().First(e => e.Name.LocalName == "CtrlSum").Value;
            sum += long.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        return sum;
    }

    private async Task<List<ApplicationLine>> Applications(CancellationToken ct)
    {
        var all = new List<ApplicationLine>();
        while (true)
        {
            var after = all.Count == 0 ? "" : $"&after={all[^1].Id}";
            var path = $"/offers/{life.Shown.Id}/applications?limit=500{after}";
            var page = await town.First.Get<List<ApplicationLine>>(path, ct);
            all.AddRange(page);
            if (page.Count < 500)
                return all;
        }
    }

    private List<string[]> Rows(byte[] csv, int columns)
    {
        using var reader = CsvReader.Create(csv, CsvReaderOptions.Default);
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([key, .. Enumerable.Range(1, Math.Min(columns, reader.FieldCount) - 1).Select(reader.GetString)]);
        return rows;
    }
}
