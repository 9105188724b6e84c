using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>A guardian invites the child, who has come of age, to take the holding over.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class HandOverModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty]
    public string? Email { get; set; }

    public HoldingCard Card { get; private set; } = null!;

    /// <summary>The invitation was ordered just now.</summary>
    public bool IsSent { get; private set; }

    public async Task OnGetAsync(MemberId memberId) => Card = (await Ask(new ReadHolding(memberId))).Card;

    public async Task<IActionResult> OnPostAsync(MemberId memberId)
    {
        Card = (await Ask(new ReadHolding(memberId))).Card;
        if (string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError(nameof(Email), CitizenTexts.hand_email_empty);
        else
            await Try(new InviteChild(memberId, Email.Trim()));
        IsSent = ModelState.IsValid;
        return Page();
    }
}
