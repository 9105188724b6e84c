using MediatR;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Jobs;

/// <summary>Reminds whoever pays in parts, and stops payments that did not come.</summary>
public sealed class CareForInstalments(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var (reminded, stopped) = (0, 0);
        await Each.Do(
            services,
            nameof(CareForInstalments),
            await mediator.Send(new ListInstalmentsDue(), ct),
            async (own, application) =>
            {
                var care = await own.Send(new CareForInstalment(application), ct);
                reminded += care == InstalmentCare.Reminded ? 1 : 0;
                stopped += care == InstalmentCare.Stopped ? 1 : 0;
            }
        );
        return reminded + stopped == 0 ? "" : $"{reminded} reminded, {stopped} stopped";
    }
}
