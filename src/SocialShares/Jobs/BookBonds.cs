using MediatR;
using SocialShares.Data;
using SocialShares.Features.Bonds;

namespace SocialShares.Jobs;

/// <summary>Books the ends of interest periods of bonds that have come.</summary>
public sealed class BookBonds(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var ended = 0;
        await Each.Do(
            services,
            nameof(BookBonds),
            await mediator.Send(new ListSeriesToBook(), ct),
            async (own, series) => ended += (await own.Send(new BookPeriodEnds(series), ct)).Ended
        );
        return ended == 0 ? "" : $"{ended} periods ended";
    }
}
