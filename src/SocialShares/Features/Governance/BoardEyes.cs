using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Governance;

internal static class BoardEyes
{
    /// <summary>Who sits, or sat, on the board of an enterprise by whose word.</summary>
    public static async Task<FourEyes> EyesOf(this SharesDb db, EnterpriseId enterprise, CancellationToken ct)
    {
        var left = await db
            .FormerOfficers.Where(f => f.EnterpriseId == enterprise)
            .OrderBy(f => f.RecordedAt)
            .Select(f => new { f.PersonId, f.Origin })
            .ToListAsync(ct);
        var sits = await db
            .BoardMembers.Where(m => m.EnterpriseId == enterprise)
            .Select(m => new { m.PersonId, m.Origin })
            .ToListAsync(ct);
        return new FourEyes(left.Concat(sits).Select(s => (s.PersonId, s.Origin ?? s.PersonId)));
    }
}
