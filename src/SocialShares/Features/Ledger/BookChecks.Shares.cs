using Microsoft.EntityFrameworkCore;

namespace SocialShares.Features.Ledger;

/// <content>Shares in the register.</content>
internal sealed partial class BookChecks
{
    /// <summary>
    /// 3. Nobody has fewer shares than none; the left figure is the value of what is missing.
    /// </summary>
    public async Task<IEnumerable<BookCheck>> NoSharesBelowZero(CancellationToken ct)
    {
        var holders = await (
            from x in db.RegisterEntries
            join c in db.ShareClasses on x.ShareClassId equals c.Id
            join e in Enterprises() on c.EnterpriseId equals e.Id
            group x by new
            {
                e.Slug,
                c.Code,
                c.Currency,
                c.ParValueMinor,
                x.MemberId,
            } into held
            where held.Sum(x => x.Units) < 0
            select new Figure(
                held.Key.Slug + " " + held.Key.Code,
                held.Key.Currency,
                held.Sum(x => -x.Units) * held.Key.ParValueMinor
            )
        ).ToListAsync(ct);
        return holders
            .GroupBy(f => (f.Subject, f.Currency))
            .Select(g => Check("shares-below-zero", g.Key.Subject, g.Key.Currency, g.Sum(f => f.Minor), 0));
    }

    /// <summary>
    /// 3. Whoever has shares is a member; the left figure is the value of shares held by somebody who is not.
    /// </summary>
    public async Task<IEnumerable<BookCheck>> NoSharesOfLeavers(CancellationToken ct)
    {
        var holders = await (
            from m in db.Members
            where m.AdmittedOn == null || m.CeasedOn != null
            join x in db.RegisterEntries on m.Id equals x.MemberId
            join c in db.ShareClasses on x.ShareClassId equals c.Id
            join e in Enterprises() on c.EnterpriseId equals e.Id
            group x by new
            {
                e.Slug,
                c.Code,
                c.Currency,
                c.ParValueMinor,
                x.MemberId,
            } into held
            where held.Sum(x => x.Units) > 0
            select new Figure(
                held.Key.Slug + " " + held.Key.Code,
                held.Key.Currency,
                held.Sum(x => x.Units) * held.Key.ParValueMinor
            )
        ).ToListAsync(ct);
        return holders
            .GroupBy(f => (f.Subject, f.Currency))
            .Select(g => Check("shares-of-leavers", g.Key.Subject, g.Key.Currency, g.Sum(f => f.Minor), 0));
    }
}
