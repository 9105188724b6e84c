using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Bonds;

/// <summary>What one holder of a series is paid for a period; amounts in minor units.</summary>
/// <param name="Number">The holder's number.</param>
/// <param name="Held">Bonds on the day of record.</param>
/// <param name="Redeemed">How many of them are redeemed early.</param>
/// <param name="InterestMinor">Interest.</param>
/// <param name="PrincipalMinor">Principal.</param>
internal readonly record struct PayableBonds(
    int Number,
    long Held,
    long Redeemed,
    long InterestMinor,
    long PrincipalMinor
);

/// <summary>Reads from the register who is paid for a period, and which bonds are redeemed early with it.</summary>
internal static class BondsToPay
{
    /// <summary>Everyone who held on the day of record and is paid something, by holder number.</summary>
    public static async Task<List<PayableBonds>> Read(
        SharesDb db,
        BondSeries series,
        BondPeriod period,
        CancellationToken ct
    )
    {
        var held = db
            .RegisterEntries.AsNoTracking()
            .Where(e => e.BondSeriesId == series.Id && e.ValidOn <= period.RecordOn)
            .GroupBy(e => e.MemberId)
            .Select(g => new { MemberId = g.Key, Units = g.Sum(e => e.Units) });
        var holders = await (
            from h in held
            where h.Units > 0
            join m in db.Members on h.MemberId equals m.Id
            orderby m.Number
            select new Holder(m.Id, m.Number, h.Units)
        ).ToListAsync(ct);
        var redeemed = await Redeemed(db, period, holders, ct);
        var payable = new List<PayableBonds>(holders.Count);
        for (var i = 0; i < holders.Count; i++)
        {
            var (interest, principal) = period.Owes(holders[i].Units, redeemed[i]);
            if (interest + principal > 0)
                payable.Add(new PayableBonds(holders[i].Number, holders[i].Units, redeemed[i], interest, principal));
        }
        return payable;
    }

    // Holders who asked come first; a draw takes from what they leave; "all" takes everything.
    private static async Task<long[]> Redeemed(
        SharesDb db,
        BondPeriod period,
        List<Holder> holders,
        CancellationToken ct
    )
    {
        var redeemed = new long[holders.Count];
        if (period.ClosingMinor == 0)
            return redeemed; // the last payment redeems everything by itself
        var decisions = await db
            .EarlyRedemptions.AsNoTracking()
            .Where(x => x.SeriesId == period.SeriesId && x.PeriodNo == period.No && x.WithdrawnAt == null)
            .OrderBy(x => x.DecidedAt)
            .ThenBy(x => x.Id)
            .ToListAsync(ct);
        foreach (var asked in decisions.Where(d => d.Kind == EarlyRedemptionKind.Holder))
        {
            var i = holders.FindIndex(h => h.Id == asked.MemberId);
            if (i >= 0)
                redeemed[i] = Math.Min(holders[i].Units, redeemed[i] + asked.Units);
        }
        foreach (var lot in decisions.Where(d => d.Kind == EarlyRedemptionKind.ByLot))
        {
            var left = holders.Select((h, i) => h.Units - redeemed[i]).ToList();
            var drawn = BondDraw.Draw(left, Math.Min(lot.Units, left.Sum()), lot.Seed);
            for (var i = 0; i < drawn.Length; i++)
                redeemed[i] += drawn[i];
        }
        if (decisions.Exists(d => d.Kind == EarlyRedemptionKind.All))
            for (var i = 0; i < redeemed.Length; i++)
                redeemed[i] = holders[i].Units;
        return redeemed;
    }

    private sealed record Holder(MemberId Id, int Number, long Units);
}
