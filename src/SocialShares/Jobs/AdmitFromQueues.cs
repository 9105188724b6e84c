using MediatR;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Jobs;

/// <summary>Admits those who wait for a resident quota as soon as there is room, and ends the waiting for offers that closed.</summary>
public sealed class AdmitFromQueues(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var ended = await mediator.Send(new EndQueues(), ct);
        var admitted = 0;
        await Each.Do(
            services,
            nameof(AdmitFromQueues),
            await mediator.Send(new ListQueues(), ct),
            async (m, enterprise) => admitted += await m.Send(new AdmitWaiting(enterprise), ct)
        );
        return ended + admitted == 0 ? "" : $"{admitted} admitted, {ended} told that the offer closed";
    }
}
