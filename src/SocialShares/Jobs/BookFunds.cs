using MediatR;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Jobs;

/// <summary>Books money that the provider lets the platform use by now, and money put into its balance or paid out of it.</summary>
public sealed class BookFunds(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var (all, batch) = (0, 0);
        do
        {
            batch = await mediator.Send(new BookAvailableFunds(), ct);
            all += batch;
        } while (batch > 0);
        // Last, because it asks the provider, who may not answer: what we know already is booked by now.
        await mediator.Send(new FindOwnMoney(), ct);
        return all == 0 ? "" : $"{all} payments available";
    }
}
