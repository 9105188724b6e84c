using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Who gets what, with names: of the preview, or of what was decided.</summary>
public sealed class AllotmentLines(SharesDb db, AllotmentReading reading)
{
    /// <summary>Lines in the order of payment.</summary>
    /// <exception cref="Refused"><c>allotment.not-closed</c></exception>
    public async Task<IReadOnlyList<AllotmentLineShown>> Of(OfferId id, int skip, int limit, CancellationToken ct)
    {
        var offer =
            await db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotThere("offer");
        var plan = await PlanOf(offer, ct);
        var page = plan
            .Rows.OrderBy(r => r.PaidAt)
            .ThenBy(r => AllocationRow.Order(r.Id))
            .Skip(skip)
            .Take(limit)
            .ToList();
        var names = await Names(id, page, ct);
        return page.ConvertAll(r => new AllotmentLineShown(
            r.Id,
            names[r.Id].Name,
            names[r.Id].City,
            r.SeriesNo,
            r.IsResident,
            r.Priority,
            r.PaidAt,
            r.Units * offer.ParValueMinor,
            plan.Of(r.Id) * offer.ParValueMinor
        ));
    }

    /// <summary>The allotment of a closed offer: decided, or as it would be now.</summary>
    /// <exception cref="Refused"><c>allotment.not-closed</c></exception>
    public async Task<AllotmentPlan> PlanOf(Offer offer, CancellationToken ct) =>
        offer.State switch
        {
            OfferState.Allotted or OfferState.Completed => (await reading.Stored(offer.Id, ct)).Again(),
            OfferState.Closed => await reading.Plan(offer, ct),
            _ => throw new Refused("allotment.not-closed"),
        };

    // A page by its ids; a whole offer by the offer, because lists of ids have an end in every database.
    private async Task<Dictionary<ApplicationId, (string Name, string City)>> Names(
        OfferId id,
        List<AllocationRow> page,
        CancellationToken ct
    )
    {
        var ids = page.ConvertAll(r => r.Id);
        var applications = db.Applications.AsNoTracking().Where(a => a.OfferId == id);
        if (ids.Count <= 500)
            applications = applications.Where(a => ids.Contains(a.Id));
        return await applications
            .Select(a => new
            {
                a.Id,
                a.Name,
                a.City,
            })
            .ToDictionaryAsync(a => a.Id, a => (a.Name, a.City), ct);
    }
}
