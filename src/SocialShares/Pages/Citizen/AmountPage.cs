using System.Globalization;
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

    /// <summary>In how many monthly parts, as it was typed; empty: at once.</summary>
    [BindProperty]
    public string? Parts { get; set; }

    /// <summary>The id of the chosen series of bonds; asked where the offer has more than one.</summary>
    [BindProperty]
    public string? Series { get; set; }

    public OfferShown Offer { get; protected set; } = null!;

    /// <summary>What stands in the field before anything is typed, minor units; null for an empty field.</summary>
    public long? Chosen { get; protected set; }

    /// <summary>Where the link back leads.</summary>
    public string BackHref { get; protected set; } = "/";

    /// <summary>From how much to how much, in which steps.</summary>
    public string Limits() =>
        (Offer.IsOfBonds ? PublicTexts.bond_limits : PublicTexts.offer_limits).With(
            Shown.WholeMoney(Offer.Terms.MinimumPerHolderMinor, Offer.Currency),
            Shown.WholeMoney(Offer.Terms.MaximumPerHolderMinor, Offer.Currency),
            Shown.WholeMoney(Offer.UnitPriceMinor, Offer.Currency)
        );

    /// <summary>Does the page ask which series of bonds?</summary>
    public bool AsksSeries => Offer.Series.Count > 1;

    /// <summary>The series that is marked; null where none is.</summary>
    public SeriesShown? Marked => Offer.Series.FirstOrDefault(s => $"{s.Id}" == Series);

    /// <summary>What to remember under the strips.</summary>
    public string? Keep => AsksSeries && Marked is { } marked ? $"series={marked.Id}" : null;

    /// <summary>What an application is about, in a sentence under the heading.</summary>
    public string Lead() =>
        !Offer.IsOfBonds
            ? CitizenTexts.amount_enough.With(Shown.WholeMoney(Offer.Terms.MinimumPerHolderMinor, Offer.Currency))
        : AsksSeries ? CitizenTexts.bond_amount_lead_several
        : CitizenTexts.bond_amount_lead.With(BondWords.Term(Offer.Series[0].Terms));

    /// <summary>The API's names of the fields of this page.</summary>
    protected static readonly (string Api, string Page)[] Fields =
    [
        ("amountMinor", nameof(Amount)),
        ("seriesId", nameof(Series)),
        ("parts", nameof(Parts)),
    ];

    /// <summary>An amount and a series in the address: from the calculator or a strip.</summary>
    protected void Suggest(string? amount, string? series)
    {
        if (AmountText.TryParse(amount, out var minor, out _))
            Chosen = minor;
        Series = series ?? Series;
    }

    /// <summary>The chosen series; null where there is no choice. Says at the field when one is missing.</summary>
    protected bool TrySeries(out BondSeriesId? id)
    {
        id = AsksSeries ? Marked?.Id : null;
        if (AsksSeries && id is null)
            ModelState.AddModelError(nameof(Series), CitizenTexts.bond_series_empty);
        return !AsksSeries || id is not null;
    }

    /// <summary>Reads in how many parts it is paid: 1 for at once. Says at the field what is wrong with it.</summary>
    protected bool TryParts(out int parts)
    {
        parts = 1;
        if (Offer.Terms.Instalments is null || string.IsNullOrWhiteSpace(Parts))
            return true;
        if (int.TryParse(Parts.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out parts))
            return true;
        ModelState.AddModelError(nameof(Parts), CitizenTexts.parts_number);
        return false;
    }

    /// <summary>Chooses the parts of an application, where its offer has any.</summary>
    protected async Task ChooseParts(ApplicationId id, int parts)
    {
        if (ModelState.IsValid && Offer.Terms.Instalments is not null)
            await Try(new ChooseInstalments(id, parts), Fields);
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
