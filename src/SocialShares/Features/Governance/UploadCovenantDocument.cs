using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>Upload a document (PDF, at most 5 MB) that shows how my enterprise keeps a covenant; everyone can read it.</summary>
public sealed record UploadCovenantDocument(Guid Key, EnterpriseId EnterpriseId, string FileName, byte[] Content)
    : ICommand<CovenantDocumentStored>,
        IKeyed,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/covenant-documents", Post)
            .WithTags("Covenants")
            .Accepts<byte[]>("application/pdf")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="UploadCovenantDocument"/>
    public static async Task<CovenantDocumentStored> Post(
        EnterpriseId enterpriseId,
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
        await access.Require(new UploadCovenantDocument(key.Value, enterpriseId, "", []), ct);
        var content = await UploadOfferDocument.Read(http.Body, ct);
        return await mediator.Send(
            new UploadCovenantDocument(key.Value, enterpriseId, fileName ?? "evidence.pdf", content),
            ct
        );
    }

    public sealed class Rules : AbstractValidator<UploadCovenantDocument>
    {
        public Rules()
        {
            RuleFor(r => r.FileName).Line(1, 200);
            RuleFor(r => r.Content)
                .Must(c => c.Length <= UploadOfferDocument.LargestBytes)
                .WithErrorCode("document.too-large")
                .WithMessage(_ => RefusalText.Of("document.too-large"))
                .Must(c => c.AsSpan().StartsWith("%PDF-"u8))
                .WithErrorCode("document.not-pdf")
                .WithMessage(_ => RefusalText.Of("document.not-pdf"))
                .OverridePropertyName("document");
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<UploadCovenantDocument, CovenantDocumentStored>
    {
        public Task<CovenantDocumentStored> Handle(UploadCovenantDocument r, CancellationToken ct)
        {
            var document = new CovenantDocument
            {
                Id = DocumentId.From(r.Key),
                EnterpriseId = r.EnterpriseId,
                FileName = Path.GetFileName(r.FileName),
                Content = r.Content,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(r.Content)),
                UploadedAt = clock.GetUtcNow().UtcDateTime,
                UploadedBy = caller.Person,
            };
            db.CovenantDocuments.Add(document);
            return Task.FromResult(new CovenantDocumentStored(document.Id, document.Sha256));
        }
    }
}

/// <summary>The document is stored and can be named as evidence.</summary>
public sealed record CovenantDocumentStored(DocumentId Id, string Sha256);

/// <summary>Read a document that an enterprise shows as evidence for a covenant.</summary>
public sealed record DownloadCovenantDocument(EnterpriseId EnterpriseId, DocumentId DocumentId)
    : IQuery<CovenantDocument>,
        IAllow<Anyone>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/covenant-documents/{documentId}", Get).WithTags("Covenants");

    /// <inheritdoc cref="DownloadCovenantDocument"/>
    public static async Task<IResult> Get(
        EnterpriseId enterpriseId,
        DocumentId documentId,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var document = await mediator.Send(new DownloadCovenantDocument(enterpriseId, documentId), ct);
        return Results.File(
            document.Content,
            "application/pdf",
            document.FileName,
            entityTag: new EntityTagHeaderValue($"\"{document.Sha256}\"")
        );
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<DownloadCovenantDocument, CovenantDocument>
    {
        public async Task<CovenantDocument> Handle(DownloadCovenantDocument r, CancellationToken ct) =>
            await db
                .CovenantDocuments.AsNoTracking()
                .Where(d => d.Id == r.DocumentId && d.EnterpriseId == r.EnterpriseId)
                .Where(d => db.CovenantEvidence.Any(e => e.DocumentId == d.Id))
                .SingleOrDefaultAsync(ct)
            ?? throw new NotThere("document");
    }
}
