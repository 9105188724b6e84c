using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.People;

/// <summary>Invites by mail to take something over; an earlier invitation to the same is withdrawn.</summary>
public sealed class InvitationDesk(SharesDb db, Outbox outbox, Caller caller)
{
    /// <param name="purpose">What for.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="enterprise">In which enterprise.</param>
    /// <param name="email">Where it goes.</param>
    /// <param name="language">Language of the mail; null: that of who invites.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Invite(
        InvitationPurpose purpose,
        Guid subject,
        EnterpriseId enterprise,
        string email,
        string? language,
        DateTime now,
        CancellationToken ct
    )
    {
        await db.WithdrawInvitations(purpose, subject, now, ct);
        var me = caller.Person.Value;
        language ??= await db.Users.Where(u => u.Id == me).Select(u => u.Language).SingleAsync(ct);
        var invitation = new Invitation(
            InvitationId.New(),
            purpose,
            subject,
            enterprise,
            email,
            language,
            caller.Sign(now)
        );
        db.Invitations.Add(invitation);
        outbox.Add(new SendInvitation(invitation.Id));
    }
}
