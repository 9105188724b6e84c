using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read the offer document, in the newest version or in the one that I accepted.</summary>
public sealed record DownloadOfferDocument(OfferId OfferId, int? Version)
    : IQuery<OfferDocument>,
        IAllow<Anyone>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/documents/{version:int?}", Get).WithTags("Offers");

    /// <inheritdoc cref="DownloadOfferDocument"/>
    public static async Task<IResult> Get(OfferId offerId, int? version, IMediator mediator, CancellationToken ct)
    {
        var document = await mediator.Send(new DownloadOfferDocument(offerId, version), ct);
        return Results.File(
            document.Content,
            "application/pdf",
            document.FileName,
            entityTag: new EntityTagHeaderValue($"\"{document.Sha256}\"")
        );
    }

    public sealed class Handler(SharesDb db, OfferSight sight) : IRequestHandler<DownloadOfferDocument, OfferDocument>
    {
        public async Task<OfferDocument> Handle(DownloadOfferDocument r, CancellationToken ct)
        {
            var isInsider = await sight.RequireVisible(r.OfferId, ct);
            // A version that waits for review is for those who write and review it, when they name it.
            var versions =
                isInsider && r.Version is not null
                    ? db.OfferDocuments.Where(d => d.OfferId == r.OfferId)
                    : db.OfferDocuments.InForce(r.OfferId);
            return await versions
                    .AsNoTracking()
                    .Where(d => r.Version == null || d.Version == r.Version)
                    .OrderByDescending(d => d.Version)
                    .FirstOrDefaultAsync(ct)
                ?? throw new NotThere("document");
        }
    }
}

/// <summary>Who may see an offer: everyone once it is approved; before that its board and administrators.</summary>
public sealed class OfferSight(SharesDb db, Caller caller)
{
    /// <summary>States that the public sees.</summary>
    public static readonly OfferState[] Public =
    [
        OfferState.Approved,
        OfferState.Open,
        OfferState.Closed,
        OfferState.Allotted,
        OfferState.Completed,
        OfferState.Failed,
    ];

    /// <returns>True for the board and for administrators, who see more of it.</returns>
    /// <exception cref="NotThere">Not there, or not for the caller's eyes.</exception>
    public async Task<bool> RequireVisible(OfferId id, CancellationToken ct)
    {
        var offer = await db
            .Offers.Where(o => o.Id == id)
            .Select(o => new { o.State, o.EnterpriseId })
            .SingleOrDefaultAsync(ct);
        var isInsider = offer is not null && await IsInsider(offer.EnterpriseId, ct);
        if (offer is null || !(Public.Contains(offer.State) || isInsider))
            throw new NotThere("offer");
        return isInsider;
    }

    private async Task<bool> IsInsider(EnterpriseId enterprise, CancellationToken ct) =>
        caller.IsAdministrator
        || caller.PersonId is { } person
            && await db.BoardMembers.AnyAsync(m => m.EnterpriseId == enterprise && m.PersonId == person, ct);
}
