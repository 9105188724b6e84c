using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>
/// Keeps the platform's hands apart from the enterprise's: whoever sits on the board that owes the money does not decide,
/// as an administrator, what is paid. Otherwise one person could declare, calculate and steer a run.
/// </summary>
internal static class OffTheBoard
{
    /// <exception cref="Refused"><c>payout.own-enterprise</c>: the caller sits on the board of that enterprise.</exception>
    public static async Task RequireOffTheBoard(
        this SharesDb db,
        Caller caller,
        EnterpriseId enterprise,
        CancellationToken ct
    )
    {
        var me = caller.Person;
        if (await db.BoardMembers.AnyAsync(m => m.EnterpriseId == enterprise && m.PersonId == me, ct))
            throw new Refused("payout.own-enterprise");
    }
}
