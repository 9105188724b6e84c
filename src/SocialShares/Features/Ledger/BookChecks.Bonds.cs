using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Bonds;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Ledger;

/// <content>Bonds: principal and accrued interest in the books, and the register of bondholders.</content>
internal sealed partial class BookChecks
{
    /// <summary>3. Principal of bonds in the book is the bonds in the register at what is outstanding of each.</summary>
    public async Task<IEnumerable<BookCheck>> BondPrincipal(CancellationToken ct)
    {
        var register = await (
            from x in db.RegisterEntries
            join s in db.BondSeries on x.BondSeriesId equals s.Id
            join e in Enterprises() on s.EnterpriseId equals e.Id
            group x by new
            {
                e.Slug,
                s.Code,
                s.Currency,
                s.OutstandingPerUnitMinor,
            } into units
            select new
            {
                units.Key.Slug,
                units.Key.Code,
                units.Key.Currency,
                Minor = units.Sum(x => x.Units) * units.Key.OutstandingPerUnitMinor,
            }
        ).ToListAsync(ct);
        return Agree(
            "bond-principal",
            (await Balances(Account.Bonds(""), ct)).Select(b => new Figure(
                $"{Slug(b.Book)} {b.Account[Account.Bonds("").Length..]}",
                b.Currency,
                -b.Minor
            )),
            register.Select(r => new Figure($"{r.Slug} {r.Code}", r.Currency, r.Minor))
        );
    }

    /// <summary>3. Interest of bonds that has accrued in the book is that of ended periods that are not paid yet.</summary>
    public async Task<IEnumerable<BookCheck>> AccruedInterest(CancellationToken ct)
    {
        var periods = await (
            from s in db.BondSeries
            join e in Enterprises() on s.EnterpriseId equals e.Id
            join p in db.BondPeriods on s.Id equals p.SeriesId
            where p.No > s.ServicedPeriods && p.InterestMinor > 0
            select new
            {
                e.Slug,
                s.Code,
                s.Currency,
                p.Id,
                Minor = p.InterestMinor
                    * db.RegisterEntries.Where(x => x.BondSeriesId == s.Id && x.ValidOn <= p.RecordOn)
                        .Sum(x => x.Units),
            }
        ).ToListAsync(ct);
        var accrued = (
            await db
                .JournalEntries.Where(j => j.CauseKind == PeriodEnd.Accrual && j.Book != Book.Platform)
                .Where(j => book == null || j.Book == book)
                .Select(j => j.CauseId)
                .ToListAsync(ct)
        ).ToHashSet();
        return Agree(
            "accrued-interest",
            (await Balances(Account.AccruedInterest(""), ct)).Select(b => new Figure(
                $"{Slug(b.Book)} {b.Account[Account.AccruedInterest("").Length..]}",
                b.Currency,
                -b.Minor
            )),
            periods
                .Where(p => accrued.Contains(p.Id.Value))
                .GroupBy(p => (p.Slug, p.Code, p.Currency))
                .Select(g => new Figure($"{g.Key.Slug} {g.Key.Code}", g.Key.Currency, g.Sum(p => p.Minor)))
        );
    }

    /// <summary>3. Nobody has fewer bonds than none; the left figure is the nominal value of what is missing.</summary>
    public async Task<IEnumerable<BookCheck>> NobodyBelowZero(CancellationToken ct)
    {
        var holders = await (
            from x in db.RegisterEntries
            join s in db.BondSeries on x.BondSeriesId equals s.Id
            join e in Enterprises() on s.EnterpriseId equals e.Id
            group x by new
            {
                e.Slug,
                s.Code,
                s.Currency,
                s.NominalMinor,
                x.MemberId,
            } into held
            where held.Sum(x => x.Units) < 0
            select new Figure(
                held.Key.Slug + " " + held.Key.Code,
                held.Key.Currency,
                held.Sum(x => -x.Units) * held.Key.NominalMinor
            )
        ).ToListAsync(ct);
        return holders
            .GroupBy(f => (f.Subject, f.Currency))
            .Select(g => Check("nobody-below-zero", g.Key.Subject, g.Key.Currency, g.Sum(f => f.Minor), 0));
    }
}
