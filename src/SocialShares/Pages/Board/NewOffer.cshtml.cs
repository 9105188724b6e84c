using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Draft an offer.</summary>
public sealed class NewOfferModel(IMediator mediator, TimeProvider clock) : BoardPage("offers", mediator, clock)
{
    [BindProperty]
    public OfferForm Form { get; set; } = new();

    public void OnGet()
    {
        Form = OfferForm.Blank(Enterprise);
        Form.Of = Enterprise;
    }

    public async Task<IActionResult> OnPost()
    {
        Form.Of = Enterprise;
        var known = Form.Chosen;
        Form.RequireStory(ModelState);
        var terms = Form.Terms(ModelState);
        var newClass = known is null ? Form.Class(ModelState, Currency) : null;
        if (!ModelState.IsValid)
            return Page();
        var drafted = await Try(
            new DraftOffer(Key, EnterpriseId, known, newClass, null, Form.Title ?? "", Form.Purpose ?? "", terms),
            OfferForm.Fields
        );
        return drafted is null ? Page() : Done(BoardTexts.draft_saved, $"{Root}/offers/{drafted.Id}");
    }
}
