using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Community;

/// <summary>The one place that says who the readers of an update for applicants are: on the page and by mail alike.</summary>
internal static class UpdateReaders
{
    /// <summary>
    /// Whoever has a living application for the offer, and whoever holds today what it sells: shares of its class, bonds of
    /// its series. Each person once.
    /// </summary>
    public static IQueryable<PersonId> ReadersOf(this SharesDb db, OfferId offer, ShareClassId? shareClass)
    {
        var applicants = db
            .Applications.Where(a => a.OfferId == offer)
            .Where(a =>
                a.State == ApplicationState.AwaitingPayment
                || a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
                || a.State == ApplicationState.Allotted
                || a.State == ApplicationState.Issued
            )
            .Select(a => a.PersonId);
        var held = shareClass is { } id
            ? db.RegisterEntries.Where(e => e.ShareClassId == id)
            : db.RegisterEntries.Where(e => db.BondSeries.Any(s => s.OfferId == offer && s.Id == e.BondSeriesId));
        var holders = held.GroupBy(e => e.MemberId).Where(g => g.Sum(e => e.Units) > 0).Select(g => g.Key);
        return applicants.Union(db.Members.Where(m => holders.Contains(m.Id)).Select(m => m.PersonId));
    }
}
