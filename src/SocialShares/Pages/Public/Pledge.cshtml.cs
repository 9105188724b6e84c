using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Community;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>Somebody says, before an offer opens, that they would take part; no account is needed.</summary>
[AllowAnonymous]
[EnableRateLimiting(Http.Limits.Writing)]
public sealed class PledgeModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    public PledgeRoundShown Round { get; private set; } = null!;

    /// <summary>The mail with the link is on its way.</summary>
    public bool IsSent { get; private set; }

    /// <summary>Texts of the board are in the enterprise's language, where its country tells which that is.</summary>
    public string? ContentLanguage =>
        Round.Enterprise.Country switch
        {
            "NL" => "nl",
            "GB" or "IE" => "en",
            _ => null,
        };

    public async Task OnGetAsync(string slug, string? sent)
    {
        Round = await Ask(new ReadPledgeRound(slug));
        IsSent = sent is not null;
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        Round = await Ask(new ReadPledgeRound(slug));
        if (!AmountText.TryParse(Amount, out var minor, out var problem))
            ModelState.AddModelError(nameof(Amount), AmountText.Message(problem));
        // An amount that could not be read is zero, which the rules refuse: so everything wrong is said at once.
        await Try(
            new MakePledge(Round.OfferId, Name?.Trim() ?? "", Email?.Trim() ?? "", minor, Language.Tag),
            ("amountMinor", nameof(Amount))
        );
        return ModelState.IsValid ? Redirect($"/offers/{Round.Slug}/pledge?sent=1") : Page();
    }

    /// <summary>From how much to how much, in which steps.</summary>
    public string Limits() =>
        CommunityTexts.pledge_limits.With(
            Shown.WholeMoney(Round.LeastMinor, Round.Currency),
            Shown.WholeMoney(Round.MostMinor, Round.Currency),
            Shown.WholeMoney(Round.UnitPriceMinor, Round.Currency)
        );
}
