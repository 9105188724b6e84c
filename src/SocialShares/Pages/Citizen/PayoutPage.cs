using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>Where interest goes: asked while applying, and changed later for a holding.</summary>
public abstract class PayoutPage(IMediator mediator) : SharesPage(mediator)
{
    /// <summary>The choice to say it later: a bank choice without an account.</summary>
    public const string Later = "later";

    [BindProperty]
    public string? Destination { get; set; }

    /// <summary>As it was typed, with or without spaces.</summary>
    [BindProperty]
    public string? Iban { get; set; }

    /// <summary>Does the class allow interest to become new shares?</summary>
    public bool MayReinvest { get; protected set; }

    /// <summary>While applying it may be said later; a holding always has a choice already.</summary>
    public bool MayWait { get; protected set; }

    /// <summary>The last four characters of the account that is known; never more of it.</summary>
    public string? KnownEnd { get; protected set; }

    /// <summary>What was chosen; says at the field what is missing.</summary>
    protected bool TryChoice(out PayoutChoice choice)
    {
        var waits = MayWait && Destination == Later;
        var reinvests = MayReinvest && Destination == nameof(PayoutDestination.Reinvest);
        choice = new PayoutChoice(reinvests ? PayoutDestination.Reinvest : PayoutDestination.Bank, waits ? null : Iban);
        if (string.IsNullOrEmpty(Destination))
            ModelState.AddModelError(nameof(Destination), CitizenTexts.payout_empty);
        else if (!waits && !reinvests && string.IsNullOrWhiteSpace(Iban))
            ModelState.AddModelError(nameof(Iban), CitizenTexts.payout_iban_empty);
        return ModelState.IsValid;
    }

    /// <summary>The marked choice of what is known.</summary>
    protected void Known(PayoutDestination destination, string? iban)
    {
        KnownEnd = iban is null ? null : Shown.IbanEnd(iban);
        Destination = destination == PayoutDestination.Bank && iban is null && MayWait ? null : $"{destination}";
    }
}
