using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>What an offer's page says about its terms and about how far it is.</summary>
internal static class OfferRaised
{
    /// <summary>
    /// How far an offer is: what was paid for it while it is decided, what was allotted once it is. A part that goes back does not
    /// count.
    /// </summary>
    public static async Task<RaisedShown> Raised(this SharesDb db, Offer offer, CancellationToken ct)
    {
        var par = offer.ParValueMinor;
        var there = db.Applications.Where(a => a.OfferId == offer.Id);
        var sums = await there
            .GroupBy(a => a.State)
            .Select(g => new
            {
                State = g.Key,
                Minor = g.Sum(a => a.AllottedUnits > 0 ? a.AllottedUnits * par : a.AmountMinor),
                // A later part is no other applicant.
                Count = g.Sum(a => a.InstalmentOf == null ? 1 : 0),
            })
            .ToListAsync(ct);
        var firm = sums.Where(s =>
                s.State is ApplicationState.Confirmed or ApplicationState.Allotted or ApplicationState.Issued
            )
            .ToList();
        var cancellable = sums.Where(s => s.State == ApplicationState.Paid).ToList();
        var byDay = await there
            .Where(a => a.PaidAt != null)
            .Where(a =>
                a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
                || a.State == ApplicationState.Allotted
                || a.State == ApplicationState.Issued
            )
            .GroupBy(a => a.PaidAt!.Value.Date)
            .Select(g => new
            {
                Day = g.Key,
                Minor = g.Sum(a => a.AllottedUnits > 0 ? a.AllottedUnits * par : a.AmountMinor),
            })
            .OrderBy(g => g.Day)
            .ToListAsync(ct);
        return new RaisedShown(
            firm.Sum(s => s.Minor),
            cancellable.Sum(s => s.Minor),
            firm.Sum(s => s.Count) + cancellable.Sum(s => s.Count),
            byDay.ConvertAll(d => new RaisedOnDay(DateOnly.FromDateTime(d.Day), d.Minor)),
            offer.InstalmentParts == 0 ? 0 : await Promised(there, ct) * par
        );
    }

    private static Task<long> Promised(IQueryable<Application> there, CancellationToken ct) =>
        there
            .Where(a =>
                a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
                || a.State == ApplicationState.Allotted
                || a.State == ApplicationState.Issued
            )
            .SumAsync(a => a.PromisedUnits, ct);
}
