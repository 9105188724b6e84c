using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Payouts;

/// <summary>Numbers of payout runs: the year, and a count within it.</summary>
internal static class RunNumbers
{
    // Two calculations at once take the same number; the unique index lets one through and the other is run again.
    public static async Task<string> NextRunNumber(
        this SharesDb db,
        EnterpriseId enterprise,
        DateTime now,
        CancellationToken ct
    )
    {
        var zone = await db.Enterprises.Where(e => e.Id == enterprise).Select(e => e.TimeZone).SingleAsync(ct);
        var year = $"{LegalDay.Of(now, zone).Year:D4}-";
        return $"{year}{await db.PayoutRuns.CountAsync(p => p.Number.StartsWith(year), ct) + 1:D4}";
    }
}
