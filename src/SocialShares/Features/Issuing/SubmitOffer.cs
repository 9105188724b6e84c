using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Ask an administrator to review my draft.</summary>
public sealed record SubmitOffer(OfferId OfferId) : ICommand<Unit>, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/submit", Post).WithTags("Offers");

    /// <inheritdoc cref="SubmitOffer"/>
    public static async Task<IResult> Post(OfferId offerId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SubmitOffer(offerId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<SubmitOffer, Unit>
    {
        public async Task<Unit> Handle(SubmitOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == offer.EnterpriseId, ct);
            var hasDocument = await db.OfferDocuments.AnyAsync(d => d.OfferId == r.OfferId, ct);
            offer.CheckWithdrawals(await db.SuspendedSince(offer, ct));
            offer.CheckNext(
                await Earlier(offer, ct),
                await db.MembersApprovals.AnyAsync(a => a.OfferId == offer.Id, ct)
            );
            offer.Submit(enterprise, hasDocument, caller.Sign(clock.GetUtcNow().UtcDateTime));
            return Unit.Value;
        }

        // Each series of bonds is a loan of its own, so only shares have earlier offers.
        private async Task<EarlierOffers> Earlier(Offer offer, CancellationToken ct)
        {
            var sold = await db
                .Offers.Where(o => o.ShareClassId != null && o.ShareClassId == offer.ShareClassId && o.Id != offer.Id)
                .Where(o => o.Kind != OfferKind.Pioneer)
                .Where(o =>
                    o.State == OfferState.Open
                    || o.State == OfferState.Closed
                    || o.State == OfferState.Allotted
                    || o.State == OfferState.Completed
                )
                .Select(o => new { o.ClosesOn, o.MaximumTargetMinor })
                .ToListAsync(ct);
            return new EarlierOffers(
                sold.Max(o => (DateOnly?)(o.ClosesOn ?? EarlierOffers.NoLastDay)),
                sold.Max(o => (long?)o.MaximumTargetMinor)
            );
        }
    }
}
