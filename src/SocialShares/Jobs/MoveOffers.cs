using MediatR;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Jobs;

/// <summary>Opens offers on their first day and closes them after their last.</summary>
public sealed class MoveOffers(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var moved = await mediator.Send(new MoveOffersOn(), ct);
        return moved is { Opened: 0, Closed: 0 } ? "" : $"{moved.Opened} opened, {moved.Closed} closed";
    }
}
