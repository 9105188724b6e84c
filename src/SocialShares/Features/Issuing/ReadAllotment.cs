using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Read who gets what of my offer in figures: a preview from the closing on, which I can sign, and afterwards what was decided.
/// </summary>
public sealed record ReadAllotment(OfferId OfferId)
    : IQuery<AllotmentShown>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/allotment", Get).WithTags("Allotment");

    /// <inheritdoc cref="ReadAllotment"/>
    public static Task<AllotmentShown> Get(OfferId offerId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadAllotment(offerId), ct);

    public sealed class Handler(SharesDb db, AllotmentReading reading, ResidentQueue queue, TimeProvider clock)
        : IRequestHandler<ReadAllotment, AllotmentShown>
    {
        public async Task<AllotmentShown> Handle(ReadAllotment r, CancellationToken ct)
        {
            var offer =
                await db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == r.OfferId, ct)
                ?? throw new NotThere("offer");
            if (offer.State is OfferState.Allotted or OfferState.Completed)
            {
                var stored = await reading.Stored(offer.Id, ct);
                return AllotmentShown.Of(offer, stored.Again(), AllotmentDecision.Of(stored.Outcome), null, null);
            }
            // Before the closing a preview would tell who to ask how to win a draw.
            if (offer.State != OfferState.Closed)
                throw new Refused("allotment.not-closed");
            var why = await AllotmentReadiness.WhyNot(reading, queue, offer, clock.GetUtcNow().UtcDateTime, ct);
            var plan = await reading.Plan(offer, ct);
            if (why is null && !offer.WillSucceed(plan.UnitsAllotted))
                why = new Refused("allotment.minimum-missed", new Money(offer.MinimumTargetMinor, offer.Currency));
            return AllotmentShown.Of(offer, plan, null, why?.Code, why is null ? null : RefusalText.Of(why));
        }
    }
}
