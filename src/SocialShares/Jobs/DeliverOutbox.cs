using MediatR;
using SocialShares.Data;

namespace SocialShares.Jobs;

/// <summary>Delivers what is due in the outbox: the net beneath the loop that is woken by each command.</summary>
public sealed class DeliverOutbox(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var delivery = services.GetRequiredService<OutboxDelivery>();
        var (delivered, failed) = await delivery.DeliverDue(ct);
        return delivered + failed == 0 ? "" : $"{delivered} delivered, {failed} failed";
    }
}
