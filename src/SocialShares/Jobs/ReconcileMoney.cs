using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Reconciling;

namespace SocialShares.Jobs;

/// <summary>Compares each night the movements of the balance at the provider with the journal; what differs waits for a person.</summary>
public sealed class ReconcileMoney(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new Reconcile(""), ct);
        var last = await services
            .GetRequiredService<SharesDb>()
            .Reconciliations.AsNoTracking()
            .OrderByDescending(r => r.StartedAt)
            .FirstAsync(ct);
        return $"{last.TakenIn} movements taken in, {last.Matched} agree, {last.StillOpen} differences open";
    }
}
