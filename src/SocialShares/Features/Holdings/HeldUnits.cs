using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Disputes;

namespace SocialShares.Features.Holdings;

/// <summary>Units that stay where they are, because the payer's bank may take back what bought them, or is doing so.</summary>
internal static class HeldUnitsOf
{
    /// <summary>Shares of a class that their holder can neither pass on nor be paid back on a day.</summary>
    public static Task<HeldUnits> Held(
        this SharesDb db,
        ShareClassId shareClass,
        MemberId member,
        DateOnly day,
        CancellationToken ct
    ) => Held(db, db.RegisterEntries.Where(e => e.ShareClassId == shareClass && e.MemberId == member), day, ct);

    /// <summary>Bonds of a series that their holder can neither pass on nor be paid back early on a day.</summary>
    public static Task<HeldUnits> Held(
        this SharesDb db,
        BondSeriesId series,
        MemberId member,
        DateOnly day,
        CancellationToken ct
    ) => Held(db, db.RegisterEntries.Where(e => e.BondSeriesId == series && e.MemberId == member), day, ct);

    // An entry of an issue names its application, which names its payment.
    private static async Task<HeldUnits> Held(
        SharesDb db,
        IQueryable<RegisterEntry> entries,
        DateOnly day,
        CancellationToken ct
    )
    {
        var issued = await entries.Where(e => e.Kind == EntryKind.Issue).Select(e => e.SourceId).ToListAsync(ct);
        if (issued.Count == 0)
            return default;
        var applications = issued.Select(ApplicationId.From).ToList();
        var freezing = db.Disputes.Freezing();
        var held = await (
            from p in db.Payments
            join a in db.Applications on p.ApplicationId equals a.Id
            where applications.Contains(p.ApplicationId)
            let isDisputed = freezing.Any(d => d.ApplicationId == p.ApplicationId)
            where p.HeldThrough >= day || isDisputed
            select new
            {
                p.HeldThrough,
                a.AllottedUnits,
                isDisputed,
            }
        ).ToListAsync(ct);
        var through = held.Exists(h => h.isDisputed) ? null : held.Max(h => h.HeldThrough);
        return new HeldUnits(held.Sum(h => h.AllottedUnits), through);
    }
}

/// <summary>Units that are held, and the last day of it; null while a bank disputes a payment, and where nothing is held.</summary>
internal readonly record struct HeldUnits(long Units, DateOnly? Through);
