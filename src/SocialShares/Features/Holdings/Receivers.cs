using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;

namespace SocialShares.Features.Holdings;

/// <summary>The holder that receives a transfer: one who is known in that role, or somebody new.</summary>
public sealed class Receivers(SharesDb db)
{
    /// <summary>The holder that whoever accepted is already, tracked; null for somebody new.</summary>
    public Task<Member?> Known(Transfer transfer, CancellationToken ct)
    {
        var (person, kind) = (transfer.AcceptedBy!.Value, transfer.Receiver!.Kind);
        return db.Members.SingleOrDefaultAsync(
            m => m.EnterpriseId == transfer.EnterpriseId && m.PersonId == person && m.Kind == kind,
            ct
        );
    }

    /// <summary>Brings the receiver into the register, and makes them a member with the first share.</summary>
    /// <param name="transfer">Accepted.</param>
    /// <param name="known">The holder they are already; null for somebody new.</param>
    /// <param name="admission">As what they are taken; null where nothing says it.</param>
    /// <param name="day">The day from which they hold.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Member> Admit(
        Transfer transfer,
        Member? known,
        Admission? admission,
        DateOnly day,
        CancellationToken ct
    )
    {
        var isOfShares = transfer.ShareClassId is not null;
        if (known is not null)
        {
            if (isOfShares && !known.IsMember && known.Admit(day) is { } former)
                db.FormerMemberships.Add(former);
            if (isOfShares && admission is not null)
                known.JoinAs(admission);
            return known;
        }
        var last = await db
            .Members.Where(m => m.EnterpriseId == transfer.EnterpriseId)
            .MaxAsync(m => (int?)m.Number, ct);
        // No account yet: the first payment waits for it and says so.
        var member = new Member(
            MemberId.New(),
            transfer.EnterpriseId,
            (last ?? 0) + 1,
            transfer.AcceptedBy!.Value,
            transfer.Receiver!,
            new PayoutChoice(PayoutDestination.Bank, null),
            isOfShares ? day : null
        );
        if (isOfShares && admission is not null)
            member.JoinAs(admission);
        // At once, because the register's entry about the holder is written at once.
        await BulkInsert.Insert(db, [member], ct);
        return member;
    }
}
