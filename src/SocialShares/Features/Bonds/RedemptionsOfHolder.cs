using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;

namespace SocialShares.Features.Bonds;

/// <summary>What a holder asked to be paid back early, and could ask for.</summary>
internal static class RedemptionsOfHolder
{
    /// <summary>Requests of a holder that stand and are not paid, the oldest first.</summary>
    public static async Task<IReadOnlyList<RedemptionAsked>> Asked(
        this SharesDb db,
        BondSeries series,
        MemberId holder,
        IReadOnlyList<BondPeriod> periods,
        IReadOnlyList<int> calculated,
        CancellationToken ct
    )
    {
        var asked = await db
            .EarlyRedemptions.AsNoTracking()
            .Where(x => x.SeriesId == series.Id && x.MemberId == holder && x.WithdrawnAt == null)
            .Where(x => x.PeriodNo > series.ServicedPeriods)
            .OrderBy(x => x.DecidedAt)
            .ToListAsync(ct);
        return asked.ConvertAll(x =>
        {
            var period = periods.Single(p => p.No == x.PeriodNo);
            return new RedemptionAsked(
                x.Id,
                x.Units,
                period.DueOn,
                x.Units * period.ClosingMinor,
                !calculated.Contains(x.PeriodNo)
            );
        });
    }

    /// <summary>What a request made today would bring; null when none is possible.</summary>
    public static async Task<RedemptionPossible?> Possible(
        this SharesDb db,
        BondSeries series,
        MemberId holder,
        long units,
        IReadOnlyList<BondPeriod> periods,
        DateOnly today,
        CancellationToken ct
    )
    {
        var free =
            units
            - await db.AskedFor(series, holder, ct)
            - await db.BondsOnTheirWay(series.Id, holder, null, ct);
        var first = EarlyRedemption.FirstPossible(series, periods, series.HolderAfterMonths, today);
        return first is null || free <= 0 ? null : new RedemptionPossible(first.DueOn, first.ClosingMinor, free);
    }
}
