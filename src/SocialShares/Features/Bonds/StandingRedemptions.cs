using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Bonds;

/// <summary>Decisions to redeem early that stand, for working out what is due before a run is calculated.</summary>
internal sealed class StandingRedemptions
{
    private readonly List<Decision> all;

    private StandingRedemptions(List<Decision> all) => this.all = all;

    public static async Task<StandingRedemptions> Of(
        SharesDb db,
        IQueryable<BondSeries> series,
        CancellationToken ct
    ) =>
        new(
            await db
                .EarlyRedemptions.AsNoTracking()
                .Where(x => x.WithdrawnAt == null && series.Any(s => s.Id == x.SeriesId))
                .Select(x => new Decision(x.SeriesId, x.PeriodNo, x.Kind, x.Units, x.MemberId))
                .ToListAsync(ct)
        );

    /// <summary>How many of the bonds held on the day of record are redeemed at the end of a period.</summary>
    public long Of(BondPeriod period, long units)
    {
        var these = all.FindAll(d => d.SeriesId == period.SeriesId && d.PeriodNo == period.No);
        return period.ClosingMinor == 0 ? 0
            : these.Exists(d => d.Kind == EarlyRedemptionKind.All) ? units
            : Math.Min(units, these.Sum(d => d.Units));
    }

    /// <summary>The same for one holder. Whom a lot takes is not known before the draw, so it does not count here.</summary>
    public long Of(BondPeriod period, long units, MemberId holder)
    {
        var these = all.FindAll(d => d.SeriesId == period.SeriesId && d.PeriodNo == period.No);
        return period.ClosingMinor == 0 ? 0
            : these.Exists(d => d.Kind == EarlyRedemptionKind.All) ? units
            : Math.Min(units, these.Where(d => d.MemberId == holder).Sum(d => d.Units));
    }

    private sealed record Decision(
        BondSeriesId SeriesId,
        int PeriodNo,
        EarlyRedemptionKind Kind,
        long Units,
        MemberId? MemberId
    );
}
