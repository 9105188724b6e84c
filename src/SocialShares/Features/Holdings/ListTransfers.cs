using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>List transfers of my enterprise's shares and bonds, those that wait first.</summary>
public sealed record ListTransfers(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<TransferRow>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/transfers", Get).WithTags("Transfers");

    /// <inheritdoc cref="ListTransfers"/>
    public static Task<IReadOnlyList<TransferRow>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListTransfers(enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListTransfers, IReadOnlyList<TransferRow>>
    {
        private const int Most = 200;

        public async Task<IReadOnlyList<TransferRow>> Handle(ListTransfers r, CancellationToken ct)
        {
            var all = await TransferRows
                .Of(db, db.Transfers.Where(t => t.EnterpriseId == r.EnterpriseId))
                .OrderByDescending(t => t.AskedAt)
                .Take(Most)
                .ToListAsync(ct);
            return [.. all.OrderBy(t => t.State > TransferState.Accepted)];
        }
    }
}

/// <summary>List the transfers that boards recorded and that an administrator may confirm after seeing evidence.</summary>
public sealed record ListTransfersToConfirm : IQuery<IReadOnlyList<TransferRow>>, IAllow<Administrator>
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/transfers/to-confirm", Get).WithTags("Transfers");

    /// <inheritdoc cref="ListTransfersToConfirm"/>
    public static Task<IReadOnlyList<TransferRow>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListTransfersToConfirm(), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListTransfersToConfirm, IReadOnlyList<TransferRow>>
    {
        public async Task<IReadOnlyList<TransferRow>> Handle(ListTransfersToConfirm r, CancellationToken ct) =>
            await TransferRows
                .Of(db, db.Transfers.Where(t => t.State == TransferState.Recorded))
                .OrderBy(t => t.AskedAt)
                .Take(Most)
                .ToListAsync(ct);
    }
}
