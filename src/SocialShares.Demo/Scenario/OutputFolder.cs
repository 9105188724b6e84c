using System.Diagnostics;
using System.Globalization;
using CsvHelper;

namespace SocialShares.Demo.Scenario;

/// <summary>Writes the files of <c>infra/docs/scenario.md</c>.</summary>
public sealed class OutputFolder(string folder)
{
    private static readonly CsvWriterOptions Form = new() { NewLine = "\n" };

    public async Task Write(IReadOnlyList<OfferBooks> books, byte[] journal, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.Combine(folder, "pain001"));
        await Csv("summary.csv", Summary, books.Select(b => Row(b.Summary)), ct);
        await Csv("cashflows.csv", Cashflows, books.SelectMany(b => b.Cashflows), ct);
        await Csv("payouts.csv", Payouts, books.SelectMany(b => b.Payouts), ct);
        await Csv("register.csv", Register, books.SelectMany(b => b.Register), ct);
        await File.WriteAllBytesAsync(Path.Combine(folder, "ledger.journal"), journal, ct);
        foreach (var (name, content) in books.SelectMany(b => b.BankFiles))
            await File.WriteAllBytesAsync(Path.Combine(folder, "pain001", name), content, ct);
    }

    /// <summary>Asks hledger whether the journal is right.</summary>
    /// <returns>What it found wrong; empty when nothing; null when there is no hledger on this machine.</returns>
    public async Task<string?> AskHledger(CancellationToken ct)
    {
        var start = new ProcessStartInfo("hledger", ["-f", Path.Combine(folder, "ledger.journal"), "check"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var hledger = Process.Start(start)!;
            var said = hledger.StandardError.ReadToEndAsync(ct);
            await hledger.StandardOutput.ReadToEndAsync(ct);
            await hledger.WaitForExitAsync(ct);
            return hledger.ExitCode == 0 ? "" : $"hledger: {await said}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // not installed
        }
    }

    private static readonly string[] Summary =
        "key,applications,paid,cancelled,refunded,allottedUnits,raisedMinor,holders,payoutRuns,payoutLines,paidOutMinor,ledgerBalanced,registerMatchesLedger,stripeReconciled,bankReconciled".Split(
            ','
        );
    private static readonly string[] Cashflows =
        "key,series,periodNo,accrualStart,accrualEnd,dueOn,paidOn,openingPrincipalMinor,interestMinor,principalMinor,closingPrincipalMinor".Split(
            ','
        );
    private static readonly string[] Payouts =
        "key,run,kind,holder,units,grossMinor,taxMinor,netMinor,destination,status".Split(',');
    private static readonly string[] Register = "key,holder,name,admittedOn,ceasedOn,units,paidMinor".Split(',');

    private static string[] Row(SummaryRow s)
    {
        long[] figures =
        [
            s.Applications,
            s.Paid,
            s.Cancelled,
            s.Refunded,
            s.AllottedUnits,
            s.RaisedMinor,
            s.Holders,
            s.PayoutRuns,
            s.PayoutLines,
            s.PaidOutMinor,
        ];
        bool[] agreements = [s.LedgerBalanced, s.RegisterMatchesLedger, s.StripeReconciled, s.BankReconciled];
        return
        [
            s.Key,
            .. figures.Select(f => f.ToString(CultureInfo.InvariantCulture)),
            .. agreements.Select(a => a ? "true" : "false"),
        ];
    }

    private async Task Csv(string name, string[] header, IEnumerable<string[]> rows, CancellationToken ct)
    {
        await using var file = File.Create(Path.Combine(folder, name));
        await using var csv = CsvWriter.Create(file, Form, leaveOpen: true);
        foreach (var row in rows.Prepend(header))
            await csv.WriteRecordAsync(row, ct);
    }
}
