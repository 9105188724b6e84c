using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Whether a resident quota has room for somebody who becomes a member by another way than an own application: by a transfer,
/// or by a gift. There nobody can wait, so they are refused. Who waits in the queue is not asked: they may wait for units of
/// their offer, which nothing here takes.
/// </summary>
public sealed class ResidentRoom(SharesDb db, ResidentQueue queue)
{
    /// <summary>
    /// Holds the enterprise until the commit, where it blocks by a quota. The order is the same everywhere: a class of
    /// shares, then the enterprise (whose row also holds the register), then an offer.
    /// </summary>
    public async Task Hold(EnterpriseId enterprise, CancellationToken ct)
    {
        if (await queue.QuotaOf(enterprise, ct) is not null)
            await queue.Hold(enterprise, ct);
    }

    /// <summary>Refuses somebody new for whom the quota has no room; holds the enterprise until the commit.</summary>
    /// <param name="code">What a refusal is called.</param>
    /// <param name="enterprise">The enterprise.</param>
    /// <param name="who">Who would become a member, or is one.</param>
    /// <param name="leaver">Who stops being a member by the same change; null: nobody.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Refused">The code, with residents and members as they would be, the quota and the name.</exception>
    public async Task RequirePlace(
        string code,
        EnterpriseId enterprise,
        Newcomer who,
        Member? leaver,
        CancellationToken ct
    )
    {
        if (who.IsResident || await queue.QuotaOf(enterprise, ct) is not { } quota)
            return;
        await queue.Hold(enterprise, ct);
        if (await IsMember(enterprise, who, ct))
            return;
        var applied = await Applied(enterprise, who.Person, who.Kind, who.Identity, ct);
        // Was counted when they applied, and nothing else changes.
        if (applied == false && leaver is null)
            return;
        var (residents, all) = await queue.Count(enterprise, ct);
        if (applied is { } asResident)
            (residents, all) = (residents - (asResident ? 1 : 0), all - 1);
        if (leaver is not null)
        {
            var still = await Applied(enterprise, leaver.PersonId, leaver.Kind, leaver.Identity, ct);
            residents += (still == true ? 1 : 0) - (leaver.IsResident ? 1 : 0);
            all -= still is null ? 1 : 0;
        }
        if (!quota.Admits(isResident: false, residents, all))
            throw new Refused(code, residents, all + 1, new Rate(quota.Ppm), who.Name);
    }

    /// <summary>
    /// Of what an open offer is to issue: the applications that wait for a later issue, because the residents who make room for
    /// them have not become members yet and may still not. Whoever paid last waits; members' own never do.
    /// </summary>
    public async Task<IReadOnlySet<ApplicationId>> Later(Offer offer, AllotmentPlan plan, CancellationToken ct)
    {
        if (offer.IsOfBonds || await queue.QuotaOf(offer.EnterpriseId, ct) is not { } quota)
            return new HashSet<ApplicationId>();
        var members = queue.MembersOf(offer.EnterpriseId);
        var coming = await db
            .Applications.AsNoTracking()
            .Where(a => a.OfferId == offer.Id && a.State == ApplicationState.Confirmed)
            .Where(a =>
                !members.Any(m => m.PersonId == a.HolderPersonId && m.Kind == a.Kind && m.Identity == a.Identity)
            )
            .ToListAsync(ct);
        var holders = coming.Where(a => plan.Has(a.Id)).ToLookup(a => (a.HolderPersonId, a.Kind, a.Identity));
        var (others, residents) = (
            holders.Where(h => h.Any(a => !a.IsResident)),
            holders.Count(h => h.All(a => a.IsResident))
        );
        residents += await members.CountAsync(m => m.IsResident, ct);
        var room = quota.MostOthers(residents) - await members.CountAsync(m => !m.IsResident, ct);
        return others
            .OrderBy(h => h.Min(a => a.PaidAt))
            .ThenBy(h => h.Min(a => a.StartedAt))
            .Skip((int)Math.Clamp(room, 0, int.MaxValue))
            .SelectMany(h => h)
            .Select(a => a.Id)
            .ToHashSet();
    }

    private Task<bool> IsMember(EnterpriseId enterprise, Newcomer who, CancellationToken ct) =>
        queue
            .MembersOf(enterprise)
            .Where(m => m.PersonId == who.Person && m.Kind == who.Kind)
            // A holding that was taken over at full age keeps the child's identity.
            .AnyAsync(m => m.Kind == HolderKind.Person || m.Identity == who.Identity, ct);

    // As what somebody is counted who has a living application; null for nobody who has. Twice is once, as in the count.
    private async Task<bool?> Applied(
        EnterpriseId enterprise,
        PersonId person,
        HolderKind kind,
        string identity,
        CancellationToken ct
    )
    {
        var asResident = await queue
            .Coming(enterprise)
            .Where(a => a.HolderPersonId == person && a.Kind == kind && a.Identity == identity)
            .Select(a => a.IsResident)
            .ToListAsync(ct);
        return asResident.Count == 0 ? null : asResident.TrueForAll(r => r);
    }
}

/// <summary>Who would become a member.</summary>
/// <param name="Person">Who signs in for them.</param>
/// <param name="Kind">Kind of holder.</param>
/// <param name="Identity">See <see cref="HolderIdentity"/>.</param>
/// <param name="Name">As the register will have it.</param>
/// <param name="IsResident">As what they are taken.</param>
public sealed record Newcomer(PersonId Person, HolderKind Kind, string Identity, string Name, bool IsResident)
{
    /// <summary>Somebody by the details that they gave.</summary>
    public static Newcomer Of(PersonId person, HolderDetails details, bool isResident)
    {
        var normal = details.Normal();
        return new(person, normal.Kind, HolderIdentity.Of(normal), normal.Name, isResident);
    }
}
