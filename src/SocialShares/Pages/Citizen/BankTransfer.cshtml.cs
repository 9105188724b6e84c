using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Banking;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>How to pay by bank transfer: to whom, how much, with which reference, by when.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class BankTransferModel(IMediator mediator, BankSettings bank, TimeProvider clock) : SharesPage(mediator)
{
    public ApplicationShown Shown { get; private set; } = null!;

    /// <summary>The transfer that was chosen; null: the page asks.</summary>
    public BankTransferShown? Transfer => Shown.Transfer;

    /// <summary>By when the money would have to come if it was chosen now.</summary>
    public DateOnly DueOn { get; private set; }

    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        await Load(id);
        var awaits = Shown.State == ApplicationState.AwaitingPayment;
        return awaits && (Transfer is not null || Shown.MayPayByTransfer) ? Page() : Redirect($"/applications/{id}");
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        await Try(new ChooseBankTransfer(id));
        if (ModelState.IsValid)
            return Redirect($"/applications/{id}/bank-transfer");
        await Load(id);
        return Page();
    }

    private async Task Load(ApplicationId id)
    {
        Shown = await Ask(new ReadApplication(id));
        var due = ReadersDay.Of(clock.GetUtcNow().UtcDateTime).AddDays(bank.DaysToPay);
        DueOn = Shown is { InstalmentOf: null, Offer.ClosesOn: { } last } && last < due ? last : due;
    }
}
