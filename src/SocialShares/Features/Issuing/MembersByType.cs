using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>Keeps the membership types of the register in step with what people applied as.</summary>
internal static class MembersByType
{
    /// <summary>
    /// Whoever is in the register already and applied under another type, or moved into the place, is of that type from
    /// now on. An offer that asks nothing changes nothing.
    /// </summary>
    public static async Task JoinAsApplied(this SharesDb db, Offer offer, CancellationToken ct)
    {
        if (!offer.Eligibility.TellsResidents)
            return;
        var changed = await db
            .Applications.Where(a => a.OfferId == offer.Id && a.State == ApplicationState.Confirmed)
            .Join(
                db.Members.Where(m => m.EnterpriseId == offer.EnterpriseId),
                a => new
                {
                    PersonId = a.HolderPersonId,
                    a.Kind,
                    Identity = a.Kind == HolderKind.Person ? "" : a.Identity,
                },
                m => new
                {
                    PersonId = (PersonId?)m.PersonId,
                    m.Kind,
                    // A holding that was taken over at full age keeps the child's identity.
                    Identity = m.Kind == HolderKind.Person ? "" : m.Identity,
                },
                (Application, Member) => new { Application, Member }
            )
            .Where(x =>
                x.Application.MembershipType != x.Member.MembershipType
                || x.Application.IsResident != x.Member.IsResident
            )
            .OrderBy(x => x.Application.PaidAt)
            .Select(x => new
            {
                x.Member,
                x.Application.MembershipType,
                x.Application.IsResident,
            })
            .ToListAsync(ct);
        foreach (var x in changed)
            x.Member.JoinAs(new Admission(x.MembershipType, x.IsResident));
    }
}
