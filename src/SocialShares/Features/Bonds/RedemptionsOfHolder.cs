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

    /// <summary>Draws by lot among the bonds of a series, the newest first; a seed is shown once it has been used.</summary>
    public static async Task<IReadOnlyList<BondDrawShown>> Draws(
        this SharesDb db,
        BondSeries series,
        IReadOnlyList<BondPeriod> periods,
        CancellationToken ct
    )
    {
        var lots = await db
            .EarlyRedemptions.AsNoTracking()
            .Where(x => x.SeriesId == series.Id && x.Kind == EarlyRedemptionKind.ByLot && x.WithdrawnAt == null)
            .OrderByDescending(x => x.PeriodNo)
            .ToListAsync(ct);
        var drawn = await db.DrawnPeriods(series.Id, ct);
        return lots.ConvertAll(x => new BondDrawShown(
            x.Id,
            x.PeriodNo,
            periods.Single(p => p.No == x.PeriodNo).DueOn,
            x.Units,
            x.DecidedAt,
            x.SeedHash,
            drawn.Contains(x.PeriodNo) ? x.Seed : null
        ));
    }

    /// <summary>Periods whose payment has begun: what was drawn for them is final.</summary>
    public static async Task<IReadOnlySet<int>> DrawnPeriods(
        this SharesDb db,
        BondSeriesId series,
        CancellationToken ct
    ) =>
        (
            await db
                .PayoutRuns.Where(p => p.BondSeriesId == series && p.ExecutionStartedAt != null)
                .Select(p => p.PeriodNo!.Value)
                .ToListAsync(ct)
        ).ToHashSet();

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
            - await db.BondsOnTheirWay(series.Id, holder, null, ct)
            - (await db.Held(series.Id, holder, today, ct)).Units;
        var first = EarlyRedemption.FirstPossible(series, periods, series.HolderAfterMonths, today);
        return first is null || free <= 0 ? null : new RedemptionPossible(first.DueOn, first.ClosingMinor, free);
    }
}
