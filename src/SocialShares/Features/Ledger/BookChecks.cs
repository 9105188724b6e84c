using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Ledger;

/// <summary>Two figures that must agree, always, each found another way.</summary>
/// <param name="Code"><c>entries-balance</c>, <c>escrow</c>, <c>refunds-owed</c>, <c>debits-under-way</c>, <c>disputed-money</c>, <c>share-capital</c>,
/// <c>bond-principal</c>, <c>accrued-interest</c>, <c>nobody-below-zero</c>, <c>payable-interest</c>, <c>payable-redemptions</c>,
/// <c>payable-withdrawals</c>, <c>shares-below-zero</c>, <c>shares-of-leavers</c>, <c>owed-to-enterprise</c>,
/// <c>snapshot-equals-replay</c>, <c>stripe-balance</c>, <c>client-money</c>, <c>unidentified</c>, <c>bank-in-transit</c>.</param>
/// <param name="Subject">What it is about: an offer, an enterprise, a class of shares or a currency.</param>
/// <param name="Holds">Do they agree? Null: could not be asked, for example because Stripe does not answer.</param>
/// <param name="Left">What the ledger says.</param>
/// <param name="Right">What the other side says.</param>
/// <param name="At">When they were compared, UTC.</param>
public sealed record BookCheck(string Code, string Subject, bool? Holds, Money Left, Money Right, DateTime At)
{
    /// <summary>Of <c>stripe-balance</c>: the differences that reconciliation found and nobody explained.</summary>
    public IReadOnlyList<DifferenceId> OpenDifferences { get; init; } = [];
}

/// <summary>
/// Computes the agreements of the books in sums of the database, never by loading rows.
/// See <c>infra/docs/accounts.md</c>, "What must agree".
/// </summary>
/// <param name="db">The books.</param>
/// <param name="at">When, UTC.</param>
/// <param name="enterprise">Slug of the only enterprise to look at; null: all, and the platform's own book.</param>
internal sealed partial class BookChecks(SharesDb db, DateTime at, string? enterprise)
{
    private readonly string? book = enterprise is null ? null : Book.Of(enterprise);
    private readonly LedgerBalances balances = new(db);

    /// <summary>1. Every entry sums to zero; so do the books, which are made of them.</summary>
    public async Task<IEnumerable<BookCheck>> EntriesBalance(CancellationToken ct)
    {
        var currencies = await Enterprises().Select(e => e.Currency).Distinct().ToListAsync(ct);
        // Entries that a snapshot has were added up when it was compared with all of them, each night.
        var since = (await balances.Trusted(ct))?.CutAt ?? DateTime.MinValue;
        var wrong = await (
            from p in db.Postings
            join j in db.JournalEntries on p.EntryId equals j.Id
            where j.RecordedAt >= since && (book == null || j.Book == book)
            group p by new { p.EntryId, p.Currency } into entry
            where entry.Sum(p => p.AmountMinor) != 0
            select new { entry.Key.Currency, Minor = entry.Sum(p => p.AmountMinor) }
        ).ToListAsync(ct);
        return currencies
            .Union(wrong.Select(w => w.Currency))
            .Select(c =>
                Check("entries-balance", c.Code, c, wrong.Where(w => w.Currency == c).Sum(w => Math.Abs(w.Minor)), 0)
            );
    }

    /// <summary>2. Escrow of an offer is what was paid for it and is neither issued nor on its way back.</summary>
    public async Task<IEnumerable<BookCheck>> Escrow(CancellationToken ct)
    {
        var paid = await (
            from p in db.Payments
            join a in db.Applications on p.ApplicationId equals a.Id
            where
                a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
                || a.State == ApplicationState.Allotted
            join o in db.Offers on p.OfferId equals o.Id
            group p by new { o.Slug, p.Currency } into offer
            select new Figure(offer.Key.Slug, offer.Key.Currency, offer.Sum(p => p.AmountMinor))
        ).ToListAsync(ct);
        return Agree("escrow", await Owed(Book.Platform, Account.Escrow(""), ct), Together(paid, await PartsCome(ct)));
    }

    /// <summary>2. Refunds owed for an offer are the refunds that have not gone out.</summary>
    public async Task<IEnumerable<BookCheck>> RefundsOwed(CancellationToken ct)
    {
        var due = await (
            from r in db.Refunds
            where r.State != RefundState.Done
            join o in db.Offers on r.OfferId equals o.Id
            group r by new { o.Slug, r.Currency } into offer
            select new Figure(offer.Key.Slug, offer.Key.Currency, offer.Sum(r => r.AmountMinor - r.TakenMinor))
        ).ToListAsync(ct);
        var byBank = await OrderedBack(ct);
        return Agree("refunds-owed", await Owed(Book.Platform, Account.Refunds(""), ct), Together(due, byBank));
    }

    /// <summary>3. Share capital in the book is the units in the register at the price paid.</summary>
    public async Task<IEnumerable<BookCheck>> ShareCapital(CancellationToken ct)
    {
        var register = await (
            from x in db.RegisterEntries
            join c in db.ShareClasses on x.ShareClassId equals c.Id
            join e in Enterprises() on c.EnterpriseId equals e.Id
            group x by new
            {
                e.Slug,
                c.Code,
                c.Currency,
            } into units
            select new
            {
                units.Key.Slug,
                units.Key.Code,
                units.Key.Currency,
                Minor = units.Sum(x => x.Units * x.PriceMinor),
            }
        ).ToListAsync(ct);
        var ledger = await Balances(Account.Shares(""), ct);
        return Agree(
            "share-capital",
            ledger.Select(b => new Figure(
                $"{Slug(b.Book)} {b.Account[Account.Shares("").Length..]}",
                b.Currency,
                -b.Minor
            )),
            register.Select(r => new Figure($"{r.Slug} {r.Code}", r.Currency, r.Minor))
        );
    }

    /// <summary>6. What the platform owes an enterprise is what its book says it is owed.</summary>
    public async Task<IEnumerable<BookCheck>> OwedToEnterprises(CancellationToken ct)
    {
        var platform = await Owed(Book.Platform, Account.Enterprise(enterprise ?? ""), ct);
        var own = (await Balances(Account.AtPlatform(""), ct))
            .GroupBy(b => (b.Book, b.Currency))
            .Select(g => new Figure(Slug(g.Key.Book), g.Key.Currency, g.Sum(b => b.Minor)));
        var mine = enterprise is null ? platform : platform.Select(f => f with { Subject = enterprise + f.Subject });
        return Agree("owed-to-enterprise", mine.Where(f => enterprise is null || f.Subject == enterprise), own);
    }
}
