using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read who submitted an offer last, and whether that was me, so that I know whether I may approve it.</summary>
public sealed record ReadOfferSubmission(OfferId OfferId) : IQuery<OfferSubmission>, IAllow<Administrator>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/submission", Get).WithTags("Offers");

    /// <inheritdoc cref="ReadOfferSubmission"/>
    public static Task<OfferSubmission> Get(OfferId offerId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadOfferSubmission(offerId), ct);

    public sealed class Handler(SharesDb db, Caller caller) : IRequestHandler<ReadOfferSubmission, OfferSubmission>
    {
        public async Task<OfferSubmission> Handle(ReadOfferSubmission r, CancellationToken ct)
        {
            var step =
                await db
                    .OfferSteps.AsNoTracking()
                    .Where(s => s.OfferId == r.OfferId && s.State == OfferState.InReview)
                    .OrderByDescending(s => s.No)
                    .FirstOrDefaultAsync(ct)
                ?? throw new NotThere("offer");
            return new OfferSubmission(step.Name, step.At, step.PersonId == caller.PersonId);
        }
    }
}

/// <summary>The submission of an offer.</summary>
/// <param name="SubmittedBy">Name of the board member.</param>
/// <param name="SubmittedAt">When, UTC.</param>
/// <param name="ByMe">Did I submit it myself? Then somebody else must approve it.</param>
public sealed record OfferSubmission(string SubmittedBy, DateTime SubmittedAt, bool ByMe);
