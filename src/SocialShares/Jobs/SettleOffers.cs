using MediatR;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Jobs;

/// <summary>Allots or refunds closed offers once nothing of them is pending, and issues what is confirmed of open ones, and parts that were paid later.</summary>
public sealed class SettleOffers(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var settled = 0;
        await Each.Do(
            services,
            nameof(SettleOffers),
            await mediator.Send(new ListOffersToSettle(), ct),
            async (own, offer) =>
            {
                await own.Send(new KeepQuota(offer), ct);
                settled += (await own.Send(new SettleOffer(offer), ct)).Settled ? 1 : 0;
            }
        );
        await Each.Do(
            services,
            nameof(SettleOffers),
            await mediator.Send(new ListOpenOffersToIssue(), ct),
            async (own, offer) =>
            {
                await own.Send(new KeepQuota(offer), ct);
                settled += (await own.Send(new IssueOpenOffer(offer), ct)).Settled ? 1 : 0;
            }
        );
        await Each.Do(
            services,
            nameof(SettleOffers),
            await mediator.Send(new ListInstalmentsToIssue(), ct),
            async (own, offer) => settled += (await own.Send(new IssueInstalments(offer), ct)).Settled ? 1 : 0
        );
        return settled == 0 ? "" : $"{settled} settled";
    }
}
