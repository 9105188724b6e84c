using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Who may come in under the resident quota of an enterprise, and who waits. Everything here happens behind one lock of the
/// enterprise, taken before any lock of an offer, so that two applications are counted one after the other.
/// </summary>
public sealed class ResidentQueue(SharesDb db, CovenantChecks covenants)
{
    /// <summary>The quota that an enterprise chose to block by; null when it has none.</summary>
    public async Task<ResidentQuota?> QuotaOf(EnterpriseId enterprise, CancellationToken ct) =>
        await covenants.InForce(enterprise, CovenantKind.MemberResidents, ct) is { IsBlocking: true } covenant
            ? new ResidentQuota((int)covenant.Limit)
            : null;

    /// <summary>Holds the enterprise until the commit; another command that admits somebody waits here.</summary>
    public Task<int> Hold(EnterpriseId enterprise, CancellationToken ct) =>
        db
            .Enterprises.Where(e => e.Id == enterprise)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.Version, e => e.Version + 1), ct);

    /// <summary>Must an application wait? Members and residents never do; others do behind those who wait already.</summary>
    public async Task<bool> MustWait(Application application, Offer offer, CancellationToken ct)
    {
        if (offer.IsOfBonds || await QuotaOf(offer.EnterpriseId, ct) is not { } quota)
            return false;
        await Hold(offer.EnterpriseId, ct);
        if (application.IsResident || await IsCounted(application, ct))
            return false;
        var (residents, all) = await Count(offer.EnterpriseId, ct);
        return !quota.Admits(isResident: false, residents, all) || await Waiting(offer.EnterpriseId).AnyAsync(ct);
    }

    /// <summary>Members and those who have a living application for shares, each counted once: residents, and all.</summary>
    public async Task<(long Residents, long All)> Count(EnterpriseId enterprise, CancellationToken ct)
    {
        var members = await db
            .Members.Where(m => m.EnterpriseId == enterprise && m.AdmittedOn != null && m.CeasedOn == null)
            .GroupBy(m => m.IsResident)
            .Select(g => new { IsResident = g.Key, Count = g.LongCount() })
            .ToListAsync(ct);
        var coming = await Coming(enterprise)
            .Where(a =>
                !MembersOf(enterprise)
                    .Any(m => m.PersonId == a.HolderPersonId && m.Kind == a.Kind && m.Identity == a.Identity)
            )
            .GroupBy(a => new
            {
                a.HolderPersonId,
                a.Kind,
                a.Identity,
            })
            // Somebody who applies twice, once as a resident, is one; as none, because nobody is admitted by it wrongly.
            .Select(g => g.Min(a => a.IsResident ? 1 : 0))
            .ToListAsync(ct);
        return (
            members.Where(m => m.IsResident).Sum(m => m.Count) + coming.Count(r => r == 1),
            members.Sum(m => m.Count) + coming.Count
        );
    }

    /// <summary>
    /// Of an offer that is to be allotted or issued: the confirmed applications of those non-residents for whom the quota has
    /// no room, because residents left. All applications of the holders who came last; members' own are not among them, they
    /// take no room. Of an open offer whoever has not paid yet came last, and is judged once confirmed.
    /// </summary>
    public async Task<IReadOnlyList<Application>> TooMany(Offer offer, CancellationToken ct)
    {
        if (offer.IsOfBonds || await QuotaOf(offer.EnterpriseId, ct) is not { } quota)
            return [];
        var (residents, all) = await Count(offer.EnterpriseId, ct);
        var over = all - residents - quota.MostOthers(residents);
        if (over <= 0)
            return [];
        var others = await Coming(offer.EnterpriseId)
            .Where(a => a.OfferId == offer.Id && !a.IsResident)
            .Where(a =>
                !MembersOf(offer.EnterpriseId)
                    .Any(m => m.PersonId == a.HolderPersonId && m.Kind == a.Kind && m.Identity == a.Identity)
            )
            .ToListAsync(ct);
        return
        [
            .. others
                .GroupBy(a => (a.HolderPersonId, a.Kind, a.Identity))
                .OrderByDescending(of => of.Min(a => a.PaidAt ?? DateTime.MaxValue))
                .ThenByDescending(of => of.Min(a => a.StartedAt))
                .Take((int)Math.Min(int.MaxValue, over))
                .SelectMany(of => of)
                .Where(a => a.State == ApplicationState.Confirmed),
        ];
    }

    /// <summary>The queue of an enterprise, first come first.</summary>
    public IQueryable<Application> Waiting(EnterpriseId enterprise) =>
        db
            .Applications.Where(a => a.EnterpriseId == enterprise && a.State == ApplicationState.Waiting)
            .OrderBy(a => a.QueuedAt)
            .ThenBy(a => a.Id);

    /// <summary>The place of an application in its queue, from 1; null where it does not wait.</summary>
    public async Task<int?> PlaceOf(Application application, CancellationToken ct)
    {
        if (application.State != ApplicationState.Waiting)
            return null;
        // The order of ids is the database's own, so that two of the same instant are placed by reading them.
        var ids = await Waiting(application.EnterpriseId).Select(a => a.Id).ToListAsync(ct);
        return ids.IndexOf(application.Id) + 1;
    }

    // A member, or somebody with another living application, takes no more room by this one.
    private async Task<bool> IsCounted(Application application, CancellationToken ct)
    {
        var (person, kind, identity) = (application.HolderPersonId, application.Kind, application.Identity);
        return await MembersOf(application.EnterpriseId)
                .AnyAsync(m => m.PersonId == person && m.Kind == kind && m.Identity == identity, ct)
            || await Coming(application.EnterpriseId)
                .AnyAsync(
                    a =>
                        a.Id != application.Id
                        && a.HolderPersonId == person
                        && a.Kind == kind
                        && a.Identity == identity,
                    ct
                );
    }

    /// <summary>The members of an enterprise now.</summary>
    internal IQueryable<Member> MembersOf(EnterpriseId enterprise) =>
        db.Members.Where(m => m.EnterpriseId == enterprise && m.AdmittedOn != null && m.CeasedOn == null);

    /// <summary>Living applications for shares: of bonds nobody becomes a member, and of a gift nobody before it is accepted.</summary>
    internal IQueryable<Application> Coming(EnterpriseId enterprise) =>
        db
            .Applications.Where(a => a.EnterpriseId == enterprise && a.BondSeriesId == null && a.HolderPersonId != null)
            .Where(a =>
                a.State == ApplicationState.AwaitingPayment
                || a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
                || a.State == ApplicationState.Allotted
            );
}
