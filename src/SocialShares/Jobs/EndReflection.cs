using MediatR;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Jobs;

/// <summary>Confirms applications whose reflection period is over, and gives back gifts that nobody accepted in time.</summary>
public sealed class EndReflection(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var (all, lapsed, batch) = (0, 0, 0);
        do
        {
            batch = await mediator.Send(new ConfirmApplications(), ct);
            all += batch;
        } while (batch > 0);
        while ((batch = await mediator.Send(new LapseGifts(), ct)) > 0)
            lapsed += batch;
        return all + lapsed == 0 ? "" : $"{all} confirmed, {lapsed} gifts lapsed";
    }
}
