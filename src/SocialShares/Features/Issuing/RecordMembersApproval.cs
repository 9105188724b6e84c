using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Record that the members approved my draft, with the minutes (PDF, at most 5 MB): needed for an offer within a year of the
/// last of its class, or above every earlier maximum.
/// </summary>
public sealed record RecordMembersApproval(
    Guid Key,
    OfferId OfferId,
    DateOnly ApprovedOn,
    string FileName,
    byte[] Content
) : ICommand<ApprovalRecorded>, IKeyed, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/members-approval", Post)
            .WithTags("Offers")
            .Accepts<byte[]>("application/pdf")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="RecordMembersApproval"/>
    public static async Task<ApprovalRecorded> Post(
        OfferId offerId,
        DateOnly approvedOn,
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
        await access.Require(new RecordMembersApproval(key.Value, offerId, approvedOn, "", []), ct);
        var content = await UploadOfferDocument.Read(http.Body, ct);
        var name = fileName ?? "minutes.pdf";
        return await mediator.Send(new RecordMembersApproval(key.Value, offerId, approvedOn, name, content), ct);
    }

    public sealed class Rules : AbstractValidator<RecordMembersApproval>
    {
        public Rules()
        {
            RuleFor(r => r.FileName).Line(1, 200);
            RuleFor(r => r.ApprovedOn).Day();
            RuleFor(r => r.Content).Pdf();
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<RecordMembersApproval, ApprovalRecorded>
    {
        public async Task<ApprovalRecorded> Handle(RecordMembersApproval r, CancellationToken ct)
        {
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            if (offer.State != OfferState.Draft)
                throw new Refused("offer.not-draft");
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(r.Content));
            var minutes = new ApprovalMinutes(Path.GetFileName(r.FileName), r.Content, sha256);
            var today = LegalDay.Of(by.At, offer.TimeZone);
            var approval = new MembersApproval(DocumentId.From(r.Key), offer.Id, r.ApprovedOn, minutes, by, today);
            db.MembersApprovals.Add(approval);
            return new ApprovalRecorded(approval.Id, approval.ApprovedOn, sha256);
        }
    }
}

/// <summary>The approval is recorded.</summary>
public sealed record ApprovalRecorded(DocumentId Id, DateOnly ApprovedOn, string Sha256);

/// <summary>Read the members' approvals that were recorded with an offer, the newest first.</summary>
public sealed record ListMembersApprovals(OfferId OfferId)
    : IQuery<IReadOnlyList<ApprovalShown>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/members-approval", Get).WithTags("Offers");

    /// <inheritdoc cref="ListMembersApprovals"/>
    public static Task<IReadOnlyList<ApprovalShown>> Get(OfferId offerId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListMembersApprovals(offerId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListMembersApprovals, IReadOnlyList<ApprovalShown>>
    {
        public async Task<IReadOnlyList<ApprovalShown>> Handle(ListMembersApprovals r, CancellationToken ct) =>
            await db
                .MembersApprovals.Where(a => a.OfferId == r.OfferId)
                .OrderByDescending(a => a.RecordedAt)
                .Select(a => new ApprovalShown(a.Id, a.ApprovedOn, a.FileName, a.RecordedByName, a.RecordedAt))
                .ToListAsync(ct);
    }
}

/// <summary>A members' approval.</summary>
/// <param name="Id">Identity.</param>
/// <param name="ApprovedOn">Day of the decision.</param>
/// <param name="FileName">The minutes.</param>
/// <param name="RecordedBy">Name of the board member.</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record ApprovalShown(
    DocumentId Id,
    DateOnly ApprovedOn,
    string FileName,
    string RecordedBy,
    DateTime RecordedAt
);
