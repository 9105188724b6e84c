using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Holdings;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>A holder asks to be paid back some shares.</summary>
[SignedInOnly]
public sealed class MoneyBackModel(IMediator mediator) : SharesPage(mediator)
{
    /// <summary>The class; the only one where nothing is said.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Of { get; set; }

    /// <summary>As it was typed.</summary>
    [BindProperty]
    public string? Units { get; set; }

    public HoldingCard Card { get; private set; } = null!;

    /// <summary>The shares that it is about; null where none can be asked back.</summary>
    public SharesHeld? Shares { get; private set; }

    public Task OnGetAsync(MemberId memberId) => Load(memberId);

    public async Task<IActionResult> OnPostAsync(MemberId memberId)
    {
        await Load(memberId);
        if (Shares is null)
            return Page();
        if (!long.TryParse(Units?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var units) || units < 1)
        {
            ModelState.AddModelError(nameof(Units), CitizenTexts.back_number.With(Shown.Count(Shares.UnlockedUnits)));
            return Page();
        }
        await Try(new AskWithdrawal(Key, memberId, Shares.Id, units));
        return ModelState.IsValid ? Redirect($"/holdings/{memberId}#money-back") : Page();
    }

    private async Task Load(MemberId memberId)
    {
        Card = (await Ask(new ReadHolding(memberId))).Card;
        var choices = await Ask(new ReadHoldingChoices(memberId));
        Shares = choices.Shares.FirstOrDefault(s =>
            (Of is null || s.Id.Value == Of) && s.Holding.Withdrawable && s.FreeUnits > 0 && choices.DiedOn is null
        );
    }
}
