using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;

namespace SocialShares.Features.Register;

/// <summary>Reads an entry that is to be corrected, with all that its correction has to respect.</summary>
internal static class CorrectedEntries
{
    /// <summary>
    /// An entry with what was corrected of it, and what its holder has had on every day since but for what is on its way to
    /// somebody else or asked back.
    /// </summary>
    public static async Task<CorrectedEntry> Of(
        SharesDb db,
        RegisterEntry wrong,
        DateOnly validOn,
        CancellationToken ct
    )
    {
        var corrected = await db
            .RegisterEntries.Where(e => e.CorrectsId == wrong.Id && e.MemberId == wrong.MemberId)
            .SumAsync(e => e.Units, ct);
        var days = await db
            .RegisterEntries.Where(e => e.MemberId == wrong.MemberId && e.ShareClassId == wrong.ShareClassId)
            .GroupBy(e => e.ValidOn)
            .Select(g => new { On = g.Key, Units = g.Sum(e => e.Units) })
            .OrderBy(g => g.On)
            .ToListAsync(ct);
        var held = days.Where(d => d.On <= validOn).Sum(d => d.Units);
        var least = held;
        foreach (var day in days.Where(d => d.On > validOn))
            least = Math.Min(least, held += day.Units);
        var spokenFor = wrong.ShareClassId is { } shares ? await db.SpokenFor(shares, wrong.MemberId, null, ct) : 0;
        return new CorrectedEntry(wrong, corrected, Math.Max(0, least - spokenFor), await WrittenDown(db, wrong, ct));
    }

    // Of the class, whoever held shares of it then: a holder who had left has no entry that says so, and the price that the
    // wrong entry names would come back with the units. An entry recorded later names the value of after.
    private static Task<bool> WrittenDown(SharesDb db, RegisterEntry wrong, CancellationToken ct) =>
        db.WriteDowns.AnyAsync(
            w => w.ShareClassId == wrong.ShareClassId && w.On >= wrong.ValidOn && w.DecidedAt >= wrong.RecordedAt,
            ct
        );
}
