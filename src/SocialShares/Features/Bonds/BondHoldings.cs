using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Bonds;

/// <summary>
/// Reads what holders have in bonds, from the register, the periods and the lines that were paid: the same few questions to
/// the database, however many bonds there are.
/// </summary>
internal sealed class BondHoldings
{
    private ILookup<MemberId, Entry> entries = null!;
    private Dictionary<BondSeriesId, BondSeries> series = null!;
    private ILookup<BondSeriesId, BondPeriod> periods = null!;
    private Dictionary<(MemberId, BondSeriesId), Paid> paid = null!;
    private ILookup<(MemberId, BondSeriesId), Waiting> waiting = null!;
    private StandingRedemptions standing = null!;

    private BondHoldings() { }

    /// <summary>Reads the bonds of some holders.</summary>
    public static async Task<BondHoldings> Of(SharesDb db, IReadOnlyList<MemberId> holders, CancellationToken ct)
    {
        var all = await db
            .RegisterEntries.Where(e => holders.Contains(e.MemberId) && e.BondSeriesId != null)
            .Select(e => new Entry(e.MemberId, e.BondSeriesId!.Value, e.ValidOn, e.Units))
            .ToListAsync(ct);
        var ids = all.Select(e => e.SeriesId).Distinct().ToList();
        var these = db.BondSeries.Where(s => ids.Contains(s.Id));
        return new BondHoldings
        {
            entries = all.ToLookup(e => e.MemberId),
            series = await these.AsNoTracking().ToDictionaryAsync(s => s.Id, ct),
            periods = (
                await db
                    .BondPeriods.AsNoTracking()
                    .Where(p => ids.Contains(p.SeriesId))
                    .OrderBy(p => p.No)
                    .ToListAsync(ct)
            ).ToLookup(p => p.SeriesId),
            paid = await ReadPaid(db, holders, ct),
            waiting = (await ReadWaiting(db, holders, ct)).ToLookup(w => (w.MemberId, w.SeriesId)),
            standing = await StandingRedemptions.Of(db, these, ct),
        };
    }

    /// <summary>Series in which a holder has or had bonds, by name.</summary>
    /// <param name="holder">One of those that were read.</param>
    /// <param name="today">The day it is where the enterprise is.</param>
    public IReadOnlyList<BondHeld> For(MemberId holder, DateOnly today) =>
        [
            .. entries[holder]
                .GroupBy(e => e.SeriesId)
                .Select(g => One(holder, series[g.Key], [.. g], today))
                .OrderBy(h => h.Code, StringComparer.Ordinal),
        ];

    private BondHeld One(MemberId holder, BondSeries of, List<Entry> mine, DateOnly today)
    {
        var all = periods[of.Id]
            .Select(p => (Period: p, Units: mine.Where(e => e.ValidOn <= p.RecordOn).Sum(e => e.Units)))
            .ToList();
        var units = mine.Sum(e => e.Units);
        var got = paid.GetValueOrDefault((holder, of.Id)) ?? new Paid(holder, of.Id, 0, 0);
        var missed = all.Where(p => p.Period.No > of.ServicedPeriods && p.Period.DueOn < today && p.Units > 0)
            .Select(p => (p.Period.DueOn, Minor: Owed(p.Period, p.Units)));
        var late = waiting[(holder, of.Id)]
            .Where(w => w.PayOn < today)
            .Select(w => (DueOn: w.PayOn, Minor: w.NetMinor));
        var overdue = missed.Concat(late).Where(p => p.Minor > 0).ToList();
        var (next, nextUnits) = all.Find(p => p.Period.No > of.ServicedPeriods && p.Period.DueOn >= today);
        // Once the day of record is over, who is paid is settled, whatever passes on afterwards.
        var counted = next is not null && today > next.RecordOn ? nextUnits : units;
        return new BondHeld(
            of.Id,
            of.Code,
            units,
            of.NominalMinor,
            of.Terms.RateOn(today),
            units * of.OutstandingPerUnitMinor,
            got.NetMinor - got.PrincipalMinor,
            got.PrincipalMinor,
            all[^1].Period.DueOn,
            counted > 0 ? next?.DueOn : null,
            next is null ? 0 : Owed(next, counted),
            overdue.Sum(p => p.Minor),
            overdue.Count == 0 ? null : overdue.Min(p => p.DueOn),
            overdue.Count
        );

        long Owed(BondPeriod period, long held)
        {
            var (interest, principal) = period.Owes(held, standing.Of(period, held, holder));
            return interest + principal;
        }
    }

    private static async Task<Dictionary<(MemberId, BondSeriesId), Paid>> ReadPaid(
        SharesDb db,
        IReadOnlyList<MemberId> holders,
        CancellationToken ct
    ) =>
        await (
            from l in db.PayoutLines
            where holders.Contains(l.MemberId) && l.PaidAt != null
            join r in db.PayoutRuns on l.RunId equals r.Id
            where r.BondSeriesId != null
            group l by new { l.MemberId, r.BondSeriesId } into lines
            select new Paid(
                lines.Key.MemberId,
                lines.Key.BondSeriesId!.Value,
                lines.Sum(l => l.NetMinor),
                lines.Sum(l => l.PrincipalMinor)
            )
        ).ToDictionaryAsync(p => (p.MemberId, p.SeriesId), ct);

    // Lines of runs that have begun to pay and that could not be paid, for want of an account for example: still due.
    private static Task<List<Waiting>> ReadWaiting(
        SharesDb db,
        IReadOnlyList<MemberId> holders,
        CancellationToken ct
    ) =>
        (
            from l in db.PayoutLines
            where holders.Contains(l.MemberId)
            where l.State == PayoutLineState.Open || l.State == PayoutLineState.NeedsAttention
            join r in db.PayoutRuns on l.RunId equals r.Id
            where r.BondSeriesId != null && r.ExecutionStartedAt != null
            select new Waiting(l.MemberId, r.BondSeriesId!.Value, r.PayOn, l.NetMinor)
        ).ToListAsync(ct);

    private sealed record Entry(MemberId MemberId, BondSeriesId SeriesId, DateOnly ValidOn, long Units);

    private sealed record Paid(MemberId MemberId, BondSeriesId SeriesId, long NetMinor, long PrincipalMinor);

    private sealed record Waiting(MemberId MemberId, BondSeriesId SeriesId, DateOnly PayOn, long NetMinor);
}
