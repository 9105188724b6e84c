using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CsvHelper;
using SocialShares.Demo.Api;
using SocialShares.Demo.Seed;
using SocialShares.Features.Bonds;
using SocialShares.Features.Issuing;
using SocialShares.Features.Ledger;
using SocialShares.Features.Payouts;
using SocialShares.Features.Reconciling;

namespace SocialShares.Demo.Scenario;

/// <summary>What is downloaded of one offer at its end, with the first column named by the offer's key.</summary>
/// <param name="Cashflows">Rows of <c>cashflows.csv</c>: what one bond pays; none for shares.</param>
/// <param name="Payouts">Rows of <c>payouts.csv</c>.</param>
/// <param name="Register">Rows of <c>register.csv</c>.</param>
/// <param name="BankFiles">Name and bytes of each bank file.</param>
/// <param name="Summary">The figures.</param>
public sealed record OfferBooks(
    IReadOnlyList<string[]> Cashflows,
    IReadOnlyList<string[]> Payouts,
    IReadOnlyList<string[]> Register,
    IReadOnlyList<(string Name, byte[] Content)> BankFiles,
    SummaryRow Summary
);

/// <summary>Downloads an offer's books through the API and checks that they agree with each other.</summary>
internal sealed class BooksReader(Town town, LifeLived life)
{
    private const int RegisterColumns = 7;
    private static readonly string[] OfBank = ["client-money", "unidentified", "bank-in-transit"];
    private readonly string key = life.Offer.Key;

    /// <exception cref="InvalidOperationException">Two figures that must agree do not.</exception>
    public async Task<OfferBooks> Read(CancellationToken ct)
    {
        var applications = await Applications(ct);
        var (payouts, files, lines) = (new List<string[]>(), new List<(string, byte[])>(), new List<PayoutLineRow>());
        var isBankRight = true;
        var round = new PayoutRound(town);
        foreach (var run in life.Runs)
        {
            payouts.AddRange(Rows(await town.First.Download($"/payout-runs/{run.Id}/lines.csv", ct), int.MaxValue));
            var ofRun = await round.Lines(run.Id, null, ct);
            lines.AddRange(ofRun);
            var ordered = await BankFiles(run, files, ct);
            var sent = ofRun.Where(l => l.State == PayoutLineState.Sent).Sum(l => l.NetMinor + l.CarriedInMinor);
            isBankRight &= ordered == sent;
        }
        var register = await Register(ct);
        var isBankQuiet = await town.Bank.IsQuiet(ct);
        var differences = await Differences(ct);
        var checks = await town.First.Get<List<BookCheck>>("/ledger/checks", ct);
        var summary = Summary(applications, register, lines, checks) with
        {
            StripeReconciled = Hold(checks, "stripe-balance") && differences.Count == 0,
            BankReconciled =
                isBankRight && isBankQuiet && checks.TrueForAll(c => c.Holds == true || !OfBank.Contains(c.Code)),
        };
        Require(checks, isBankRight);
        if (!isBankQuiet)
            throw new InvalidOperationException("the bank's work list or its payments are not done");
        RequireNone(differences);
        await RequireBondsEnded(lines, ct);
        return new OfferBooks(Cashflows(), payouts, register, files, summary);
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
            issued.Sum(a => a.AllottedUnits),
            issued.Sum(a => a.AllottedUnits) * life.Offer.ParValueMinor,
            register.Select(r => r[1]).Distinct().Count(),
            life.Runs.Count,
            lines.Count,
            lines.Where(l => l.PaidAt is not null).Sum(l => l.NetMinor),
            Hold(checks, "entries-balance"),
            Hold(checks, IsOfBonds ? "bond-principal" : "share-capital") && Adds(register, issued, lines),
            StripeReconciled: false,
            BankReconciled: false
        );
    }

    private bool IsOfBonds => life.Offer.Bonds is not null;

    private async Task<List<string[]>> Register(CancellationToken ct)
    {
        if (!IsOfBonds)
            return Rows(await town.First.Download($"/enterprises/{life.Company.Id}/register.csv", ct), RegisterColumns);
        var rows = new List<string[]>();
        foreach (var series in life.Series)
            rows.AddRange(
                Rows(await town.First.Download($"/bond-series/{series.Shown.Id}/register.csv", ct), RegisterColumns)
            );
        return rows;
    }

    private List<string[]> Cashflows() => [.. life.Series.SelectMany(s => s.OneBond.Rows.Select(r => Cashflow(s, r)))];

    private string[] Cashflow(SeriesServiced series, CashFlowRow row) =>
        [
            key,
            series.Shown.Code,
            Text(row.No),
            Text(row.AccrualStart),
            Text(row.AccrualEnd),
            Text(row.DueOn),
            series.PaidOn(row.No) is { } day ? Text(day) : "",
            Text(row.OpeningMinor),
            Text(row.InterestMinor),
            Text(row.PrincipalMinor),
            Text(row.ClosingMinor),
        ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // What holders got is what the terms promise, and the enterprise owes nothing on its bonds any more.
    private async Task RequireBondsEnded(List<PayoutLineRow> lines, CancellationToken ct)
    {
        if (life.Series.Count == 0)
            return;
        var (paid, owed) = (
            lines.Where(l => l.PaidAt is not null).Sum(l => l.NetMinor + l.TaxMinor),
            life.Series.Sum(s => s.OwedMinor)
        );
        if (paid != owed)
            throw new InvalidOperationException($"{paid} was paid to all holders instead of {owed}");
        var journal = Encoding.UTF8.GetString(await town.First.Download("/ledger/journal.txt", ct));
        var book = Book.Of(life.Company.Slug);
        foreach (var code in life.Series.Select(s => s.Shown.Code))
        foreach (var account in (string[])[Account.Bonds(code), Account.AccruedInterest(code)])
            if (Balance(journal, $"{book}:{account}  ") is not 0 and var minor)
                throw new InvalidOperationException($"{account} has {minor} after maturity");
    }

    private static long Balance(string journal, string account)
    {
        return journal
            .Split('\n')
            .Select(l => l.Trim())
            .Where(l => l.StartsWith(account, StringComparison.Ordinal))
            .Select(l => l[account.Length..].Split(' ')[0].Replace(".", "", StringComparison.Ordinal))
            .Sum(a => long.Parse(a, CultureInfo.InvariantCulture));
    }

    // What was issued and what interest became, less what was paid back, is what the register has; of bonds that have
    // matured it has none.
    private bool Adds(List<string[]> register, List<ApplicationLine> issued, List<PayoutLineRow> lines)
    {
        if (IsOfBonds)
            return register.TrueForAll(r => r[5] == "0" && r[6] == "0");
        var held = register.Sum(r => long.Parse(r[5], CultureInfo.InvariantCulture));
        var reinvested = lines
            .Where(l => l.State == PayoutLineState.Reinvested)
            .Sum(l => (l.NetMinor + l.CarriedInMinor - l.CarriedOutMinor) / life.Offer.ParValueMinor);
        var withdrawn = lines.Where(l => l.PrincipalMinor > 0).Sum(l => l.PrincipalMinor / life.Offer.ParValueMinor);
        return held == issued.Sum(a => a.AllottedUnits) + reinvested - withdrawn;
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

    // Every movement at Stripe beside the entry that booked it, and the other way round.
    private async Task<IReadOnlyList<DifferenceRow>> Differences(CancellationToken ct)
    {
        await town.Reconcile(ct);
        return (await town.First.Get<DifferencePage>("/reconciliation/differences?state=Open", ct)).Differences;
    }

    private static void RequireNone(IReadOnlyList<DifferenceRow> differences)
    {
        if (differences is [var first, ..])
            throw new InvalidOperationException(
                $"{differences.Count} differences with Stripe; the first: {first.Kind} {first.Subject}, "
                    + $"{first.OursMinor} is not {first.TheirsMinor}"
            );
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
