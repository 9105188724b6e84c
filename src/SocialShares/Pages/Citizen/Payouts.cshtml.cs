using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>Question 3 of 4: where interest goes, if there is any.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class PayoutsModel(IMediator mediator) : PayoutPage(mediator)
{
    // the rules of the offer ask for steps before the check page
    private bool asksMore;

    public ApplicationShown Application { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        await Load(id);
        if (Application.State != ApplicationState.Started)
            return Redirect($"/applications/{id}");
        Known(Application.Payout.Destination, Application.Payout.Iban);
        Iban = Application.Payout.Iban is { } iban ? Look.Shown.Iban(iban) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        await Load(id);
        if (!TryChoice(out var choice))
            return Page();
        await Try(new AnswerApplication(id, null, null, choice));
        return ModelState.IsValid ? Redirect($"/applications/{id}/{(asksMore ? "suitability" : "check")}") : Page();
    }

    private async Task Load(ApplicationId id)
    {
        MayWait = true;
        Application = await Ask(new ReadApplication(id));
        HasBonds = Application.Offer.IsOfBonds;
        HasShares = !HasBonds;
        var offer = await Ask(new ReadOffer(Application.Offer.Slug));
        MayReinvest = offer.ShareClass?.HolderMayReinvest ?? false;
        asksMore = offer.Rules.AsksSuitability;
    }
}
