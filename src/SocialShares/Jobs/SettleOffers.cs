using MediatR;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Jobs;

/// <summary>Allots or refunds closed offers once nothing of them is pending.</summary>
public sealed class SettleOffers(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var settled = 0;
        foreach (var offer in await mediator.Send(new ListOffersToSettle(), ct))
        {
            // A scope for each, so that one large offer does not weigh on the next.
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeMachine(nameof(SettleOffers));
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SettleOffer(offer), ct);
            settled += result.Settled ? 1 : 0;
        }
        return settled == 0 ? "" : $"{settled} settled";
    }
}
