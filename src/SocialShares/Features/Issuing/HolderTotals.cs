using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>What somebody has already, as the limits of an offer count it.</summary>
internal static class HolderTotals
{
    /// <summary>
    /// Held in the register and applied for by other applications that hold units, or wait to: of the class, for shares; bonds of
    /// other offers are other loans.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="offer">The offer; its row is locked by the caller.</param>
    /// <param name="application">What is asked now: who asks, and what is not counted itself.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<(HolderHas Held, HolderHas Applied)> HeldAndApplied(
        this SharesDb db,
        Offer offer,
        Application application,
        CancellationToken ct
    ) => db.HeldAndApplied(offer, HolderSought.Of(application), application.Id, ct);

    /// <summary>The same for whoever is to hold, but for one application; the default id leaves none out.</summary>
    public static async Task<(HolderHas Held, HolderHas Applied)> HeldAndApplied(
        this SharesDb db,
        Offer offer,
        HolderSought who,
        ApplicationId but,
        CancellationToken ct
    )
    {
        // Two offers of a class run at once where one of them is for pioneers.
        var of = db
            .Offers.Where(o => o.Id == offer.Id || o.ShareClassId != null && o.ShareClassId == offer.ShareClassId)
            .Select(o => o.Id);
        var applied = await SameHolder
            .Of(db.Applications, who)
            .Where(a => of.Contains(a.OfferId) && a.Id != but)
            .NotYetHeld(ct);
        var held = await SameHolder
            .Of(db.Members, who)
            .Join(
                db.RegisterEntries.Where(e => offer.ShareClassId != null && e.ShareClassId == offer.ShareClassId),
                m => m.Id,
                e => e.MemberId,
                (m, e) => e
            )
            .GroupBy(e => 1)
            .Select(g => new { Minor = g.Sum(e => e.Units * e.PriceMinor), Units = g.Sum(e => e.Units) })
            .SingleOrDefaultAsync(ct);
        return (new(held?.Minor ?? 0, held?.Units ?? 0), applied);
    }

    /// <summary>
    /// What applications ask for and is in no register yet: of living ones all with their later parts, of issued ones the parts
    /// that are still promised.
    /// </summary>
    public static async Task<HolderHas> NotYetHeld(this IQueryable<Application> of, CancellationToken ct)
    {
        var sum = await of.Where(a =>
                a.State == ApplicationState.Waiting
                || a.State == ApplicationState.AwaitingPayment
                || a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
                || a.PromisedUnits > 0 && (a.State == ApplicationState.Allotted || a.State == ApplicationState.Issued)
            )
            .Select(a => new
            {
                PriceMinor = a.AmountMinor / a.Units,
                Units = a.PromisedUnits
                    + (a.State == ApplicationState.Allotted || a.State == ApplicationState.Issued ? 0 : a.Units),
            })
            .GroupBy(a => 1)
            .Select(g => new { Minor = g.Sum(a => a.PriceMinor * a.Units), Units = g.Sum(a => a.Units) })
            .SingleOrDefaultAsync(ct);
        return new(sum?.Minor ?? 0, sum?.Units ?? 0);
    }

    /// <summary>Is somebody a member of an enterprise now?</summary>
    public static Task<bool> IsMember(
        this SharesDb db,
        EnterpriseId enterprise,
        PersonId person,
        CancellationToken ct
    ) =>
        db.Members.AnyAsync(
            m => m.EnterpriseId == enterprise && m.PersonId == person && m.AdmittedOn != null && m.CeasedOn == null,
            ct
        );
}

internal static class DocumentsInForce
{
    /// <summary>The versions of an offer's document that were published: neither waiting for review nor returned.</summary>
    public static IQueryable<OfferDocument> InForce(this IQueryable<OfferDocument> documents, OfferId offer) =>
        documents.Where(d => d.OfferId == offer && !d.AwaitsReview && d.ReturnReason == null);
}
