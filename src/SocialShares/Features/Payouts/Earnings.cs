using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;

namespace SocialShares.Features.Payouts;

/// <summary>What one holder brings into a payout run. Small, because a run keeps one for each of its holders.</summary>
/// <param name="Number">The member's number in the register.</param>
/// <param name="UnitDays">Units times days that earn in the period.</param>
/// <param name="ValueDays">Those unit-days times the value of a share on each of the days, minor units.</param>
/// <param name="CarriedInMinor">What earlier runs could not reinvest and no run has taken up yet, minor units.</param>
internal readonly record struct Earned(int Number, Int128 UnitDays, Int128 ValueDays, long CarriedInMinor);

/// <summary>Reads from the register who earns in a period. The register is streamed; only the answer is kept.</summary>
internal static class Earnings
{
    /// <summary>
    /// Everyone who earns in the period, leavers included, and everyone who still has a remainder of an earlier run,
    /// by member number.
    /// </summary>
    public static async Task<List<Earned>> Read(
        SharesDb db,
        ShareClass shareClass,
        DateOnly from,
        DateOnly until,
        CancellationToken ct
    )
    {
        var carried = await Carried(db, shareClass.Id).ToListAsync(ct);
        var all = new List<Earned>();
        var next = 0;
        var parts = (await db.ParHistoryOf(shareClass, ct)).Parts(from, until).ToList();
        await foreach (var (number, changes) in Holders(db, shareClass.Id, until, ct))
        {
            for (; next < carried.Count && carried[next].Number < number; next++)
                all.Add(new Earned(carried[next].Number, 0, 0, carried[next].Minor));
            var rest = next < carried.Count && carried[next].Number == number ? carried[next++].Minor : 0;
            Int128 days = 0;
            Int128 value = 0;
            foreach (var (first, last, par) in parts)
            {
                var inPart = UnitDays.Count(
                    changes.TakeWhile(c => c.On <= last),
                    first,
                    last,
                    shareClass.InterestStartsAfterYears
                );
                days += inPart;
                value += inPart * par;
            }
            if (days > 0 || rest > 0)
                all.Add(new Earned(number, days, value, rest));
        }
        for (; next < carried.Count; next++)
            all.Add(new Earned(carried[next].Number, 0, 0, carried[next].Minor));
        return all;
    }

    private static async IAsyncEnumerable<(int Number, List<UnitChange> Changes)> Holders(
        SharesDb db,
        ShareClassId shareClass,
        DateOnly until,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var entries =
            from e in db.RegisterEntries.AsNoTracking()
            where e.ShareClassId == shareClass && e.ValidOn <= until
            // A write-down changes the value of shares, not how many there are or since when.
            where e.Kind != EntryKind.WriteDownFrom && e.Kind != EntryKind.WriteDownTo
            join m in db.Members on e.MemberId equals m.Id
            orderby m.Number, e.ValidOn, e.Number
            select new
            {
                m.Number,
                e.ValidOn,
                e.Units,
                e.Id,
                e.CorrectsId,
            };
        var (number, changes) = (0, new List<UnitChange>());
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.Number != number && changes.Count > 0)
            {
                yield return (number, changes);
                changes.Clear(); // whoever asked has counted them by now
            }
            number = entry.Number;
            changes.Add(new UnitChange(entry.ValidOn, entry.Units, entry.Id, entry.CorrectsId));
        }
        if (changes.Count > 0)
            yield return (number, changes);
    }

    // A remainder is free until a run that was not voided takes it up.
    private static IQueryable<Remainder> Carried(SharesDb db, ShareClassId shareClass) =>
        from l in db.PayoutLines.AsNoTracking()
        join r in db.PayoutRuns on l.RunId equals r.Id
        where r.ShareClassId == shareClass && r.State != PayoutRunState.Voided
        join m in db.Members on l.MemberId equals m.Id
        group new { l.CarriedOutMinor, l.CarriedInMinor } by m.Number into lines
        where lines.Sum(l => l.CarriedOutMinor - l.CarriedInMinor) > 0
        orderby lines.Key
        select new Remainder(lines.Key, lines.Sum(l => l.CarriedOutMinor - l.CarriedInMinor));

    private sealed record Remainder(int Number, long Minor);
}
