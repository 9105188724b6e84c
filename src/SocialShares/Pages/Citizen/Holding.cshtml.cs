using MediatR;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>One holding in full: certificates, where payments go, and its book year by year.</summary>
[SignedInOnly]
public sealed class HoldingModel(IMediator mediator) : SharesPage(mediator)
{
    public HoldingRead Holding { get; private set; } = null!;

    public async Task OnGetAsync(MemberId memberId) => Holding = await Ask(new ReadHolding(memberId));
}
