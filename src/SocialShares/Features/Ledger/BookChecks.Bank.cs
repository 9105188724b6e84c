using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Banking;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Ledger;

/// <content>The client-money account: statements, what nobody knows yet, and what is on its way.</content>
internal sealed partial class BookChecks
{
    /// <summary>
    /// 5. The client-money account in the book is the closing balance of the last statement, less the differences that a person has
    /// explained.
    /// </summary>
    public async Task<IEnumerable<BookCheck>> ClientMoney(CancellationToken ct)
    {
        var ledger = await OfPlatform(Account.ClientMoney, ct);
        var bank = new List<Figure>();
        foreach (var currency in await db.Statements.Select(s => s.Currency).Distinct().ToListAsync(ct))
        {
            var closing = StatementChain.Closing(await db.Links(currency, ct));
            var explained = await db.ExplainedMinor(currency, ct);
            bank.Add(new Figure(currency.Code, currency, closing - explained));
        }
        return Agree("client-money", ledger, bank);
    }

    /// <summary>5. Unidentified money is what waits in the work list, or goes back from there and is not gone yet.</summary>
    public async Task<IEnumerable<BookCheck>> Unidentified(CancellationToken ct)
    {
        var open = await (
            from o in db.LineOutcomes
            where o.State == LineState.Open
            group o by o.Currency into currency
            select new Figure("", currency.Key, currency.Sum(o => o.AmountMinor))
        ).ToListAsync(ct);
        var back = await (
            from o in Ordered()
            where o.Kind == BankOrderKind.SentBack
            group o by o.Currency into currency
            select new Figure("", currency.Key, currency.Sum(o => o.AmountMinor))
        ).ToListAsync(ct);
        var ledger = await OfPlatform(Account.Unidentified, ct);
        return Agree(
            "unidentified",
            ledger.Select(f => f with { Minor = -f.Minor }),
            Together(open, back).Select(f => f with { Subject = f.Currency.Code })
        );
    }

    /// <summary>5. What is on its way from the client-money account is the orders that were sent and stand on no statement.</summary>
    public async Task<IEnumerable<BookCheck>> OrdersInTransit(CancellationToken ct)
    {
        var sent = await (
            from o in db.BankOrders
            where o.SentAt != null && o.SeenAt == null
            group o by o.Currency into currency
            select new Figure("", currency.Key, -currency.Sum(o => o.AmountMinor))
        ).ToListAsync(ct);
        return Agree(
            "bank-in-transit",
            await OfPlatform(Account.BankInTransit, ct),
            sent.Select(f => f with { Subject = f.Currency.Code })
        );
    }

    // Parts of transfers that count towards applications of which the rest is awaited.
    private Task<List<Figure>> PartsCome(CancellationToken ct) =>
        (
            from t in db.BankTransfers
            where t.State == BankTransferState.Open && t.ReceivedMinor > 0
            join o in db.Offers on t.OfferId equals o.Id
            group t by new { o.Slug, t.Currency } into offer
            select new Figure(offer.Key.Slug, offer.Key.Currency, offer.Sum(t => t.ReceivedMinor))
        ).ToListAsync(ct);

    // Money that goes back without having paid an application; refunds of payments are counted as such.
    private Task<List<Figure>> OrderedBack(CancellationToken ct) =>
        (
            from b in Ordered()
            where b.Kind == BankOrderKind.Excess || b.Kind == BankOrderKind.Late || b.Kind == BankOrderKind.GivenUp
            join o in db.Offers on b.OfferId equals o.Id
            group b by new { o.Slug, b.Currency } into offer
            select new Figure(offer.Key.Slug, offer.Key.Currency, offer.Sum(b => b.AmountMinor))
        ).ToListAsync(ct);

    private IQueryable<BankOrder> Ordered() =>
        db.BankOrders.Where(o =>
            o.State == BankOrderState.NeedsAccount
            || o.State == BankOrderState.Ready
            || o.State == BankOrderState.InFile
        );

    private async Task<IEnumerable<Figure>> OfPlatform(string account, CancellationToken ct)
    {
        var family = await balances.Now(new WhichAccounts(Book.Platform, account), ct);
        return family.Where(b => b.Account == account).Select(b => new Figure(b.Currency.Code, b.Currency, b.Minor));
    }

    private static IEnumerable<Figure> Together(IEnumerable<Figure> some, IEnumerable<Figure> others) =>
        some.Concat(others)
            .GroupBy(f => (f.Subject, f.Currency))
            .Select(g => new Figure(g.Key.Subject, g.Key.Currency, g.Sum(f => f.Minor)));
}
