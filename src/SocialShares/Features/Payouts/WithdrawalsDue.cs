using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;
using SocialShares.Features.Register;

namespace SocialShares.Features.Payouts;

/// <summary>
/// What happens once when a run of withdrawals begins to be paid: the shares leave the register at what was paid for them,
/// their price is owed, and whoever has none left is no member any more. All in the transaction of the first batch.
/// </summary>
internal static class WithdrawalsDue
{
    public static async Task Book(SharesDb db, PayoutBatch batch, CancellationToken ct)
    {
        var (run, shareClass, leavers) = (batch.Run, batch.ShareClass, new Leavers(db));
        // Held until the commit: transfers and decisions about this class come before or after.
        await db.HoldClass(shareClass.Id, ct);
        await db.RequirePaysBack(shareClass.Id, ct);
        var withdrawals = await db
            .Withdrawals.Where(w => w.RunId == run.Id)
            .OrderBy(w => w.AskedAt)
            .ThenBy(w => w.Id)
            .ToListAsync(ct);
        var facts = new List<EntryFacts>();
        long total = 0;
        foreach (var ofHolder in withdrawals.GroupBy(w => w.MemberId))
        {
            var lots = await db.LotsOf(shareClass.Id, ofHolder.Key, ct);
            foreach (var withdrawal in ofHolder)
            {
                var leaving = Lots.First(lots, withdrawal.Units);
                lots = Lots.After(lots, withdrawal.Units);
                total += Lots.Minor(leaving);
                var source = new EntrySource($"Paid back on request, run {run.Number}", withdrawal.Id.Value);
                foreach (var (no, (units, price)) in Lots.ByPrice(leaving).Index())
                {
                    var reason = source.OfPrice(no);
                    var gone = new EntryFacts(shareClass, ofHolder.Key, EntryKind.Withdrawal, -units, batch.On, reason);
                    facts.Add(gone with { PriceMinor = price });
                }
                withdrawal.Pay(batch.On.Day);
            }
        }
        Invariant.Holds(total == run.TotalMinor, $"run {run.Number} pays {run.TotalMinor} for shares of {total}");
        await db.AppendToRegister(shareClass.EnterpriseId, facts, ct);
        foreach (var holder in withdrawals.Select(w => w.MemberId).Distinct())
            await leavers.CeaseIfNothingIsLeft(holder, batch.On.Day, ct);
        db.JournalEntries.Add(HoldingBookings.WithdrawalsDue(run, shareClass.Code, batch.Enterprise.Slug, batch.On));
    }

    /// <summary>A run was given up before it paid: what it would have paid waits for another one.</summary>
    public static async Task GiveUp(SharesDb db, PayoutRun run, CancellationToken ct)
    {
        foreach (var withdrawal in await db.Withdrawals.Where(w => w.RunId == run.Id).ToListAsync(ct))
            withdrawal.TakeOut();
    }
}
