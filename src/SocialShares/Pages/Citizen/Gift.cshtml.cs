using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Look;

namespace SocialShares.Pages.Citizen;

/// <summary>Question 2 of 4, where it is a gift: for whom. The receiver answers who stands in the register.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class GiftModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty]
    public string? ReceiverName { get; set; }

    [BindProperty]
    public string? ReceiverEmail { get; set; }

    [BindProperty]
    public string? GiverName { get; set; }

    [BindProperty]
    public string? Message { get; set; }

    public ApplicationShown Application { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        Application = await Ask(new ReadApplication(id));
        if (Application.State != ApplicationState.Started)
            return Redirect($"/applications/{id}");
        var known = Application.Gift;
        (ReceiverName, ReceiverEmail, Message) = (known?.ReceiverName, known?.ReceiverEmail, known?.Message);
        GiverName = known?.GiverName ?? Navigation.NameOf(User);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        Application = await Ask(new ReadApplication(id));
        var words = new GiftWords(
            ReceiverName?.Trim() ?? "",
            ReceiverEmail?.Trim() ?? "",
            GiverName?.Trim() ?? "",
            Message?.Trim() ?? ""
        );
        await Try(new GiveUnits(id, words), ("amountMinor", ""));
        return ModelState.IsValid ? Redirect($"/applications/{id}/check") : Page();
    }
}
