using Microsoft.EntityFrameworkCore;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Ledger;

/// <content>The sums from which the checks are made, and how two sides are laid side by side.</content>
internal sealed partial class BookChecks
{
    /// <summary>The ledger's side of 5: what the provider should hold for us, by currency.</summary>
    public async Task<IReadOnlyList<Money>> AtStripe(CancellationToken ct)
    {
        var balances = await db
            .Postings.Where(p => p.Account == Account.StripePending || p.Account == Account.StripeAvailable)
            .GroupBy(p => p.Currency)
            .Select(g => new { g.Key, Minor = g.Sum(p => p.AmountMinor) })
            .ToListAsync(ct);
        return [.. balances.Select(b => new Money(b.Minor, b.Key))];
    }

    private IQueryable<Enterprise> Enterprises() =>
        enterprise is null ? db.Enterprises : db.Enterprises.Where(e => e.Slug == enterprise);

    // Balances of a family of liability accounts, named by what follows the prefix, as amounts owed.
    private async Task<IEnumerable<Figure>> Owed(string inBook, string prefix, CancellationToken ct)
    {
        var balances = await Sums(db.JournalEntries.Where(j => j.Book == inBook), prefix).ToListAsync(ct);
        return balances.Select(b => new Figure(b.Account[prefix.Length..], b.Currency, -b.Minor));
    }

    // The same account in the books of enterprises.
    private Task<List<Balance>> Balances(string prefix, CancellationToken ct) =>
        Sums(
                book is null
                    ? db.JournalEntries.Where(j => j.Book != Book.Platform)
                    : db.JournalEntries.Where(j => j.Book == book),
                prefix
            )
            .ToListAsync(ct);

    private IQueryable<Balance> Sums(IQueryable<JournalEntry> entries, string prefix) =>
        from j in entries
        join p in db.Postings on j.Id equals p.EntryId
        where p.Account.StartsWith(prefix)
        group p by new
        {
            j.Book,
            p.Account,
            p.Currency,
        } into account
        select new Balance(
            account.Key.Book,
            account.Key.Account,
            account.Key.Currency,
            account.Sum(p => p.AmountMinor)
        );

    private IEnumerable<BookCheck> Agree(string code, IEnumerable<Figure> left, IEnumerable<Figure> right)
    {
        var lefts = left.ToDictionary(f => (f.Subject, f.Currency), f => f.Minor);
        var rights = right.ToDictionary(f => (f.Subject, f.Currency), f => f.Minor);
        return lefts
            .Keys.Union(rights.Keys)
            .OrderBy(k => k.Subject, StringComparer.Ordinal)
            .Select(k => Check(code, k.Subject, k.Currency, lefts.GetValueOrDefault(k), rights.GetValueOrDefault(k)));
    }

    private BookCheck Check(string code, string subject, Currency currency, long left, long right) =>
        new(code, subject, left == right, new Money(left, currency), new Money(right, currency), at);

    private static string Slug(string book) => book[Book.Of("").Length..];

    private sealed record Figure(string Subject, Currency Currency, long Minor);

    private sealed record Balance(string Book, string Account, Currency Currency, long Minor);
}
