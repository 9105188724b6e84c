using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>Question 1 of 4: how much. Asked before an application exists, and again when the amount is changed.</summary>
public abstract class AmountPage(IMediator mediator) : SharesPage(mediator)
{
    /// <summary>As it was typed.</summary>
    [BindProperty]
    public string? Amount { get; set; }

    public OfferShown Offer { get; protected set; } = null!;

    /// <summary>What stands in the field before anything is typed, minor units; null for an empty field.</summary>
    public long? Chosen { get; protected set; }

    /// <summary>Where the link back leads.</summary>
    public string BackHref { get; protected set; } = "/";

    /// <summary>From how much to how much, in which steps.</summary>
    public string Limits() =>
        PublicTexts.offer_limits.With(
            Shown.WholeMoney(Offer.Terms.MinimumPerHolderMinor, Offer.Currency),
            Shown.WholeMoney(Offer.Terms.MaximumPerHolderMinor, Offer.Currency),
            Shown.WholeMoney(Offer.UnitPriceMinor, Offer.Currency)
        );

    /// <summary>An amount in the address: from the calculator or a strip.</summary>
    protected void Suggest(string? amount)
    {
        if (AmountText.TryParse(amount, out var minor, out _))
            Chosen = minor;
    }

    /// <summary>Reads what was typed; says at the field what is wrong with it.</summary>
    protected bool TryAmount(out long minor)
    {
        if (AmountText.TryParse(Amount, out minor, out var problem))
        {
            Chosen = minor;
            return true;
        }
        ModelState.AddModelError(nameof(Amount), AmountText.Message(problem));
        return false;
    }
}
