namespace SocialShares.Features.Ledger;

/// <content>The sums from which the checks are made, and how two sides are laid side by side.</content>
internal sealed partial class BookChecks
{
    /// <summary>The ledger's side of 5: what the provider should hold for us, by currency.</summary>
    public async Task<IReadOnlyList<Money>> AtStripe(CancellationToken ct)
    {
        var accounts = await balances.Now(new WhichAccounts(Book.Platform, "assets:stripe:"), ct);
        return [.. accounts.GroupBy(b => b.Currency).Select(g => new Money(g.Sum(b => b.Minor), g.Key))];
    }

    private IQueryable<Enterprise> Enterprises() =>
        enterprise is null ? db.Enterprises : db.Enterprises.Where(e => e.Slug == enterprise);

    // Balances of a family of liability accounts, named by what follows the prefix, as amounts owed.
    private async Task<IEnumerable<Figure>> Owed(string inBook, string prefix, CancellationToken ct) =>
        (await balances.Now(new WhichAccounts(inBook, prefix), ct)).Select(b => new Figure(
            b.Account[prefix.Length..],
            b.Currency,
            -b.Minor
        ));

    // The same account in the books of enterprises.
    private Task<List<AccountBalance>> Balances(string prefix, CancellationToken ct) =>
        balances.Now(new WhichAccounts(book, prefix, ExceptPlatform: true), ct);

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
}
