using MediatR;
using SocialShares.Data;
using SocialShares.Features.Disputes;

namespace SocialShares.Jobs;

/// <summary>Asks the provider about disputed payments, so that a lost event loses nothing.</summary>
public sealed class CheckDisputes(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new FindDisputes(), ct);
        return "";
    }
}
