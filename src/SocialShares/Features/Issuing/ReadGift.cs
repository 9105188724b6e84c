using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read what somebody gives me under which terms, with the secret from the mail.</summary>
public sealed record ReadGift(string Secret) : IQuery<GiftRead>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/gifts/{secret}", Get).WithTags("Applications");

    /// <inheritdoc cref="ReadGift"/>
    public static Task<GiftRead> Get(string secret, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadGift(secret), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadGift, GiftRead>
    {
        public async Task<GiftRead> Handle(ReadGift r, CancellationToken ct)
        {
            var invitation = await db.Invited(InvitationPurpose.Gift, r.Secret, ct);
            var id = new ApplicationId(invitation.SubjectId);
            var x = await (
                from g in db.Gifts.AsNoTracking()
                where g.ApplicationId == id
                join a in db.Applications.AsNoTracking() on g.ApplicationId equals a.Id
                join o in db.Offers.AsNoTracking() on a.OfferId equals o.Id
                join e in db.Enterprises.AsNoTracking() on o.EnterpriseId equals e.Id
                select new
                {
                    Gift = g,
                    Application = a,
                    Offer = o,
                    Enterprise = e,
                }
            ).SingleAsync(ct);
            var isGood = invitation.IsOpen && clock.GetUtcNow().UtcDateTime <= invitation.ExpiresAt;
            return new GiftRead(
                x.Gift.GiverName,
                x.Gift.ReceiverName,
                x.Gift.Message,
                x.Gift.State,
                isGood && x.Gift.State == GiftState.Offered,
                x.Gift.AcceptBy,
                x.Application.AmountMinor,
                x.Application.Units,
                OfferOfApplication.Of(x.Offer, x.Enterprise)
            );
        }
    }
}

/// <summary>A gift as its receiver sees it. Amounts are minor units.</summary>
/// <param name="GiverName">Who gives.</param>
/// <param name="ReceiverName">For whom, as the giver wrote it.</param>
/// <param name="Message">What the giver says.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CanAnswer">May it still be accepted or declined with this secret?</param>
/// <param name="AcceptBy">The last day to accept.</param>
/// <param name="AmountMinor">What was paid for it.</param>
/// <param name="Units">Shares or bonds.</param>
/// <param name="Offer">The offer; its page has terms, document and risks.</param>
public sealed record GiftRead(
    string GiverName,
    string ReceiverName,
    string Message,
    GiftState State,
    bool CanAnswer,
    DateOnly? AcceptBy,
    long AmountMinor,
    long Units,
    OfferOfApplication Offer
);
