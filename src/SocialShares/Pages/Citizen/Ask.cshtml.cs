using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Community;
using SocialShares.Features.Issuing;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>A person asks the board of an offer something.</summary>
[EnableRateLimiting(Limits.Writing)]
public sealed class AskModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty]
    public string? Text { get; set; }

    public OfferShown Offer { get; private set; } = null!;

    public async Task OnGetAsync(string slug)
    {
        // Asked before anything is typed: who is not signed in goes there first and comes back.
        await Ask(new ReadMe());
        Offer = await Ask(new ReadOffer(slug));
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        Offer = await Ask(new ReadOffer(slug));
        await Try(new AskQuestion(Key, Offer.Id, Text ?? ""));
        return ModelState.IsValid ? Redirect($"/offers/{Offer.Slug}#questions") : Page();
    }
}
