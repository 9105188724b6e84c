using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Holdings;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Record that a holder has died.</summary>
public sealed class DeathModel(IMediator mediator, TimeProvider clock) : BoardPage("requests", mediator, clock)
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? DiedOn { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    public async Task<IActionResult> OnPost()
    {
        var number = ModelState.Whole(nameof(Number), Number);
        var day = ModelState.Day(nameof(DiedOn), DiedOn);
        if (ModelState.IsValid)
            await Try(new RecordDeath(Key, EnterpriseId, number, day, Evidence ?? ""));
        return ModelState.IsValid ? Done(BoardTexts.death_done, $"{Root}/requests#deaths") : Page();
    }
}
