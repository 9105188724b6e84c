using Microsoft.EntityFrameworkCore;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Ledger;

/// <content>Money that payers' banks have taken back.</content>
internal sealed partial class BookChecks
{
    /// <summary>2. What is booked as disputed is what banks took of issued or refunded money and nobody has lost yet.</summary>
    public async Task<IEnumerable<BookCheck>> DisputedMoney(CancellationToken ct)
    {
        var taken = await db
            .Disputes.Where(d => d.Money != Domain.DisputedMoney.OwedBack)
            .GroupBy(d => d.Currency)
            .Select(g => new { g.Key, Minor = g.Sum(d => d.TakenMinor - d.LossMinor) })
            .ToListAsync(ct);
        var ledger = await balances.Now(new WhichAccounts(Book.Platform, Account.Disputes), ct);
        return Agree(
            "disputed-money",
            ledger.Select(b => new Figure(b.Currency.Code, b.Currency, b.Minor)),
            taken.Select(t => new Figure(t.Key.Code, t.Key, t.Minor))
        );
    }
}
