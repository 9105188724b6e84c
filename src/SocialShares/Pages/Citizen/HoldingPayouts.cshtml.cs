using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Register;

namespace SocialShares.Pages.Citizen;

/// <summary>Where the payments of a holding go from now on.</summary>
[SignedInOnly]
public sealed class HoldingPayoutsModel(IMediator mediator) : PayoutPage(mediator)
{
    public HoldingCard Card { get; private set; } = null!;

    public async Task OnGetAsync(MemberId memberId)
    {
        await Load(memberId);
        Destination = $"{Card.Destination}";
    }

    public async Task<IActionResult> OnPostAsync(MemberId memberId)
    {
        await Load(memberId);
        if (!TryChoice(out var choice))
            return Page();
        await Try(new ChoosePayout(memberId, choice.Destination, choice.Iban));
        return ModelState.IsValid ? Redirect($"/holdings/{memberId}") : Page();
    }

    private async Task Load(MemberId memberId)
    {
        Card = (await Ask(new ReadHolding(memberId))).Card;
        (MayReinvest, KnownEnd) = (Card.MayReinvest, Card.IbanLastFour);
        (HasBonds, HasShares) = (Card.Bonds.Count > 0, Card.Units > 0 || Card.Bonds.Count == 0);
    }
}
