using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Add the offer document (PDF, at most 5 MB) to my draft; a new upload is a new version. Once the offer is approved, a new
/// version waits until an administrator publishes it.
/// </summary>
public sealed record UploadOfferDocument(Guid Key, OfferId OfferId, string FileName, byte[] Content)
    : ICommand<DocumentStored>,
        IKeyed,
        IAllow<Board>,
        IOfOffer
{
    public const int LargestBytes = 5 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/documents", Post)
            .WithTags("Offers")
            .Accepts<byte[]>("application/pdf")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="UploadOfferDocument"/>
    public static async Task<DocumentStored> Post(
        OfferId offerId,
        string? fileName,
        HttpRequest http,
        IdempotencyKey key,
        Access access,
        IMediator mediator,
        CancellationToken ct
    )
    {
        if (http.ContentType?.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase) != true)
            throw new Malformed("document", "document.not-pdf");
        // Before five megabytes are read into memory for somebody who may not send them.
        await access.Require(new UploadOfferDocument(key.Value, offerId, "", []), ct);
        var content = await Read(http.Body, ct);
        return await mediator.Send(new UploadOfferDocument(key.Value, offerId, fileName ?? "offer.pdf", content), ct);
    }

    /// <summary>Reads at most one byte more than is allowed, so that a huge upload fills no memory.</summary>
    public static async Task<byte[]> Read(Stream body, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (memory.Length <= LargestBytes && (read = await body.ReadAsync(buffer, ct)) > 0)
            memory.Write(buffer, 0, read);
        return memory.ToArray();
    }

    public sealed class Rules : AbstractValidator<UploadOfferDocument>
    {
        public Rules()
        {
            RuleFor(r => r.FileName).Line(1, 200);
            RuleFor(r => r.Content).Pdf();
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<UploadOfferDocument, DocumentStored>
    {
        public async Task<DocumentStored> Handle(UploadOfferDocument r, CancellationToken ct)
        {
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            var isDraft = offer.State == OfferState.Draft;
            if (offer.State == OfferState.InReview)
                throw new Refused("offer.not-draft");
            if (!isDraft)
                offer.RequireDocumentMayChange();
            if (await db.OfferDocuments.AnyAsync(d => d.OfferId == r.OfferId && d.AwaitsReview, ct))
                throw new Refused("offer.document-waiting") { Field = "document" };
            var version = await db.OfferDocuments.CountAsync(d => d.OfferId == r.OfferId, ct) + 1;
            var document = new OfferDocument
            {
                Id = DocumentId.From(r.Key),
                OfferId = r.OfferId,
                Version = version,
                FileName = Path.GetFileName(r.FileName),
                Content = r.Content,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(r.Content)),
                UploadedAt = clock.GetUtcNow().UtcDateTime,
                UploadedBy = caller.Person,
                AwaitsReview = !isDraft,
            };
            db.OfferDocuments.Add(document);
            return new DocumentStored(document.Id, version, document.Sha256, document.AwaitsReview);
        }
    }
}

/// <summary>The document is stored.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Counts from 1 within the offer.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
/// <param name="AwaitsReview">It is in force only once an administrator has published it.</param>
public sealed record DocumentStored(DocumentId Id, int Version, string Sha256, bool AwaitsReview);
