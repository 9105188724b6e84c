using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Issuing;

namespace SocialShares.Features.Holdings;

/// <summary>The holder that receives a transfer: one who is known in that role, or somebody new.</summary>
public sealed class Receivers(SharesDb db)
{
    /// <summary>The holder that whoever accepted is already, tracked; null for somebody new.</summary>
    public async Task<Member?> Known(Transfer transfer, CancellationToken ct)
    {
        var (person, receiver) = (transfer.AcceptedBy!.Value, transfer.Receiver!);
        var theirs = await db
            .Members.Where(m => m.EnterpriseId == transfer.EnterpriseId && m.PersonId == person)
            .ToListAsync(ct);
        return Find(theirs, person, receiver);
    }

    /// <summary>Somebody may be there as a person, for a child and for an organisation; the details say which is meant.</summary>
    public static Member? Find(List<Member> theirs, PersonId person, HolderDetails details)
    {
        var key = HolderKey.Of(person, details.Kind, HolderIdentity.Of(details.Normal()));
        return theirs.Find(m => HolderKey.Of(m) == key);
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
