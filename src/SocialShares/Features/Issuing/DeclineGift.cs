using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Decline a gift with the secret from the mail: the giver gets everything back. Needs no sign-in.</summary>
public sealed record DeclineGift(string Secret) : ICommand<GiftAnswered>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/gifts/{secret}/refusal", Post).WithTags("Applications").RequireRateLimiting(Limits.SigningIn);

    /// <inheritdoc cref="DeclineGift"/>
    public static Task<GiftAnswered> Post(string secret, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new DeclineGift(secret), ct);

    public sealed class Handler(SharesDb db, Gifts gifts, Caller caller, TimeProvider clock)
        : IRequestHandler<DeclineGift, GiftAnswered>
    {
        public async Task<GiftAnswered> Handle(DeclineGift r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var invitation = await db.Invited(InvitationPurpose.Gift, r.Secret, ct);
            invitation.Use(caller.PersonId, now);
            var id = new ApplicationId(invitation.SubjectId);
            var application = await db.Applications.SingleAsync(a => a.Id == id, ct);
            var gift = await db.Gifts.SingleAsync(g => g.ApplicationId == id, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
            gift.Decline(now);
            await gifts.GiveBack(application, offer, "gift-declined", now, ct);
            return new GiftAnswered(GiftState.Declined);
        }
    }
}

/// <summary>Gives back gifts that nobody accepted in time, at most a batch at a time; sent by a job until none is left.</summary>
public sealed record LapseGifts(int Batch = 100) : ICommand<int>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, Gifts gifts, TimeProvider clock) : IRequestHandler<LapseGifts, int>
    {
        public async Task<int> Handle(LapseGifts r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            // The zone's day is at most one calendar day away from the UTC day; the loop asks exactly.
            var tomorrow = DateOnly.FromDateTime(now).AddDays(1);
            var due = await db
                .Gifts.Where(g => g.State == GiftState.Offered && g.AcceptBy < tomorrow)
                .OrderBy(g => g.AcceptBy)
                .Take(r.Batch)
                .ToListAsync(ct);
            var lapsed = 0;
            foreach (var gift in due)
            {
                var application = await db.Applications.SingleAsync(a => a.Id == gift.ApplicationId, ct);
                var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
                var today = LegalDay.Of(now, offer.TimeZone);
                if (today <= gift.AcceptBy)
                    continue;
                gift.Lapse(today, now);
                await db.WithdrawInvitations(InvitationPurpose.Gift, application.Id.Value, now, ct);
                await gifts.GiveBack(application, offer, "gift-lapsed", now, ct);
                lapsed++;
            }
            return lapsed;
        }
    }
}
