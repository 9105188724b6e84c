using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Bonds;

/// <summary>What the register and the decisions say about a period on its day of record, without drawing any lot.</summary>
internal static class BondsAtRecord
{
    /// <summary>Is anybody paid for a period? Without drawing: whom a lot takes does not matter for that.</summary>
    public static async Task<bool> Anybody(SharesDb db, BondPeriod period, CancellationToken ct)
    {
        var holders = HeldOn(db, period);
        if (period.PaymentMinor > 0)
            return await holders.AnyAsync(h => h.Units > 0, ct);
        return await RedeemedUnits(db, period, ct) > 0;
    }

    /// <summary>How many bonds are redeemed early with a period, once its day of record is over. Without drawing.</summary>
    public static async Task<long> RedeemedUnits(SharesDb db, BondPeriod period, CancellationToken ct)
    {
        var decisions = period.ClosingMinor == 0 ? [] : await Decisions(db, period, ct);
        if (decisions.Count == 0)
            return 0;
        var all = await HeldOn(db, period).Where(h => h.Units > 0).SumAsync(h => h.Units, ct);
        if (decisions.Exists(d => d.Kind == EarlyRedemptionKind.All))
            return all;
        var asked = decisions
            .Where(d => d.Kind == EarlyRedemptionKind.Holder)
            .GroupBy(d => d.MemberId!.Value)
            .ToDictionary(g => g.Key, g => g.Sum(d => d.Units));
        var askers = asked.Keys.ToList();
        var held = await HeldOn(db, period).Where(h => askers.Contains(h.MemberId)).ToListAsync(ct);
        var redeemed = held.Sum(h => Math.Min(Math.Max(0, h.Units), asked[h.MemberId]));
        var drawn = decisions.Where(d => d.Kind == EarlyRedemptionKind.ByLot).Sum(d => d.Units);
        return redeemed + Math.Min(drawn, all - redeemed);
    }

    /// <summary>Bonds of each holder on the day of record.</summary>
    public static IQueryable<HeldUnits> HeldOn(SharesDb db, BondPeriod period) =>
        db
            .RegisterEntries.AsNoTracking()
            .Where(e => e.BondSeriesId == period.SeriesId && e.ValidOn <= period.RecordOn)
            .GroupBy(e => e.MemberId)
            .Select(g => new HeldUnits { MemberId = g.Key, Units = g.Sum(e => e.Units) });

    /// <summary>Decisions that stand to redeem bonds with a period, in the order in which they were made.</summary>
    public static Task<List<EarlyRedemption>> Decisions(SharesDb db, BondPeriod period, CancellationToken ct) =>
        db
            .EarlyRedemptions.AsNoTracking()
            .Where(x => x.SeriesId == period.SeriesId && x.PeriodNo == period.No && x.WithdrawnAt == null)
            .OrderBy(x => x.DecidedAt)
            .ThenBy(x => x.Id)
            .ToListAsync(ct);
}

/// <summary>How many bonds a holder has.</summary>
internal sealed record HeldUnits
{
    public MemberId MemberId { get; init; }
    public long Units { get; init; }
}
