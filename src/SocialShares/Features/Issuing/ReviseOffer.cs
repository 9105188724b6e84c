using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Rewrite my draft; the version that I read goes along, so that nobody's work is overwritten.</summary>
public sealed record ReviseOffer(OfferId OfferId, int ReadVersion, string Title, string Purpose, OfferTerms Terms)
    : ICommand<Unit>,
        IAllow<Board>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/offers/{offerId}", Put).WithTags("Offers");

    /// <inheritdoc cref="ReviseOffer"/>
    public static async Task<IResult> Put(
        OfferId offerId,
        Body body,
        IfMatch version,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new ReviseOffer(offerId, version.Version, body.Title, body.Purpose, body.Terms), ct);
        return Results.NoContent();
    }

    /// <summary>The draft as it should be.</summary>
    public sealed record Body(string Title, string Purpose, OfferTerms Terms);

    public sealed class Rules : AbstractValidator<ReviseOffer>
    {
        public Rules() => OfferFields.Check(this, r => r.Title, r => r.Purpose, r => r.Terms);
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ReviseOffer, Unit>
    {
        public async Task<Unit> Handle(ReviseOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.SingleAsync(o => o.Id == r.OfferId, ct);
            if (offer.Version != r.ReadVersion)
                throw new Refused("conflict.changed-meanwhile");
            offer.Revise(r.Title, r.Purpose, r.Terms);
            return Unit.Value;
        }
    }
}
