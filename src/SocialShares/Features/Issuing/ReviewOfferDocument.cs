using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Publish a changed offer document that a board uploaded; never one of my own. Everybody who has applied is told and may
/// cancel without a reason for the offer's reflection period from now on.
/// </summary>
public sealed record PublishOfferDocument(OfferId OfferId, int Version)
    : ICommand<Unit>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/documents/{version:int}/publish", Post).WithTags("Offers");

    /// <inheritdoc cref="PublishOfferDocument"/>
    public static async Task<IResult> Post(OfferId offerId, int version, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new PublishOfferDocument(offerId, version), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, DocumentReview review, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<PublishOfferDocument, Unit>
    {
        public async Task<Unit> Handle(PublishOfferDocument r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var offer = await review.Lock(r.OfferId, ct);
            var document = await review.Decide(offer, r.Version, by, ct);
            offer.RequireDocumentMayChange();
            document.AwaitsReview = false;
            var until = LegalDay.Of(by.At, offer.TimeZone).AddDays(offer.ReflectionDays);
            var waiting = await db.Waiting(offer.Id).Select(a => a.Id).ToListAsync(ct);
            // The same for thousands, so not one by one through the aggregate.
            await db.Waiting(offer.Id)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(a => a.CancelUntil, (DateOnly?)until)
                            .SetProperty(a => a.Version, a => a.Version + 1),
                    ct
                );
            foreach (var id in waiting)
                outbox.Add(SendMail.About("document-changed", id));
            return Unit.Value;
        }
    }
}

/// <summary>Send a changed offer document back to its board, with the reason; the version before stays in force.</summary>
public sealed record ReturnOfferDocument(OfferId OfferId, int Version, string Reason)
    : ICommand<Unit>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/documents/{version:int}/return", Post).WithTags("Offers");

    /// <inheritdoc cref="ReturnOfferDocument"/>
    public static async Task<IResult> Post(
        OfferId offerId,
        int version,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new ReturnOfferDocument(offerId, version, body.Reason), ct);
        return Results.NoContent();
    }

    /// <summary>What the board should change.</summary>
    public sealed record Body(string Reason);

    public sealed class Rules : AbstractValidator<ReturnOfferDocument>
    {
        public Rules() => RuleFor(r => r.Reason).Text(5, 1000);
    }

    public sealed class Handler(SharesDb db, DocumentReview review, Caller caller, TimeProvider clock)
        : IRequestHandler<ReturnOfferDocument, Unit>
    {
        public async Task<Unit> Handle(ReturnOfferDocument r, CancellationToken ct)
        {
            var offer = await db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == r.OfferId, ct);
            if (offer is null)
                throw new NotThere("offer");
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var document = await review.Decide(offer, r.Version, by, ct);
            (document.AwaitsReview, document.ReturnReason) = (false, r.Reason);
            return Unit.Value;
        }
    }
}

/// <summary>The second pair of eyes on a changed offer document.</summary>
public sealed class DocumentReview(SharesDb db)
{
    /// <summary>Locks the offer's row, so that nobody applies for the version before while another one is published.</summary>
    /// <exception cref="NotThere">There is no such offer.</exception>
    public async Task<Offer> Lock(OfferId id, CancellationToken ct)
    {
        await db
            .Offers.Where(o => o.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.Version, o => o.Version + 1), ct);
        return await db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotThere("offer");
    }

    /// <summary>The document that waits, with who decides on it.</summary>
    /// <exception cref="NotThere">There is no such version.</exception>
    /// <exception cref="Refused"><c>offer.document-decided</c>, <c>offer.own-approval</c>.</exception>
    public async Task<OfferDocument> Decide(Offer offer, int version, Signature by, CancellationToken ct)
    {
        var document =
            await db.OfferDocuments.SingleOrDefaultAsync(d => d.OfferId == offer.Id && d.Version == version, ct)
            ?? throw new NotThere("document");
        if (!document.AwaitsReview)
            throw new Refused("offer.document-decided");
        // Whoever uploaded it, or sits on the board, is not the second pair of eyes.
        var (enterprise, me) = (offer.EnterpriseId, by.PersonId);
        var sits = await db.BoardMembers.AnyAsync(m => m.EnterpriseId == enterprise && m.PersonId == me, ct);
        if (sits || document.UploadedBy == me)
            throw new Refused("offer.own-approval");
        (document.DecidedBy, document.DecidedByName, document.DecidedAt) = (by.PersonId, by.Name, by.At);
        return document;
    }
}
