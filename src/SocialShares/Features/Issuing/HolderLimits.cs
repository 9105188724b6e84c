using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Counts what one holder holds and applies for, against the most that one holder may have. Who counts as one holder is
/// written down in <c>infra/docs/rules.md</c>.
/// </summary>
public sealed class HolderLimits(SharesDb db)
{
    /// <exception cref="Refused"><c>application.above-maximum-together</c></exception>
    public async Task CheckTogether(Application application, Offer offer, CancellationToken ct)
    {
        var others = await SameHolder(db.Applications, application)
            .Where(a => a.OfferId == offer.Id && a.Id != application.Id)
            .Where(a =>
                a.State == ApplicationState.AwaitingPayment
                || a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
            )
            .SumAsync(a => a.AmountMinor, ct);
        // Bonds of other offers are other loans; shares of a class are one holding.
        var held = await SameHolder(db.Members, application)
            .Where(m => m.EnterpriseId == offer.EnterpriseId)
            .Join(
                db.RegisterEntries.Where(e => offer.ShareClassId != null && e.ShareClassId == offer.ShareClassId),
                m => m.Id,
                e => e.MemberId,
                (m, e) => e.Units * e.PriceMinor
            )
            .SumAsync(ct);
        offer.CheckTogether(application.Kind, others + held + application.AmountMinor);
    }

    // What a person has alone and as the first of joint holders counts together, so that no invented partner raises the
    // limit. Children of one guardian who were born on one day count together, so that no other spelling raises it, and a
    // child counts together under each guardian. An organisation counts together whoever acts for it.
    private static IQueryable<Application> SameHolder(IQueryable<Application> all, Application a) =>
        a.Kind switch
        {
            HolderKind.Minor => all.Where(o =>
                o.Kind == HolderKind.Minor
                && (o.Identity == a.Identity || o.HolderPersonId == a.HolderPersonId && o.BornOn == a.BornOn)
            ),
            HolderKind.Organisation => all.Where(o =>
                o.Kind == HolderKind.Organisation
                && (o.Identity == a.Identity || o.HolderPersonId == a.HolderPersonId && o.Name == a.Name)
            ),
            _ => all.Where(o =>
                o.HolderPersonId == a.HolderPersonId && (o.Kind == HolderKind.Person || o.Kind == HolderKind.Joint)
            ),
        };

    /// <inheritdoc cref="SameHolder(IQueryable{Application}, Application)"/>
    private static IQueryable<Member> SameHolder(IQueryable<Member> all, Application a) =>
        a.Kind switch
        {
            HolderKind.Minor => all.Where(m =>
                m.Kind == HolderKind.Minor
                && (m.Identity == a.Identity || m.PersonId == a.HolderPersonId && m.BornOn == a.BornOn)
            ),
            HolderKind.Organisation => all.Where(m =>
                m.Kind == HolderKind.Organisation
                && (m.Identity == a.Identity || m.PersonId == a.HolderPersonId && m.Name == a.Name)
            ),
            _ => all.Where(m =>
                m.PersonId == a.HolderPersonId && (m.Kind == HolderKind.Person || m.Kind == HolderKind.Joint)
            ),
        };
}
