using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Ledger;

/// <content>Debits that the payers' banks have not answered.</content>
internal sealed partial class BookChecks
{
    /// <summary>2. Debits booked as under way are those of applications whose bank has not answered.</summary>
    public async Task<IEnumerable<BookCheck>> DebitsUnderWay(CancellationToken ct)
    {
        var asked = await (
            from a in db.Applications.AwaitingBank()
            join o in db.Offers on a.OfferId equals o.Id
            group a by new { o.Slug, o.Currency } into offer
            select new Figure(offer.Key.Slug, offer.Key.Currency, offer.Sum(a => a.AmountMinor))
        ).ToListAsync(ct);
        return Agree("debits-under-way", await Owed(Book.Platform, Account.Debits(""), ct), asked);
    }
}
