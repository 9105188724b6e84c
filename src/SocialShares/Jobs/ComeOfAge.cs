using MediatR;
using SocialShares.Data;
using SocialShares.Features.Register;

namespace SocialShares.Jobs;

/// <summary>Tells guardians of children who have come of age that the holding may be handed over.</summary>
public sealed class ComeOfAge(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var (told, batch) = (0, 0);
        while ((batch = await mediator.Send(new TellOfAge(), ct)) > 0)
            told += batch;
        return told == 0 ? "" : $"{told} guardians told";
    }
}
