using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>A holder who is in the register already, or has just been added; bondholders are not members by that.</summary>
internal readonly record struct RegisteredHolder(MemberId Id, bool IsMember);

internal static class HoldersOfEnterprise
{
    /// <summary>Everybody in the registers of an enterprise, found by identity and by id.</summary>
    public static async Task<Dictionary<HolderKey, RegisteredHolder>> KnownHolders(
        this SharesDb db,
        EnterpriseId id,
        CancellationToken ct
    )
    {
        var known = new Dictionary<HolderKey, RegisteredHolder>();
        var members = db
            .Members.AsNoTracking()
            .Where(m => m.EnterpriseId == id)
            .OrderBy(m => m.Number)
            .Select(m => new
            {
                m.Id,
                m.PersonId,
                m.Kind,
                m.Identity,
                IsMember = m.AdmittedOn != null && m.CeasedOn == null,
            });
        await foreach (var m in members.AsAsyncEnumerable().WithCancellation(ct))
        {
            var holder = new RegisteredHolder(m.Id, m.IsMember);
            known.TryAdd(HolderKey.Of(m.PersonId, m.Kind, m.Identity), holder);
            known[HolderKey.Of(m.Id)] = holder;
        }
        return known;
    }
}
