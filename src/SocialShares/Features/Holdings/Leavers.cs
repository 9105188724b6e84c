using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Holdings;

/// <summary>Ends the membership of whoever has no share left.</summary>
public sealed class Leavers(SharesDb db)
{
    /// <summary>The holder, when giving so many shares would leave none of whatever class; null when some are left.</summary>
    public async Task<Member?> WhoLeaves(MemberId id, long units, CancellationToken ct) =>
        await Held(id, ct) == units ? await db.Members.AsNoTracking().SingleAsync(m => m.Id == id, ct) : null;

    /// <summary>Ends it when nothing is left, whatever class.</summary>
    /// <param name="id">The holder.</param>
    /// <param name="on">The day.</param>
    /// <param name="ct">Cancels.</param>
    public async Task CeaseIfNothingIsLeft(MemberId id, DateOnly on, CancellationToken ct)
    {
        var held = await Held(id, ct);
        Invariant.Holds(held >= 0, "more shares leave than a holder has");
        if (held > 0)
            return;
        var member = await db.Members.SingleAsync(m => m.Id == id, ct);
        member.Cease(on);
        // Nothing more is left in as shares of somebody who has left: what waits goes to their bank account.
        await db
            .PayoutLines.Where(l =>
                l.MemberId == id && l.State == PayoutLineState.Open && l.Destination == PayoutDestination.Reinvest
            )
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(l => l.Destination, PayoutDestination.Bank)
                        .SetProperty(
                            l => l.State,
                            l => l.Iban == null ? PayoutLineState.NeedsAttention : PayoutLineState.Open
                        )
                        .SetProperty(l => l.Problem, l => l.Iban == null ? "no-iban" : null),
                ct
            );
    }

    private Task<long> Held(MemberId id, CancellationToken ct) =>
        db.RegisterEntries.Where(e => e.MemberId == id && e.ShareClassId != null).SumAsync(e => e.Units, ct);
}
