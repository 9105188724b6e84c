using MediatR;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Jobs;

/// <summary>Asks the provider about payments that are overdue and refunds that wait, so that a lost event loses nothing.</summary>
public sealed class CheckPayments(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var payments = await mediator.Send(new CheckOverduePayments(), ct);
        var refunds = await mediator.Send(new CheckWaitingRefunds(), ct);
        return payments + refunds == 0 ? "" : $"{payments} payments, {refunds} refunds";
    }
}
