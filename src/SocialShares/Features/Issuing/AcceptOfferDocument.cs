using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Agree to the changed offer document after I applied. My right to cancel stays until its day.</summary>
public sealed record AcceptOfferDocument(ApplicationId ApplicationId, int DocumentVersion)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/applications/{applicationId}/document", Post).WithTags("Applications");

    /// <inheritdoc cref="AcceptOfferDocument"/>
    public static async Task<IResult> Post(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new AcceptOfferDocument(applicationId, body.DocumentVersion), ct);
        return Results.NoContent();
    }

    /// <summary>What I agree to.</summary>
    /// <param name="DocumentVersion">The version of the offer document that I read.</param>
    public sealed record Body(int DocumentVersion);

    public sealed class Handler(SharesDb db) : IRequestHandler<AcceptOfferDocument, Unit>
    {
        public async Task<Unit> Handle(AcceptOfferDocument r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            var current = await db.OfferDocuments.InForce(application.OfferId).MaxAsync(d => d.Version, ct);
            application.AcceptDocument(r.DocumentVersion, current);
            return Unit.Value;
        }
    }
}
