using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Pages.Board;

/// <summary>A page about one offer of the board's own enterprise.</summary>
public abstract class OfferPage(IMediator mediator, TimeProvider clock) : BoardPage("offers", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid OfferId { get; set; }

    public OfferShown Offer { get; private set; } = null!;

    /// <summary>The page of the offer.</summary>
    public string OfferRoot => $"{Root}/offers/{OfferId}";

    // An offer of another enterprise is not on this board, even where the public may read it.
    protected async Task ReadOffer()
    {
        Offer = await Ask(new ReadOffer(OfferId.ToString()));
        if (Offer.Enterprise.Id != EnterpriseId)
            throw new NotThere("offer");
    }
}
