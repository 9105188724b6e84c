using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.People;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Accept a gift: I answer who stands in the register and where payouts go, and become the holder at the issue.</summary>
public sealed record AcceptGift(
    string Secret,
    HolderDetails Holder,
    PayoutChoice Payout,
    string? MembershipType,
    bool RiskAccepted
) : ICommand<GiftAnswered>, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/gifts/{secret}/acceptance", Post).WithTags("Applications").RequireRateLimiting(Limits.SigningIn);

    /// <inheritdoc cref="AcceptGift"/>
    public static Task<GiftAnswered> Post(string secret, Body body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new AcceptGift(secret, body.Holder, body.Payout, body.MembershipType, body.RiskAccepted), ct);

    /// <summary>What I answer.</summary>
    /// <param name="Holder">Who will stand in the register; also a child whose guardian I am.</param>
    /// <param name="Payout">Where interest will go: my choice, not the giver's.</param>
    /// <param name="RiskAccepted">I have read the offer and understand that this can lose its worth.</param>
    /// <param name="MembershipType">Code of the membership type that fits, where the offer has any.</param>
    public sealed record Body(
        HolderDetails Holder,
        PayoutChoice Payout,
        bool RiskAccepted,
        string? MembershipType = null
    );

    public sealed class Rules : AbstractValidator<AcceptGift>
    {
        public Rules()
        {
            RuleFor(r => r.Holder).SetValidator(new HolderRules());
            RuleFor(r => r.Payout).SetValidator(new PayoutRules());
            RuleFor(r => r.RiskAccepted)
                .Equal(true)
                .WithErrorCode("application.risk-not-accepted")
                .WithMessage(_ => RefusalText.Of("application.risk-not-accepted"));
        }
    }

    public sealed class Handler(
        SharesDb db,
        Outbox outbox,
        SubmissionRules rules,
        ResidentRoom room,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<AcceptGift, GiftAnswered>
    {
        public async Task<GiftAnswered> Handle(AcceptGift r, CancellationToken ct)
        {
            var (now, me) = (clock.GetUtcNow().UtcDateTime, caller.Person);
            var invitation = await db.Invited(InvitationPurpose.Gift, r.Secret, ct);
            invitation.Use(me, now);
            var id = new ApplicationId(invitation.SubjectId);
            var application = await db.Applications.SingleAsync(a => a.Id == id, ct);
            caller.Concerns($"application {id}");
            var gift = await db.Gifts.SingleAsync(g => g.ApplicationId == id, ct);
            // Whoever admits somebody holds the enterprise first, then the offer.
            await room.Hold(application.EnterpriseId, ct);
            var offer = await Locked(application.OfferId, ct);
            var today = LegalDay.Of(now, offer.TimeZone);
            gift.Accept(me, application.PersonId, today, now);
            var shareClass = await db
                .ShareClasses.AsNoTracking()
                .SingleOrDefaultAsync(c => c.Id == offer.ShareClassId, ct);
            var payout = PayoutRules.Normal(r.Payout);
            application.AcceptGift(offer, me, r.Holder, r.MembershipType, shareClass, payout, today);
            offer.CheckPioneer(await db.IsMember(offer.EnterpriseId, me, ct));
            var (held, applied) = await db.HeldAndApplied(offer, application, ct);
            var asked = new HolderHas(application.AmountMinor, application.Units);
            application.LimitsOf(offer).CheckTogether(held, applied, asked);
            await rules.CheckCap(application, offer, ct);
            if (!offer.IsOfBonds)
            {
                var newcomer = Newcomer.Of(me, r.Holder, application.IsResident);
                await room.RequirePlace("gift.quota", offer.EnterpriseId, newcomer, leaver: null, ct);
            }
            outbox.Add(SendMail.About("gift-accepted", id));
            return new GiftAnswered(GiftState.Accepted);
        }

        // What the receiver has is counted after the offer's row is locked, so that two gifts at once count together.
        private async Task<Offer> Locked(OfferId id, CancellationToken ct)
        {
            await db
                .Offers.Where(o => o.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.Version, o => o.Version + 1), ct);
            return await db.Offers.AsNoTracking().SingleAsync(o => o.Id == id, ct);
        }
    }
}

/// <summary>What became of the gift.</summary>
public sealed record GiftAnswered(GiftState State);
