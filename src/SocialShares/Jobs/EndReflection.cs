using MediatR;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Jobs;

/// <summary>Confirms applications whose reflection period is over.</summary>
public sealed class EndReflection(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var (all, batch) = (0, 0);
        do
        {
            batch = await mediator.Send(new ConfirmApplications(), ct);
            all += batch;
        } while (batch > 0);
        return all == 0 ? "" : $"{all} confirmed";
    }
}
