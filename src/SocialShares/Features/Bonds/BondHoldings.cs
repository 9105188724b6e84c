using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Bonds;

/// <summary>Reads what holders have in bonds, from the register, the periods and the lines that were paid.</summary>
internal static class BondHoldings
{
    /// <summary>Series in which a holder has or had bonds, by name.</summary>
    public static async Task<IReadOnlyList<BondHeld>> Of(
        SharesDb db,
        MemberId holder,
        DateOnly today,
        CancellationToken ct
    )
    {
        var series = await db
            .BondSeries.AsNoTracking()
            .Where(s => db.RegisterEntries.Any(e => e.MemberId == holder && e.BondSeriesId == s.Id))
            .OrderBy(s => s.Code)
            .ToListAsync(ct);
        var held = new List<BondHeld>(series.Count);
        foreach (var s in series)
            held.Add(await One(db, holder, s, today, ct));
        return held;
    }

    private static async Task<BondHeld> One(
        SharesDb db,
        MemberId holder,
        BondSeries series,
        DateOnly today,
        CancellationToken ct
    )
    {
        var periods = await Periods(db, holder, series, ct);
        var entries = await db
            .RegisterEntries.Where(e => e.MemberId == holder && e.BondSeriesId == series.Id)
            .SumAsync(e => e.Units, ct);
        var paid = await db
            .PayoutLines.Where(l => l.MemberId == holder && l.PaidAt != null)
            .Join(db.PayoutRuns, l => l.RunId, r => r.Id, (l, r) => new { l, r.BondSeriesId })
            .Where(x => x.BondSeriesId == series.Id)
            .GroupBy(x => 1)
            .Select(g => new { Net = g.Sum(x => x.l.NetMinor), Principal = g.Sum(x => x.l.PrincipalMinor) })
            .SingleOrDefaultAsync(ct);
        var standing = await StandingRedemptions.Of(db, db.BondSeries.Where(s => s.Id == series.Id), ct);
        var missed = periods
            .Where(p => p.Period.No > series.ServicedPeriods && p.Period.DueOn < today && p.Units > 0)
            .Select(p => (p.Period.DueOn, Minor: Owed(p.Period, p.Units)));
        var overdue = missed.Concat(await Waiting(db, holder, series, today, ct)).Where(p => p.Minor > 0).ToList();
        var next = periods.FirstOrDefault(p => p.Period.No > series.ServicedPeriods && p.Period.DueOn >= today);
        // Once the day of record is over, who is paid is settled, whatever passes on afterwards.
        var counted = next is not null && today > next.Period.RecordOn ? next.Units : entries;
        return new BondHeld(
            series.Id,
            series.Code,
            entries,
            series.NominalMinor,
            series.Terms.RateOn(today),
            entries * series.OutstandingPerUnitMinor,
            (paid?.Net ?? 0) - (paid?.Principal ?? 0),
            paid?.Principal ?? 0,
            periods[^1].Period.DueOn,
            counted > 0 ? next?.Period.DueOn : null,
            next is null ? 0 : Owed(next.Period, counted),
            overdue.Sum(p => p.Minor),
            overdue.Count == 0 ? null : overdue.Min(p => p.DueOn),
            overdue.Count
        );

        long Owed(BondPeriod period, long units)
        {
            var (interest, principal) = period.Owes(units, standing.Of(period, units, holder));
            return interest + principal;
        }
    }

    // Lines of runs that have begun to pay and that could not be paid, for want of an account for example: still due.
    private static async Task<List<(DateOnly DueOn, long Minor)>> Waiting(
        SharesDb db,
        MemberId holder,
        BondSeries series,
        DateOnly today,
        CancellationToken ct
    )
    {
        var lines = await (
            from l in db.PayoutLines
            where l.MemberId == holder
            where l.State == PayoutLineState.Open || l.State == PayoutLineState.NeedsAttention
            join r in db.PayoutRuns on l.RunId equals r.Id
            where r.BondSeriesId == series.Id && r.ExecutionStartedAt != null && r.PayOn < today
            select new { r.PayOn, l.NetMinor }
        ).ToListAsync(ct);
        return lines.ConvertAll(l => (l.PayOn, l.NetMinor));
    }

    private static async Task<List<PeriodOfHolder>> Periods(
        SharesDb db,
        MemberId holder,
        BondSeries series,
        CancellationToken ct
    ) =>
        await db
            .BondPeriods.AsNoTracking()
            .Where(p => p.SeriesId == series.Id)
            .OrderBy(p => p.No)
            .Select(p => new PeriodOfHolder(
                p,
                db.RegisterEntries.Where(e =>
                        e.MemberId == holder && e.BondSeriesId == p.SeriesId && e.ValidOn <= p.RecordOn
                    )
                    .Sum(e => e.Units)
            ))
            .ToListAsync(ct);

    private sealed record PeriodOfHolder(BondPeriod Period, long Units);
}
