using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>A changed document keeps an offer from being allotted.</summary>
internal static class DocumentHold
{
    /// <summary>
    /// Does a changed document wait for review, or may somebody who was told of one still cancel?
    /// </summary>
    public static async Task<bool> DocumentHolds(this SharesDb db, Offer offer, DateTime now, CancellationToken ct)
    {
        var today = LegalDay.Of(now, offer.TimeZone);
        return await db.OfferDocuments.AnyAsync(d => d.OfferId == offer.Id && d.AwaitsReview, ct)
            || await db.Applications.AnyAsync(
                a => a.OfferId == offer.Id && a.State == ApplicationState.Confirmed && a.CancelUntil >= today,
                ct
            );
    }
}
