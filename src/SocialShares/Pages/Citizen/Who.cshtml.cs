using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>Question 2 of 4: who will stand in the register of members.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed partial class WhoModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateParts BornOn { get; set; } = new();

    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? City { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    /// <summary>The kind of member that fits; asked where the offer has any.</summary>
    [BindProperty]
    public string? MembershipType { get; set; }

    public ApplicationShown Application { get; private set; } = null!;

    private OfferShown Offer { get; set; } = null!;

    /// <summary>The kinds of members that the offer knows.</summary>
    public IReadOnlyList<MembershipType> Types => Offer.Terms.Eligibility?.MembershipTypes ?? [];

    /// <summary>From how much to how much such a member may put in.</summary>
    public string TypeLimits(MembershipType type) =>
        CitizenTexts.who_type_limits.With(
            Shown.WholeMoney(type.MinimumMinor ?? Offer.Terms.MinimumPerHolderMinor, Offer.Currency),
            Shown.WholeMoney(
                type.MaximumMinor
                    ?? (type.Persons ? Offer.Terms.MaximumPerHolderMinor : Offer.Terms.MaximumPerOrganisationMinor),
                Offer.Currency
            )
        );

    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        await Load(id);
        if (Application.State != ApplicationState.Started)
            return Redirect($"/applications/{id}");
        var known = Application.Holder;
        ShowKind(known);
        (Street, Postcode, City) = (known?.Street, known?.Postcode, known?.City);
        Country = known?.Country ?? Countries.Usual;
        MembershipType = Application.MembershipType;
        return Page();
    }

    private async Task Load(ApplicationId id)
    {
        Application = await Ask(new ReadApplication(id));
        Offer = await Ask(new ReadOffer(Application.Offer.Slug));
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        await Load(id);
        if (IsTopUp)
            return await TypeAnswered(id);
        var kind = ChosenKind;
        var isDate = BornOn.TryDate(out var born);
        if (NeedsBirth && !isDate)
            ModelState.AddModelError(nameof(BornOn), BornOn.IsEmpty ? CommonTexts.date_empty : CommonTexts.date_wrong);
        Need(Name, nameof(Name), CitizenTexts.who_name_empty);
        Need(Street, nameof(Street), CitizenTexts.who_street_empty);
        Need(Postcode, nameof(Postcode), CitizenTexts.who_postcode_empty);
        Need(City, nameof(City), CitizenTexts.who_city_empty);
        NeedParty();
        if (Types.Count > 0)
            Need(MembershipType, nameof(MembershipType), CitizenTexts.who_type_empty);
        var holder = new HolderDetails(
            kind,
            Name?.Trim() ?? "",
            Street?.Trim() ?? "",
            Postcode?.Trim().ToUpperInvariant() ?? "",
            City?.Trim() ?? "",
            Country ?? "",
            // a date that is none is told above; all other fields are judged in the same go, by a day that no rule minds
            NeedsBirth ? (isDate ? born : DateOnly.MinValue) : null,
            Party()
        );
        if (!await Answered(id, holder, isDate && HasOthers))
            return Page();
        var known = Application.Holder is not null;
        return Redirect($"/applications/{id}/{(known ? "check" : "payouts")}");
    }

    // Said before the rules look at its length, because a field shows the first thing that is wrong with it.
    private void Need(string? typed, string field, string message)
    {
        if (string.IsNullOrWhiteSpace(typed))
            ModelState.AddModelError(field, message);
    }

    private async Task<bool> Answered(ApplicationId id, HolderDetails holder, bool isDate)
    {
        if (NeedsBirth && !isDate)
        {
            // Nothing may be kept of an answer without its date, so only its form is looked at.
            foreach (var failure in new HolderRules().Validate(holder).Errors)
                ModelState.AddModelError(failure.PropertyName, failure.ErrorMessage);
            return false;
        }
        await Try(new AnswerApplication(id, null, holder, null, MembershipType: MembershipType), Fields);
        return ModelState.IsValid;
    }
}
