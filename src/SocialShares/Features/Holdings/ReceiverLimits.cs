using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Holdings;

/// <summary>What one holder may have at most holds for receivers too: the limit of the newest offer of what passes.</summary>
internal static class ReceiverLimits
{
    /// <summary>Refuses shares that would bring a receiver above the most of one holder, counting what is held.</summary>
    /// <exception cref="Refused"><c>application.above-maximum-together</c></exception>
    public static async Task RequireRoomFor(
        this SharesDb db,
        Member receiver,
        ShareClassId shareClass,
        long minor,
        CancellationToken ct
    )
    {
        var offer = await db
            .Offers.AsNoTracking()
            .Where(o => o.ShareClassId == shareClass)
            .Where(o => o.State == OfferState.Open || o.State == OfferState.Closed || o.State == OfferState.Allotted
                || o.State == OfferState.Completed)
            .OrderByDescending(o => o.OpensOn)
            .FirstOrDefaultAsync(ct);
        var held = await db
            .RegisterEntries.Where(e => e.ShareClassId == shareClass && e.MemberId == receiver.Id)
            .SumAsync(e => e.Units * e.PriceMinor, ct);
        offer?.CheckTogether(receiver.Kind, held + minor);
    }

    /// <summary>The same for bonds, counted at their nominal value.</summary>
    /// <exception cref="Refused"><c>application.above-maximum-together</c></exception>
    public static async Task RequireRoomFor(
        this SharesDb db,
        Member receiver,
        BondSeries series,
        long units,
        CancellationToken ct
    )
    {
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == series.OfferId, ct);
        var held = await (
            from e in db.RegisterEntries
            join s in db.BondSeries on e.BondSeriesId equals s.Id
            where s.OfferId == series.OfferId && e.MemberId == receiver.Id
            select e.Units * s.NominalMinor
        ).SumAsync(ct);
        offer.CheckTogether(receiver.Kind, held + (units * series.NominalMinor));
    }
}
