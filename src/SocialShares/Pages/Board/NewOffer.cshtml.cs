using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Draft an offer.</summary>
public sealed class NewOfferModel(IMediator mediator, TimeProvider clock) : BoardPage("offers", mediator, clock)
{
    [BindProperty]
    public OfferForm Form { get; set; } = new();

    /// <summary>What the offer sells: <c>bonds</c>, or shares where nothing else is said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public async Task OnGet()
    {
        Form = OfferForm.Blank(Enterprise, Kind == "bonds");
        await Show();
        Form.RulePack = Form.Rules!.All.Count > 0 ? Form.Rules.All[0].Id : null;
    }

    public async Task<IActionResult> OnPost()
    {
        await Show();
        var known = Form.Chosen;
        Form.RequireStory(ModelState);
        var terms = Form.Terms(ModelState);
        var tranches = Form.Tranches(ModelState, Currency, terms);
        if (Form.IsOfBonds)
            known = null;
        var newClass = known is null && !Form.IsOfBonds ? Form.Class(ModelState, Currency) : null;
        Form.Bond.WithEmptyRows();
        Form.Who.WithEmptyRows();
        if (!ModelState.IsValid)
            return Page();
        var drafted = await Try(
            new DraftOffer(
                Key,
                EnterpriseId,
                known,
                newClass,
                tranches,
                Form.Title ?? "",
                Form.Purpose ?? "",
                terms,
                Form.RulePack
            ),
            Form.FieldsTyped
        );
        return drafted is null ? Page() : Done(BoardTexts.draft_saved, $"{Root}/offers/{drafted.Id}");
    }

    private async Task Show()
    {
        Form.Of = Enterprise;
        Form.Rules = RuleChoices.Of(await Ask(new ListRulePacks()), Enterprise.Profile.Country, Form.IsOfBonds);
    }
}
