using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>The enterprise's bank account, its account at the payment provider, and its board.</summary>
[EnableRateLimiting(Limits.Deciding)]
public sealed class SettingsModel(IMediator mediator, TimeProvider clock, OutboxDelivery delivery)
    : BoardPage("settings", mediator, clock)
{
    [BindProperty]
    public string? Iban { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public bool IsResident { get; set; }

    public async Task<IActionResult> OnPostBank()
    {
        await Try(new UseBankAccount(EnterpriseId, Iban ?? ""));
        return ModelState.IsValid ? Done(BoardTexts.bank_saved, $"{Root}/settings#bank") : Page();
    }

    /// <summary>Opens the account. The person waits for it, so the order is delivered at once.</summary>
    public async Task<IActionResult> OnPostConnect()
    {
        var ordered = await Try(new ConnectPaymentAccount(EnterpriseId));
        if (ordered is null)
            return Page();
        var opened = await delivery.Deliver(ordered.OutboxRow, HttpContext.RequestAborted);
        return Done(
            opened == true ? BoardTexts.payments_opened : BoardTexts.payments_ordered,
            $"{Root}/settings#payments"
        );
    }

    /// <summary>On to the provider's page: by a link, because a form may not lead to another site.</summary>
    public async Task<IActionResult> OnGetOnboarding()
    {
        var started = await Try(new StartOnboarding(EnterpriseId));
        return started is null ? Page() : Redirect(started.Page.ToString());
    }

    public async Task<IActionResult> OnPostSeat()
    {
        await Try(new SeatBoardMember(EnterpriseId, Email?.Trim() ?? "", Office ?? "", IsResident));
        return ModelState.IsValid ? Done(BoardTexts.seat_done, $"{Root}/settings#board") : Page();
    }

    /// <summary>Ends the person's own office; these pages are closed to them from then on.</summary>
    public async Task<IActionResult> OnPostLeave()
    {
        await Try(new LeaveBoard(EnterpriseId));
        return ModelState.IsValid ? Redirect("/board") : Page();
    }
}
