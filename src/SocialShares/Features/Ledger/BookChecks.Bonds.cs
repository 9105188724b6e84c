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
                Period = p,
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
        var ended = periods.Where(p => accrued.Contains(p.Id.Value)).ToList();
        var leaving = await Leaving([.. ended.Select(p => p.Period)], ct);
        return Agree(
            "accrued-interest",
            (await Balances(Account.AccruedInterest(""), ct)).Select(b => new Figure(
                $"{Slug(b.Book)} {b.Account[Account.AccruedInterest("").Length..]}",
                b.Currency,
                -b.Minor
            )),
            ended
                .GroupBy(p => (p.Slug, p.Code, p.Currency))
                .Select(g => new Figure(
                    $"{g.Key.Slug} {g.Key.Code}",
                    g.Key.Currency,
                    g.Sum(p => p.Minor - leaving[p.Id] * p.Period.InterestMinor)
                ))
        );
    }

    // Bonds redeemed by an earlier payment that is in arrears: they earn nothing, though the register has them still.
    private async Task<Dictionary<BondPeriodId, long>> Leaving(List<BondPeriod> ended, CancellationToken ct)
    {
        var leaving = ended.ToDictionary(p => p.Id, _ => 0L);
        foreach (var series in ended.GroupBy(p => p.SeriesId).Where(g => g.Count() > 1))
        {
            var (sum, last) = (0L, series.Max(p => p.No));
            var open = await (
                from s in db.BondSeries
                join p in db.BondPeriods on s.Id equals p.SeriesId
                where s.Id == series.Key && p.No > s.ServicedPeriods && p.No <= last
                orderby p.No
                select p
            )
                .AsNoTracking()
                .ToListAsync(ct);
            foreach (var period in open)
            {
                if (leaving.ContainsKey(period.Id))
                    leaving[period.Id] = sum;
                sum += await BondsAtRecord.RedeemedUnits(db, period, ct);
            }
        }
        return leaving;
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
