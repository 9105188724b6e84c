using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Banking;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>To which account money goes back that cannot go back the way it came.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class RefundAccountModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty]
    public string? Iban { get; set; }

    public ApplicationShown Shown { get; private set; } = null!;

    /// <summary>What waits for an account, minor units.</summary>
    public long Minor => Shown.BankRefunds.Where(r => r.State == BankOrderState.NeedsAccount).Sum(r => r.AmountMinor);

    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        Shown = await Ask(new ReadApplication(id));
        return Minor > 0 ? Page() : Redirect($"/applications/{id}");
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        await Try(new NameRefundAccount(id, Iban ?? ""));
        if (ModelState.IsValid)
            return Redirect($"/applications/{id}");
        Shown = await Ask(new ReadApplication(id));
        return Page();
    }
}
