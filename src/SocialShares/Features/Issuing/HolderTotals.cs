using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>What somebody has already, as the limits of an offer count it.</summary>
internal static class HolderTotals
{
    /// <summary>
    /// Held in the register (of the class, for shares; bonds of other offers are other loans) and applied for in the same
    /// offer by other applications that hold units.
    /// </summary>
    public static Task<(HolderHas Held, HolderHas Applied)> HeldAndApplied(
        this SharesDb db,
        Offer offer,
        Application application,
        CancellationToken ct
    ) => db.HeldAndApplied(offer, application.PersonId, application.Kind, application.Id, ct);

    /// <inheritdoc cref="HeldAndApplied(SharesDb, Offer, Application, CancellationToken)"/>
    public static async Task<(HolderHas Held, HolderHas Applied)> HeldAndApplied(
        this SharesDb db,
        Offer offer,
        PersonId person,
        HolderKind kind,
        ApplicationId? except,
        CancellationToken ct
    )
    {
        var applied = await db
            .Applications.Where(a => a.OfferId == offer.Id && a.Id != except)
            .Where(a => a.PersonId == person && a.Kind == kind)
            .Where(a =>
                a.State == ApplicationState.Waiting
                || a.State == ApplicationState.AwaitingPayment
                || a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
            )
            .GroupBy(a => 1)
            .Select(g => new { Minor = g.Sum(a => a.AmountMinor), Units = g.Sum(a => a.Units) })
            .SingleOrDefaultAsync(ct);
        var held = await db
            .RegisterEntries.Where(e => offer.ShareClassId != null && e.ShareClassId == offer.ShareClassId)
            .Join(db.Members, e => e.MemberId, m => m.Id, (e, m) => new { e, m })
            .Where(x => x.m.PersonId == person && x.m.Kind == kind)
            .GroupBy(x => 1)
            .Select(g => new { Minor = g.Sum(x => x.e.Units * x.e.PriceMinor), Units = g.Sum(x => x.e.Units) })
            .SingleOrDefaultAsync(ct);
        return (new(held?.Minor ?? 0, held?.Units ?? 0), new(applied?.Minor ?? 0, applied?.Units ?? 0));
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
