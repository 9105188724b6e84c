using Microsoft.EntityFrameworkCore;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Ledger;

/// <content>What is owed to holders: payments that wait.</content>
internal sealed partial class BookChecks
{
    /// <summary>4. Interest owed to holders is the lines that wait, and the remainders that are carried.</summary>
    public async Task<IEnumerable<BookCheck>> PayableInterest(CancellationToken ct)
    {
        var lines = await (
            from l in OwedLines()
            group l.Line by new { l.Slug, l.Currency } into owed
            select new Figure(
                owed.Key.Slug,
                owed.Key.Currency,
                owed.Sum(l =>
                    (
                        l.State == PayoutLineState.Open || l.State == PayoutLineState.NeedsAttention
                            ? l.NetMinor - l.PrincipalMinor + l.CarriedInMinor
                            : 0
                    )
                    + l.CarriedOutMinor
                    - l.CarriedInMinor
                )
            )
        ).ToListAsync(ct);
        var ledger = await Balances(Account.PayableInterest, ct);
        return Agree("payable-interest", ledger.Select(b => new Figure(Slug(b.Book), b.Currency, -b.Minor)), lines);
    }

    /// <summary>4. Principal owed to holders is that part of the lines that wait.</summary>
    public async Task<IEnumerable<BookCheck>> PayableRedemptions(CancellationToken ct)
    {
        var lines = await (
            from l in OwedLines()
            where l.Line.State == PayoutLineState.Open || l.Line.State == PayoutLineState.NeedsAttention
            where l.Line.PrincipalMinor > 0 && !l.IsOfWithdrawals
            group l.Line by new { l.Slug, l.Currency } into owed
            select new Figure(owed.Key.Slug, owed.Key.Currency, owed.Sum(l => l.PrincipalMinor))
        ).ToListAsync(ct);
        var ledger = await Balances(Account.PayableRedemptions, ct);
        return Agree("payable-redemptions", ledger.Select(b => new Figure(Slug(b.Book), b.Currency, -b.Minor)), lines);
    }

    /// <summary>4. Share capital owed to holders who asked it back is the lines of their runs that wait.</summary>
    public async Task<IEnumerable<BookCheck>> PayableWithdrawals(CancellationToken ct)
    {
        var lines = await (
            from l in OwedLines()
            where l.Line.State == PayoutLineState.Open || l.Line.State == PayoutLineState.NeedsAttention
            where l.IsOfWithdrawals
            group l.Line by new { l.Slug, l.Currency } into owed
            select new Figure(owed.Key.Slug, owed.Key.Currency, owed.Sum(l => l.PrincipalMinor))
        ).ToListAsync(ct);
        var ledger = await Balances(Account.PayableWithdrawals, ct);
        return Agree("payable-withdrawals", ledger.Select(b => new Figure(Slug(b.Book), b.Currency, -b.Minor)), lines);
    }

    // Share interest is owed from its approval; payments on bonds and withdrawals when their run begins to pay.
    private IQueryable<OwedLine> OwedLines() =>
        from l in db.PayoutLines
        join r in db.PayoutRuns on l.RunId equals r.Id
        where r.State != PayoutRunState.Calculated && r.State != PayoutRunState.Voided
        where r.Kind == PayoutKind.ShareInterest || r.ExecutionStartedAt != null
        join e in Enterprises() on r.EnterpriseId equals e.Id
        select new OwedLine
        {
            Line = l,
            Slug = e.Slug,
            Currency = r.Currency,
            IsOfWithdrawals = r.Kind == PayoutKind.Withdrawal,
        };

    private sealed class OwedLine
    {
        public required PayoutLine Line { get; init; }
        public required string Slug { get; init; }
        public required Currency Currency { get; init; }
        public required bool IsOfWithdrawals { get; init; }
    }
}
