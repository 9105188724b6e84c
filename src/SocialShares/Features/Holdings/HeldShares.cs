using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Holdings;

/// <summary>What holders have lot by lot, and what of it is promised to somebody or asked back.</summary>
internal static class HeldShares
{
    // One event writes one entry for each price; nobody has shares at more prices than this.
    private const int MostPrices = 20;

    /// <summary>All lots of a holder in a class, oldest first.</summary>
    public static async Task<IReadOnlyList<Lot>> LotsOf(
        this SharesDb db,
        ShareClassId shareClass,
        MemberId member,
        CancellationToken ct
    )
    {
        var entries = await db
            .RegisterEntries.AsNoTracking()
            .Where(e => e.ShareClassId == shareClass && e.MemberId == member)
            .OrderBy(e => e.ValidOn)
            .ThenBy(e => e.Number)
            .Select(e => new
            {
                e.Id,
                e.ValidOn,
                e.Kind,
                e.Units,
                e.PriceMinor,
                e.SourceId,
                e.CorrectsId,
            })
            .ToListAsync(ct);
        var waived = await db
            .Transfers.Where(t => t.ToMemberId == member && t.ShareClassId == shareClass && t.WaivesLockIn)
            .Select(t => t.Id)
            .ToListAsync(ct);
        var free = waived.SelectMany(id => Sources(id.Value)).ToHashSet();
        return Lots.Of(
            entries.Select(e => new LotChange(
                e.ValidOn,
                e.Kind,
                e.Units,
                e.PriceMinor,
                free.Contains(e.SourceId),
                e.Id,
                e.CorrectsId
            ))
        );
    }

    /// <summary>The source of the entry of one price, of the event that writes them.</summary>
    public static EntrySource OfPrice(this EntrySource source, int no) => source.Part(no == 0 ? "" : $"price-{no}");

    /// <summary>Shares of a holder that are on their way to somebody else or asked back, but for one transfer.</summary>
    public static async Task<long> SpokenFor(
        this SharesDb db,
        ShareClassId shareClass,
        MemberId member,
        TransferId? but,
        CancellationToken ct
    ) =>
        await db.OpenTransfers()
            .Where(t => t.ShareClassId == shareClass && t.FromMemberId == member && t.Id != but)
            .SumAsync(t => t.Units, ct)
        + await db.OpenWithdrawals()
            .Where(w => w.ShareClassId == shareClass && w.MemberId == member)
            .SumAsync(w => w.Units, ct);

    /// <summary>Bonds of a holder that are on their way to somebody else, but for one transfer.</summary>
    public static Task<long> BondsOnTheirWay(
        this SharesDb db,
        BondSeriesId series,
        MemberId member,
        TransferId? but,
        CancellationToken ct
    ) =>
        db.OpenTransfers()
            .Where(t => t.BondSeriesId == series && t.FromMemberId == member && t.Id != but)
            .SumAsync(t => t.Units, ct);

    /// <summary>Transfers that keep units from going elsewhere.</summary>
    public static IQueryable<Transfer> OpenTransfers(this SharesDb db) =>
        db.Transfers.Where(t =>
            t.State == TransferState.Recorded || t.State == TransferState.Asked || t.State == TransferState.Accepted
        );

    /// <summary>Withdrawals that keep units from going elsewhere.</summary>
    public static IQueryable<Withdrawal> OpenWithdrawals(this SharesDb db) =>
        db.Withdrawals.Where(w => w.State == WithdrawalState.Asked || w.State == WithdrawalState.Approved);

    private static IEnumerable<Guid> Sources(Guid id)
    {
        var source = new EntrySource("", id);
        return Enumerable.Range(0, MostPrices).Select(no => source.OfPrice(no).Id);
    }
}
