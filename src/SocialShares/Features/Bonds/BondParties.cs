using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Bonds;

/// <summary>What a giver of bonds is free to give, and when.</summary>
public sealed class BondParties(SharesDb db)
{
    /// <summary>Bonds that a holder had on a day and has had ever since, less those that were asked to be paid back.</summary>
    public async Task<long> Free(BondSeries series, MemberId holder, DateOnly on, CancellationToken ct)
    {
        var entries = await db
            .RegisterEntries.Where(e => e.BondSeriesId == series.Id && e.MemberId == holder)
            .OrderBy(e => e.ValidOn)
            .ThenBy(e => e.Number)
            .Select(e => new { e.ValidOn, e.Units })
            .ToListAsync(ct);
        var held = entries.Where(e => e.ValidOn <= on).Sum(e => e.Units);
        var least = held;
        foreach (var later in entries.Where(e => e.ValidOn > on))
            least = Math.Min(least, held += later.Units);
        return Math.Max(0, least - await db.AskedFor(series, holder, ct));
    }

    /// <summary>Periods at whose end bonds are redeemed early by a decision that stands.</summary>
    public async Task<IReadOnlySet<int>> RedeemedAt(BondSeries series, CancellationToken ct) =>
        (
            await db
                .EarlyRedemptions.Where(x => x.SeriesId == series.Id && x.WithdrawnAt == null)
                .Select(x => x.PeriodNo)
                .ToListAsync(ct)
        ).ToHashSet();
}
