using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.Sepa;
using SocialShares.Data;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Payouts;

/// <summary>Writes one bank file for open lines of a run, marks them sent and books it.</summary>
internal static class BankBatch
{
    private const int LinesInAFile = 10_000;

    /// <returns>Lines settled and their sum; nothing when no line waits for the bank.</returns>
    public static async Task<(int Lines, long Minor)> Pay(SharesDb db, PayoutBatch batch, CancellationToken ct)
    {
        var open = db.PayoutLines.Where(l =>
            l.RunId == batch.Run.Id && l.State == PayoutLineState.Open && l.Destination == PayoutDestination.Bank
        );
        var lines = await Next(open, ct);
        if (lines.Count == 0)
            return (0, 0);
        // What no bank would take must not stop everybody else.
        var stopped = lines.Where(l => WhyNot(l) is not null).ToList();
        foreach (var line in stopped)
            await SetAside(db, line, ct);
        var payable = lines.Except(stopped).ToList();
        if (payable.Count == 0)
            return (stopped.Count, 0);
        var file = await Write(db, batch, payable, ct);
        var last = payable[^1].No;
        var sent = await open.Where(l => l.No <= last)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(l => l.State, PayoutLineState.Sent)
                        .SetProperty(l => l.BankFileId, file.Id)
                        .SetProperty(l => l.PaidAt, batch.On.At),
                ct
            );
        Invariant.Holds(sent == payable.Count, $"{sent} lines were marked as sent by a file of {payable.Count}");
        db.BankFiles.Add(file);
        var principal = new Money(payable.Sum(l => l.PrincipalMinor), batch.Run.Currency);
        var owed = batch.Run.IsOfWithdrawals ? Account.PayableWithdrawals : Account.PayableRedemptions;
        db.JournalEntries.Add(Bookings.PaidByBankFile(file, (principal, owed), batch.Enterprise.Slug, batch.On));
        return (lines.Count, file.ControlSumMinor);
    }

    private static Task<List<Transfer>> Next(IQueryable<PayoutLine> open, CancellationToken ct) =>
        open.AsNoTracking()
            .OrderBy(l => l.No)
            .Take(LinesInAFile)
            .Select(l => new Transfer(l.Id, l.No, l.Name, l.Iban!, l.NetMinor + l.CarriedInMinor, l.PrincipalMinor))
            .ToListAsync(ct);

    private static async Task<BankFile> Write(
        SharesDb db,
        PayoutBatch batch,
        List<Transfer> lines,
        CancellationToken ct
    )
    {
        var iban = batch.Enterprise.Iban ?? throw new Refused("payout.enterprise-iban-missing");
        var (id, sum) = (BankFileId.New(), lines.Sum(l => l.Minor));
        var header = new BankFileHeader(
            id.Value.ToString("N"),
            batch.On.At,
            batch.Enterprise.Name,
            Iban.Parse(iban),
            batch.On.Day,
            batch.Run.Currency,
            lines.Count,
            sum
        );
        var remittance = batch.Ground.Remittance(batch.Run);
        using var content = new MemoryStream();
        await Pain001.Write(content, header, lines.Select(l => l.ToBank(remittance)).ToAsyncEnumerable(), ct);
        var bytes = content.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var no = await db.BankFiles.CountAsync(f => f.RunId == batch.Run.Id, ct) + 1;
        return new BankFile(id, batch.Run, no, (lines.Count, sum), bytes, hash, batch.On.At);
    }

    private static string? WhyNot(Transfer line) =>
        line.Minor > Pain001.LargestAmountMinor ? "amount-too-large"
        : SepaText.Of(line.Name, line.Name.Length * 4).Any(char.IsAsciiLetterOrDigit) ? null
        : "name-not-writable";

    private static Task SetAside(SharesDb db, Transfer line, CancellationToken ct) =>
        db
            .PayoutLines.Where(l => l.Id == line.Id)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(l => l.State, PayoutLineState.NeedsAttention)
                        .SetProperty(l => l.Problem, WhyNot(line)),
                ct
            );

    private sealed record Transfer(PayoutLineId Id, int No, string Name, string Iban, long Minor, long PrincipalMinor)
    {
        public BankFileLine ToBank(string remittance) =>
            new(Id.Value.ToString("N"), Minor, Name, Domain.Iban.Parse(Iban), remittance);
    }
}
