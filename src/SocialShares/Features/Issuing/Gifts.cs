using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.People;

namespace SocialShares.Features.Issuing;

/// <summary>What happens to a gift when its application moves on, in the same save. Does nothing for what is no gift.</summary>
public sealed class Gifts(SharesDb db, Outbox outbox, MoneyBack moneyBack)
{
    /// <summary>It was paid: the receiver is invited by mail.</summary>
    public async Task Invite(Application application, Offer offer, DateTime now, CancellationToken ct)
    {
        if (!application.IsGift)
            return;
        var gift = await db.Gifts.SingleAsync(g => g.ApplicationId == application.Id, ct);
        gift.Invite(LegalDay.Of(now, offer.TimeZone), offer.ClosesOn, offer.ReflectionDays);
        var giver = application.PersonId.Value;
        var language = await db.Users.Where(u => u.Id == giver).Select(u => u.Language).SingleOrDefaultAsync(ct);
        // In the giver's language: the receiver may not be known here, and no mail may tell whether they are.
        var invitation = new Invitation(
            InvitationId.New(),
            InvitationPurpose.Gift,
            application.Id.Value,
            application.EnterpriseId,
            gift.ReceiverEmail,
            language ?? "en",
            new Signature(application.PersonId, gift.GiverName, now)
        );
        db.Invitations.Add(invitation);
        outbox.Add(new SendInvitation(invitation.Id));
    }

    /// <summary>The application ended; a receiver who was asked is told.</summary>
    public async Task End(Application application, GiftState how, DateTime now, CancellationToken ct)
    {
        if (!application.IsGift)
            return;
        var gift = await db.Gifts.SingleAsync(g => g.ApplicationId == application.Id, ct);
        await db.WithdrawInvitations(InvitationPurpose.Gift, application.Id.Value, now, ct);
        if (gift.End(how, now))
            outbox.Add(new TellReceiver(application.Id));
    }

    /// <summary>Declined or lapsed: the giver gets everything back, the units are free again.</summary>
    public async Task GiveBack(Application application, Offer offer, string reason, DateTime now, CancellationToken ct)
    {
        application.Refund(now);
        await moneyBack.Order(application, offer, reason, now, ct);
        await db.FreeUnits(application, ct);
        outbox.Add(SendMail.About(reason, application.Id));
    }
}

/// <summary>A gift as its giver sees it.</summary>
/// <param name="ReceiverName">For whom it is.</param>
/// <param name="ReceiverEmail">Where the invitation goes.</param>
/// <param name="GiverName">Who gives, as the receiver reads it.</param>
/// <param name="Message">What else is said; empty for nothing.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AcceptBy">The last day to accept; null before it was paid.</param>
public sealed record GiftShown(
    string ReceiverName,
    string ReceiverEmail,
    string GiverName,
    string Message,
    GiftState State,
    DateOnly? AcceptBy
)
{
    internal static GiftShown Of(Gift g) =>
        new(g.ReceiverName, g.ReceiverEmail, g.GiverName, g.Message, g.State, g.AcceptBy);
}
