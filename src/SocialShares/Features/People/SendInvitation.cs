using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.People;

/// <summary>
/// Sends an invitation by mail. The secret is made here and is in the mail only: the database gets its digest, and the
/// outbox never has it. Sent again after a crash, it carries a new secret and the older mail is void.
/// </summary>
public sealed record SendInvitation(InvitationId InvitationId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMediator mediator, IMail mail, InvitationMail text)
        : IRequestHandler<SendInvitation, Unit>
    {
        public async Task<Unit> Handle(SendInvitation r, CancellationToken ct)
        {
            var invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == r.InvitationId, ct);
            if (!invitation.IsOpen)
                return Unit.Value;
            var secret = Invitation.NewToken();
            var culture = new CultureInfo(invitation.Language == "nl" ? "nl-NL" : "en-GB");
            var about = await text.About(invitation, culture, ct);
            var expires = await mediator.Send(
                new RecordInvitationSecret(invitation.Id, Invitation.HashOf(secret), about.Until),
                ct
            );
            if (expires is { } until)
                await mail.Send(text.Write(about, invitation.Email, secret, until, culture), ct);
            return Unit.Value;
        }
    }
}

/// <summary>Remembers the digest of the secret that is about to be sent; tells until when it is good, or null when it is over.</summary>
public sealed record RecordInvitationSecret(InvitationId InvitationId, string SecretHash, DateTime? Until)
    : ICommand<DateTime?>,
        IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<RecordInvitationSecret, DateTime?>
    {
        public async Task<DateTime?> Handle(RecordInvitationSecret r, CancellationToken ct)
        {
            var invitation = await db.Invitations.SingleAsync(i => i.Id == r.InvitationId, ct);
            if (!invitation.IsOpen)
                return null;
            invitation.Renew(r.SecretHash, r.Until, clock.GetUtcNow().UtcDateTime);
            return invitation.ExpiresAt;
        }
    }
}

/// <summary>Finds the invitation that a secret opens.</summary>
internal static class OpenInvitations
{
    /// <exception cref="NotThere">No invitation of this purpose has that secret, or has it no more.</exception>
    public static async Task<Invitation> Invited(
        this SharesDb db,
        InvitationPurpose purpose,
        string secret,
        CancellationToken ct
    )
    {
        var hash = Invitation.HashOf(secret);
        return await db.Invitations.SingleOrDefaultAsync(i => i.SecretHash == hash && i.Purpose == purpose, ct)
            ?? throw new NotThere("invitation");
    }

    /// <summary>Withdraws what is open for a subject, so that one invitation lives at a time.</summary>
    public static async Task WithdrawInvitations(
        this SharesDb db,
        InvitationPurpose purpose,
        Guid subject,
        DateTime now,
        CancellationToken ct
    )
    {
        foreach (
            var open in await db
                .Invitations.Where(i =>
                    i.Purpose == purpose && i.SubjectId == subject && i.UsedAt == null && i.WithdrawnAt == null
                )
                .ToListAsync(ct)
        )
            open.Withdraw(now);
    }
}
