using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>Takes the units of applications from their offer, with what they promise for later parts.</summary>
internal static class OfferUnits
{
    /// <summary>One conditional update decides who gets the last units, however many ask at once.</summary>
    /// <returns>False: there is no room, or the offer is not open.</returns>
    public static async Task<bool> TakeUnits(this SharesDb db, Application application, CancellationToken ct) =>
        await db
            .Offers.Where(o => o.Id == application.OfferId)
            .Where(Offer.HasRoomFor(application.UnitsInAll))
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(o => o.UnitsReserved, o => o.UnitsReserved + application.UnitsInAll)
                        .SetProperty(o => o.Version, o => o.Version + 1),
                ct
            ) > 0;

    /// <summary>Holds the offer until the commit without taking units, where it has room for an application.</summary>
    /// <returns>False: there is no room, or the offer is not open.</returns>
    public static async Task<bool> HoldOffer(this SharesDb db, Application application, CancellationToken ct) =>
        await db
            .Offers.Where(o => o.Id == application.OfferId)
            .Where(Offer.HasRoomFor(application.UnitsInAll))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.Version, o => o.Version + 1), ct) > 0;
}
