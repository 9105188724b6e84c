using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Holdings;

/// <summary>What one holder has at one value.</summary>
internal sealed record HeldAt(MemberId MemberId, long Units, long PriceMinor);

/// <summary>Finds what a write-down changes, and what the register then says.</summary>
internal static class WriteDownEntries
{
    // What is being sold or paid out at the old value must be settled first.
    public static async Task RequireQuiet(this SharesDb db, ShareClassId classId, CancellationToken ct)
    {
        var selling = await db.Offers.AnyAsync(
            o =>
                o.ShareClassId == classId
                && o.State != OfferState.Allotted
                && o.State != OfferState.Completed
                && o.State != OfferState.Failed
                && o.State != OfferState.Cancelled,
            ct
        );
        if (selling)
            throw new Refused("write-down.offer-runs");
        if (
            await db.Withdrawals.AnyAsync(
                w => w.ShareClassId == classId && w.State == WithdrawalState.Approved && w.RunId != null,
                ct
            )
        )
            throw new Refused("write-down.withdrawals-run");
        var reinvesting = await db.PayoutRuns.AnyAsync(
            p =>
                p.ShareClassId == classId
                && p.Kind == PayoutKind.ShareInterest
                && (
                    p.State == PayoutRunState.Calculated
                    || p.State == PayoutRunState.Approved
                    || p.State == PayoutRunState.Executing
                ),
            ct
        );
        if (reinvesting)
            throw new Refused("write-down.interest-runs");
    }

    // By holder and value; a class that was never written down has one value only.
    public static async Task<List<HeldAt>> HeldAt(this SharesDb db, ShareClassId classId, CancellationToken ct)
    {
        var holders = await db
            .RegisterEntries.Where(e => e.ShareClassId == classId)
            .GroupBy(e => e.MemberId)
            .Where(g => g.Sum(e => e.Units) > 0)
            .Select(g => g.Key)
            .ToListAsync(ct);
        var held = new List<HeldAt>();
        foreach (var holder in holders)
        foreach (var (units, price) in Lots.ByPrice(await db.LotsOf(classId, holder, ct)))
            held.Add(new HeldAt(holder, units, price));
        return held;
    }

    public static IEnumerable<EntryFacts> Of(WriteDown writeDown, ShareClass shareClass, List<HeldAt> held, BookedOn on)
    {
        var why = new EntrySource($"Class {shareClass.Code} written down", writeDown.Id.Value);
        foreach (var h in held.Where(h => h.PriceMinor > writeDown.ToMinor))
        {
            var source = why.Part($"{h.MemberId.Value:N}-{h.PriceMinor}");
            var old = new EntryFacts(shareClass, h.MemberId, EntryKind.WriteDownFrom, -h.Units, on, source);
            yield return old with
            {
                PriceMinor = h.PriceMinor,
            };
            yield return old with
            {
                Kind = EntryKind.WriteDownTo,
                Units = h.Units,
                PriceMinor = writeDown.ToMinor,
            };
        }
    }
}
