using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;

namespace SocialShares.Features.Register;

/// <summary>Whether the holder to whom a correction gives another's units may have them.</summary>
internal static class CorrectionReceiver
{
    /// <summary>
    /// A correction states what was so: the limits of an offer were asked when the units were sold, and are not asked again. What
    /// the law lets one person hold, nobody holds more of by a mistake either, and nothing comes to the dead.
    /// </summary>
    /// <exception cref="Refused"><c>holder.died</c>, <c>application.above-legal-cap</c>.</exception>
    public static async Task RequireMayReceive(
        this SharesDb db,
        RegisterCorrection correction,
        RegisterEntry wrong,
        RuleSet? law,
        CancellationToken ct
    )
    {
        if (correction.ToMemberId is not { } to)
            return;
        var receiver = await db.Members.AsNoTracking().SingleAsync(m => m.Id == to, ct);
        receiver.RequireAlive();
        var who = HolderSought.Of(receiver.PersonId, receiver.Details());
        // Between two holdings that count as one, nobody has more than before.
        if (await SameHolder.Of(db.Members, who).AnyAsync(m => m.Id == wrong.MemberId, ct))
            return;
        var minor = -correction.Units * wrong.PriceMinor;
        await db.CheckCap(law, who, new ComingTo(correction.EnterpriseId, SecurityKind.Share, minor), ct);
    }
}
