using MediatR;
using SocialShares.Features.Issuing;

namespace SocialShares.Pages.Board;

/// <summary>All offers of the enterprise.</summary>
public sealed class OffersModel(IMediator mediator, TimeProvider clock) : BoardPage("offers", mediator, clock)
{
    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];

    public async Task OnGet() => Offers = await Ask(new ListOffersOfEnterprise(EnterpriseId));
}
