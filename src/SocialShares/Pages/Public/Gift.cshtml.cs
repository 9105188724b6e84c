using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Pages.Citizen;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>The receiver of a gift sees who gives what, and accepts or declines.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SigningIn)]
public sealed class GiftModel(IMediator mediator) : SharesPage(mediator)
{
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

    [BindProperty]
    public string? MembershipType { get; set; }

    /// <summary>As it was typed, with or without spaces; may be left out for now.</summary>
    [BindProperty]
    public string? Iban { get; set; }

    [BindProperty]
    public bool RiskAccepted { get; set; }

    public GiftRead Gift { get; private set; } = null!;

    /// <summary>The kinds of members that the offer knows.</summary>
    public IReadOnlyList<MembershipType> Types { get; private set; } = [];

    public async Task OnGetAsync(string secret)
    {
        await Load(secret);
        Name = User.Identity?.IsAuthenticated == true ? Navigation.NameOf(User) : Gift.ReceiverName;
        Country = Countries.Usual;
    }

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        await Load(secret);
        if (!BornOn.TryDate(out var born))
            ModelState.AddModelError(nameof(BornOn), BornOn.IsEmpty ? CommonTexts.date_empty : CommonTexts.date_wrong);
        if (!ModelState.IsValid)
            return Page();
        var holder = new HolderDetails(
            HolderKind.Person,
            Name?.Trim() ?? "",
            Street?.Trim() ?? "",
            Postcode?.Trim().ToUpperInvariant() ?? "",
            City?.Trim() ?? "",
            Country ?? "",
            born
        );
        var payout = new PayoutChoice(PayoutDestination.Bank, string.IsNullOrWhiteSpace(Iban) ? null : Iban);
        await Try(new AcceptGift(secret, holder, payout, MembershipType, RiskAccepted), ("amountMinor", ""));
        return ModelState.IsValid ? Redirect($"/gift/{secret}") : Page();
    }

    public async Task<IActionResult> OnPostDeclineAsync(string secret)
    {
        await Load(secret);
        // Another form's fields are not judged here.
        ModelState.Clear();
        await Try(new DeclineGift(secret));
        return ModelState.IsValid ? Redirect($"/gift/{secret}") : Page();
    }

    private async Task Load(string secret)
    {
        Gift = await Ask(new ReadGift(secret));
        Types = (await Ask(new ReadOffer(Gift.Offer.Slug))).Terms.Eligibility?.MembershipTypes ?? [];
    }
}
