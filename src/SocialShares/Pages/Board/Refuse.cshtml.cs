using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Refuse an application for an offer of this enterprise, with a reason that the applicant reads.</summary>
public sealed class RefuseModel(IMediator mediator, TimeProvider clock) : BoardPage("offers", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid ApplicationId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ApplicationLine Line { get; private set; } = null!;

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPost()
    {
        await Read();
        await Try(new RejectApplication(Line.Id, Reason ?? ""));
        return ModelState.IsValid ? Done(BoardTexts.reject_done, $"{Root}/offers") : Page();
    }

    // Of this enterprise: a board may not reach another's through its own address.
    private async Task Read()
    {
        Line = await Ask(new ReadApplicationLine(new ApplicationId(ApplicationId)));
        if (Line.EnterpriseName != Enterprise.Profile.Name)
            throw new NotThere("application");
    }
}
