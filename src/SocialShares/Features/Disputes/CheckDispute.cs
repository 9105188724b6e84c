using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Disputes;

/// <summary>Asks the provider where a dispute stands, after an event hinted at news, and takes it in.</summary>
public sealed record CheckDispute(string ProviderDispute) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(IMediator mediator, IPayments payments) : IRequestHandler<CheckDispute, Unit>
    {
        public async Task<Unit> Handle(CheckDispute r, CancellationToken ct)
        {
            await mediator.Send(new RecordDispute(await payments.ReadDispute(r.ProviderDispute, ct)), ct);
            return Unit.Value;
        }
    }
}

/// <summary>
/// Looks for disputes without any event: those that began since the newest that is known, and news of those that are not over;
/// sent by a job, so that a lost event loses nothing.
/// </summary>
public sealed record FindDisputes : IDelivery, IAllow<Machine>
{
    // The provider's clock is not ours, and an event may be on its way.
    private const int DaysBack = 3;

    // A lost dispute can be won in the end; nobody waits longer than this.
    private const int DaysAfterLoss = 180;

    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments, TimeProvider clock)
        : IRequestHandler<FindDisputes, Unit>
    {
        public async Task<Unit> Handle(FindDisputes request, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var newest = await db.Disputes.MaxAsync(d => (DateTime?)d.OpenedAt, ct);
            var since = newest?.AddDays(-DaysBack) ?? DateTime.UnixEpoch;
            var recent = now.AddDays(-DaysAfterLoss);
            var unsettled = await db
                .Disputes.Where(d =>
                    DisputeStates.Open.Contains(d.State) || (d.State == DisputeState.Lost && d.OpenedAt > recent)
                )
                .Select(d => d.ProviderDispute)
                .ToListAsync(ct);
            foreach (var dispute in (await payments.ListDisputes(since, ct)).Union(unsettled))
                await mediator.Send(new CheckDispute(dispute), ct);
            return Unit.Value;
        }
    }
}
