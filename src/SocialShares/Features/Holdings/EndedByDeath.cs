using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Holdings;

/// <summary>What ends when the death of a holder is confirmed.</summary>
internal static class EndedByDeath
{
    /// <summary>Payments to the holder stop, and what they had asked for and nobody has done yet ends: it is the estate's now.</summary>
    public static async Task EndBy(this SharesDb db, HolderDeath death, CancellationToken ct)
    {
        var member = death.MemberId;
        await StopPayments(db, member, ct);
        foreach (var t in await db.OpenTransfers().Where(t => t.FromMemberId == member).ToListAsync(ct))
            t.TakeBack();
        // Also what the board approved: it would keep the shares from passing on, and nobody could be paid for them.
        var waiting = db.OpenWithdrawals().Where(w => w.MemberId == member && w.RunId == null);
        foreach (var w in await waiting.ToListAsync(ct))
            w.EndOnDeath();
    }

    private static async Task StopPayments(SharesDb db, MemberId member, CancellationToken ct)
    {
        var open = db.PayoutLines.Where(l => l.MemberId == member && l.State == PayoutLineState.Open);
        // The same hold as a batch takes, so that none is writing a file with such a line now.
        await db
            .PayoutRuns.Where(p => open.Any(l => l.RunId == p.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Version, p => p.Version + 1), ct);
        await open.ExecuteUpdateAsync(
            s =>
                s.SetProperty(l => l.State, PayoutLineState.NeedsAttention)
                    .SetProperty(l => l.Problem, PayoutLine.HolderDied),
            ct
        );
    }
}
