using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Disputes;

/// <summary>List disputes about payments: first those that wait for an answer, by its deadline, then the newest.</summary>
/// <param name="WaitingOnly">Only those about which somebody must do something.</param>
public sealed record ListDisputes(bool WaitingOnly) : IQuery<IReadOnlyList<DisputeShown>>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/disputes", Get).WithTags("Disputes");

    /// <inheritdoc cref="ListDisputes"/>
    public static Task<IReadOnlyList<DisputeShown>> Get(bool? waitingOnly, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListDisputes(waitingOnly ?? false), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListDisputes, IReadOnlyList<DisputeShown>>
    {
        public async Task<IReadOnlyList<DisputeShown>> Handle(ListDisputes r, CancellationToken ct)
        {
            var all = db.Disputes.AsNoTracking();
            var disputes = await (r.WaitingOnly ? all.Waiting() : all)
                // The deadline is there as long as an answer is awaited.
                .OrderBy(d => d.AnswerBy == null || d.AnsweredAt != null)
                .ThenBy(d => d.AnswerBy)
                .ThenByDescending(d => d.OpenedAt)
                .Take(200)
                .ToListAsync(ct);
            return await DisputesRead.Shown(db, disputes, ct);
        }
    }
}

/// <summary>Read one dispute: what the bank says, what moved, what it did to application and units.</summary>
public sealed record ReadDispute(DisputeId DisputeId) : IQuery<DisputeShown>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/disputes/{disputeId}", Get).WithTags("Disputes");

    /// <inheritdoc cref="ReadDispute"/>
    public static Task<DisputeShown> Get(DisputeId disputeId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadDispute(disputeId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadDispute, DisputeShown>
    {
        public async Task<DisputeShown> Handle(ReadDispute r, CancellationToken ct)
        {
            var dispute =
                await db.Disputes.AsNoTracking().SingleOrDefaultAsync(d => d.Id == r.DisputeId, ct)
                ?? throw new NotThere("dispute");
            return (await DisputesRead.Shown(db, [dispute], ct))[0];
        }
    }
}
