using System.Diagnostics;
using SocialShares.Features.Ledger;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Payouts;

namespace SocialShares.Tests.Ledger;

/// <summary>The exported journal is read by the real hledger, and says what our ledger says.</summary>
public sealed class JournalExportTests
{
    private const string Missing =
        "hledger is needed by this test (Debian: apt-get install hledger; `infra/dev check` does it where it may).";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Hledger_finds_no_fault_and_the_same_balances(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank), (333, To.NewShares)]);
        var run = await village.Calculate(await village.Declare());
        await village.Approve(run.Id);
        village.Clock.Now = new DateTime(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);
        await village.ExecuteAll(run.Id);
        var file = Path.GetTempFileName();

        await File.WriteAllBytesAsync(file, await Export(village), Ct);
        var check = await Hledger("-f", file, "check", "--strict", "ordereddates");
        var balance = await Hledger("-f", file, "balance", "--flat", "--no-total");
        File.Delete(file);

        check.ShouldBe("");
        // 30.00 went to the bank; 9.99 bought 9 shares and left 0.99 owed.
        Lines(balance)
            .ShouldBe(
                [
                    "1333.00 GBP enterprise:hallowby-shop:assets:bank",
                    "-30.00 GBP enterprise:hallowby-shop:assets:bank:in-transit",
                    "-1342.00 GBP enterprise:hallowby-shop:equity:shares:A",
                    "39.99 GBP enterprise:hallowby-shop:expenses:interest:shares",
                    "-0.99 GBP enterprise:hallowby-shop:liabilities:payable:interest",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Hledger_would_see_an_entry_that_does_not_balance()
    {
        await using var village = await Village.On(Engine.Sqlite, [(1000, To.Bank)]);
        var file = Path.GetTempFileName();
        var text = System
            .Text.Encoding.UTF8.GetString(await Export(village))
            .Replace("1000.00 GBP\n    ", "999.99 GBP\n    ");

        await File.WriteAllTextAsync(file, text, Ct);
        var check = await Hledger("-f", file, "check");
        File.Delete(file);

        check.ShouldContain("could not balance");
    }

    private static async Task<byte[]> Export(Village village)
    {
        await using var db = village.Open();
        var download = await new ExportJournal.Handler(db).Handle(new ExportJournal(), Ct);
        using var content = new MemoryStream();
        await download.Write(content, Ct);
        return content.ToArray();
    }

    private static string[] Lines(string balance) =>
        [
            .. balance
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
        ];

    // What it wrote, faults included.
    private static async Task<string> Hledger(params string[] arguments)
    {
        var start = new ProcessStartInfo("hledger", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LANG"] = "C.UTF-8" },
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(Ct);
            var output = await process.StandardOutput.ReadToEndAsync(Ct);
            await process.WaitForExitAsync(Ct);
            return output + await errors;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException(Missing, e);
        }
    }
}
