using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Bonds;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>A holder asks to be paid back some bonds before their maturity.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Deciding)]
public sealed class RedemptionModel(IMediator mediator) : SharesPage(mediator)
{
    /// <summary>As it was typed.</summary>
    [BindProperty]
    public string? Units { get; set; }

    public HoldingCard Card { get; private set; } = null!;

    public BondHoldingRead Bonds { get; private set; } = null!;

    public Task OnGetAsync(MemberId memberId, BondSeriesId seriesId) => Load(memberId, seriesId);

    public async Task<IActionResult> OnPostAsync(MemberId memberId, BondSeriesId seriesId)
    {
        await Load(memberId, seriesId);
        if (Bonds.Possible is not { } possible)
            return Page();
        var isNumber = long.TryParse(Units?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var units);
        if (!isNumber || units < 1 || units > possible.Units)
        {
            ModelState.AddModelError(nameof(Units), CitizenTexts.bond_redeem_number.With(Shown.Count(possible.Units)));
            return Page();
        }
        await Try(new AskRedemption(Key, memberId, seriesId, units));
        return ModelState.IsValid ? Redirect($"/holdings/{memberId}#bonds-{Bonds.Code}") : Page();
    }

    private async Task Load(MemberId memberId, BondSeriesId seriesId)
    {
        Card = (await Ask(new ReadHolding(memberId))).Card;
        Bonds = await Ask(new ReadBondHolding(memberId, seriesId));
    }
}
