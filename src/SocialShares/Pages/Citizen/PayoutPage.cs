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

    /// <summary>Is it about bonds, or about bonds too? Their payments always go to an account.</summary>
    public bool HasBonds { get; protected set; }

    /// <summary>Are there shares, so that share interest has a way of its own?</summary>
    public bool HasShares { get; protected set; } = true;

    /// <summary>While applying it may be said later; a holding always has a choice already.</summary>
    public bool MayWait { get; protected set; }

    /// <summary>The last four characters of the account that is known; never more of it.</summary>
    public string? KnownEnd { get; protected set; }

    /// <summary>What was chosen; says at the field what is missing.</summary>
    protected bool TryChoice(out PayoutChoice choice)
    {
        var waits = MayWait && Destination == Later;
        var reinvests = MayReinvest && Destination == nameof(PayoutDestination.Reinvest);
        var iban = waits || (reinvests && !HasBonds) ? null : Iban;
        choice = new PayoutChoice(reinvests ? PayoutDestination.Reinvest : PayoutDestination.Bank, iban);
        if (string.IsNullOrEmpty(Destination))
            ModelState.AddModelError(
                nameof(Destination),
                HasShares ? CitizenTexts.payout_empty : CitizenTexts.bond_payout_empty
            );
        else if (!waits && (!reinvests || HasBonds) && string.IsNullOrWhiteSpace(Iban))
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
