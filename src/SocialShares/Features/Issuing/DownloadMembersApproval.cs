using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Download the minutes in which the members approved an offer.</summary>
public sealed record DownloadMembersApproval(OfferId OfferId, DocumentId Id)
    : IQuery<MembersApproval>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/members-approval/{id}", Get).WithTags("Offers");

    /// <inheritdoc cref="DownloadMembersApproval"/>
    public static async Task<IResult> Get(OfferId offerId, DocumentId id, IMediator mediator, CancellationToken ct)
    {
        var approval = await mediator.Send(new DownloadMembersApproval(offerId, id), ct);
        return Results.File(approval.Content, "application/pdf", approval.FileName);
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<DownloadMembersApproval, MembersApproval>
    {
        public async Task<MembersApproval> Handle(DownloadMembersApproval r, CancellationToken ct) =>
            await db
                .MembersApprovals.AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == r.Id && a.OfferId == r.OfferId, ct)
            ?? throw new NotThere("document");
    }
}
