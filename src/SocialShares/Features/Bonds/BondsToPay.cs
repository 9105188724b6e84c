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
    public static async Task<List<PayableBonds>> Read(SharesDb db, BondPeriod period, CancellationToken ct)
    {
        var holders = await Holders(db, period, ct);
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

    /// <summary>What a draw was made from, and what it took: holders by number, bonds in it, bonds drawn.</summary>
    public static async Task<(List<MemberId> Holders, List<long> Held, long[] Drawn)> Draw(
        SharesDb db,
        BondPeriod period,
        EarlyRedemption lot,
        CancellationToken ct
    )
    {
        var holders = await Holders(db, period, ct);
        var redeemed = Asked(holders, await BondsAtRecord.Decisions(db, period, ct));
        var held = holders.Select((h, i) => h.Units - redeemed[i]).ToList();
        return (holders.ConvertAll(h => h.Id), held, BondDraw.Draw(held, Math.Min(lot.Units, held.Sum()), lot.Seed));
    }

    // Everyone who held on the day of record, by number.
    private static async Task<List<Holder>> Holders(SharesDb db, BondPeriod period, CancellationToken ct) =>
        await (
            from h in BondsAtRecord.HeldOn(db, period)
            where h.Units > 0
            join m in db.Members on h.MemberId equals m.Id
            orderby m.Number
            select new Holder(m.Id, m.Number, h.Units)
        ).ToListAsync(ct);

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
        var decisions = await BondsAtRecord.Decisions(db, period, ct);
        if (decisions.Count == 0)
            return redeemed;
        redeemed = Asked(holders, decisions);
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

    // Holders who asked themselves; never more than they have.
    private static long[] Asked(List<Holder> holders, List<EarlyRedemption> decisions)
    {
        var redeemed = new long[holders.Count];
        var places = holders.Select((h, i) => (h.Id, i)).ToDictionary(h => h.Id, h => h.i);
        foreach (var asked in decisions.Where(d => d.Kind == EarlyRedemptionKind.Holder))
            if (places.TryGetValue(asked.MemberId!.Value, out var i))
                redeemed[i] = Math.Min(holders[i].Units, redeemed[i] + asked.Units);
        return redeemed;
    }

    private sealed record Holder(MemberId Id, int Number, long Units);
}
