using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Payouts;

/// <summary>Makes decisions about one class of shares follow one another.</summary>
internal static class ClassHold
{
    /// <summary>Holds the row of a class until the commit; another command that wants it waits here.</summary>
    public static Task<int> HoldClass(this SharesDb db, ShareClassId id, CancellationToken ct) =>
        db
            .ShareClasses.Where(c => c.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Version, c => c.Version + 1), ct);
}
