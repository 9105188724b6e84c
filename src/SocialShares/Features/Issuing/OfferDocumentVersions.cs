using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read all versions of my offer's document: who uploaded and reviewed them, and how many applicants accepted each.</summary>
public sealed record ListOfferDocuments(OfferId OfferId)
    : IQuery<IReadOnlyList<DocumentVersionShown>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/documents/versions", Get).WithTags("Offers");

    /// <inheritdoc cref="ListOfferDocuments"/>
    public static Task<IReadOnlyList<DocumentVersionShown>> Get(
        OfferId offerId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListOfferDocuments(offerId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListOfferDocuments, IReadOnlyList<DocumentVersionShown>>
    {
        public async Task<IReadOnlyList<DocumentVersionShown>> Handle(ListOfferDocuments r, CancellationToken ct)
        {
            var accepted = await db
                .Applications.Where(a => a.OfferId == r.OfferId)
                .Where(a =>
                    a.State == ApplicationState.Waiting
                    || a.State == ApplicationState.AwaitingPayment
                    || a.State == ApplicationState.Paid
                    || a.State == ApplicationState.Confirmed
                    || a.State == ApplicationState.Allotted
                    || a.State == ApplicationState.Issued
                )
                .GroupBy(a => a.AcceptedDocumentVersion)
                .Select(g => new { Version = g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Version, g => g.Count, ct);
            var versions = await db
                .OfferDocuments.Where(d => d.OfferId == r.OfferId)
                .OrderByDescending(d => d.Version)
                .Select(d => new DocumentVersionShown(
                    d.Version,
                    d.FileName,
                    d.Content.Length,
                    d.UploadedAt,
                    d.AwaitsReview,
                    d.DecidedByName,
                    d.DecidedAt,
                    d.ReturnReason,
                    0
                ))
                .ToListAsync(ct);
            return versions.ConvertAll(v => v with { Accepted = accepted.GetValueOrDefault(v.Version) });
        }
    }
}

/// <summary>List the changed offer documents that wait for a decision, the oldest first.</summary>
public sealed record ListDocumentsToReview : IQuery<IReadOnlyList<DocumentToReview>>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/reviews/documents", Get).WithTags("Offers");

    /// <inheritdoc cref="ListDocumentsToReview"/>
    public static Task<IReadOnlyList<DocumentToReview>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListDocumentsToReview(), ct);

    public sealed class Handler(SharesDb db, Caller caller)
        : IRequestHandler<ListDocumentsToReview, IReadOnlyList<DocumentToReview>>
    {
        public async Task<IReadOnlyList<DocumentToReview>> Handle(ListDocumentsToReview request, CancellationToken ct)
        {
            var me = caller.PersonId;
            return await db
                .OfferDocuments.Where(d => d.AwaitsReview)
                .Join(db.Offers, d => d.OfferId, o => o.Id, (d, o) => new { d, o })
                .Join(
                    db.Enterprises,
                    x => x.o.EnterpriseId,
                    e => e.Id,
                    (x, e) =>
                        new
                        {
                            x.d,
                            x.o,
                            e,
                        }
                )
                .OrderBy(x => x.d.UploadedAt)
                .Select(x => new DocumentToReview(
                    x.o.Id,
                    x.o.Title,
                    x.e.Name,
                    x.d.Version,
                    x.d.FileName,
                    x.d.UploadedAt,
                    x.d.UploadedBy == me
                ))
                .ToListAsync(ct);
        }
    }
}

/// <summary>The offer document in its newest version.</summary>
public sealed record DocumentShown(int Version, string FileName, int Bytes, DateTime UploadedAt);

/// <summary>A version of an offer's document as its board sees it.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="FileName">As it was uploaded.</param>
/// <param name="Bytes">Size.</param>
/// <param name="UploadedAt">When, UTC.</param>
/// <param name="AwaitsReview">No administrator has decided yet; the version before is in force.</param>
/// <param name="DecidedBy">Name of the administrator; null where nobody had to decide, or has not.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="ReturnReason">Why it was sent back; null when it was not.</param>
/// <param name="Accepted">Applicants who agreed to this version last, and whose application stands.</param>
public sealed record DocumentVersionShown(
    int Version,
    string FileName,
    int Bytes,
    DateTime UploadedAt,
    bool AwaitsReview,
    string? DecidedBy,
    DateTime? DecidedAt,
    string? ReturnReason,
    int Accepted
);

/// <summary>A changed offer document that waits for a decision.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Title">Its headline.</param>
/// <param name="EnterpriseName">Whose offer.</param>
/// <param name="Version">The version that waits.</param>
/// <param name="FileName">As it was uploaded.</param>
/// <param name="UploadedAt">When, UTC.</param>
/// <param name="ByMe">Did I upload it myself? Then somebody else must decide.</param>
public sealed record DocumentToReview(
    OfferId OfferId,
    string Title,
    string EnterpriseName,
    int Version,
    string FileName,
    DateTime UploadedAt,
    bool ByMe
);
