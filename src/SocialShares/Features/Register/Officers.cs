using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Register;

/// <summary>An officer of the enterprise, as its register names them.</summary>
/// <param name="Name">Name.</param>
/// <param name="Office">Chair, treasurer, secretary, or empty.</param>
/// <param name="Since">First day in office.</param>
/// <param name="Until">First day no longer in office; null while in office.</param>
public sealed record Officer(string Name, string Office, DateOnly Since, DateOnly? Until = null);

internal static class Officers
{
    /// <summary>Everybody who was or had been an officer by the day, in the order in which they came.</summary>
    public static async Task<IReadOnlyList<Officer>> Of(
        SharesDb db,
        EnterpriseId enterprise,
        DateOnly day,
        CancellationToken ct
    )
    {
        var now = await db
            .BoardMembers.Where(b => b.EnterpriseId == enterprise && b.Since <= day)
            .Select(b => new Officer(b.Name, b.Office, b.Since, null))
            .ToListAsync(ct);
        var former = await db
            .FormerOfficers.Where(f => f.EnterpriseId == enterprise && f.Since <= day)
            .Select(f => new Officer(f.Name, f.Office, f.Since, f.Until <= day ? f.Until : null))
            .ToListAsync(ct);
        return [.. now.Concat(former).OrderBy(o => o.Since).ThenBy(o => o.Name, StringComparer.Ordinal)];
    }
}
