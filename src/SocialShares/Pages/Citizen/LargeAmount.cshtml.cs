using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>A large amount: read the warning and say that I want it all the same, or choose a smaller one.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class LargeAmountModel(IMediator mediator) : SuitabilityPage(mediator)
{
    [BindProperty]
    public bool Acknowledged { get; set; }

    /// <summary>The amount that stood on the page.</summary>
    [BindProperty]
    public long AmountMinor { get; set; }

    public async Task<IActionResult> OnGetAsync(ApplicationId id) =>
        await Load(id) ?? (Standing.Next == SuitabilityStep.InvestmentWarning ? Page() : GoOn());

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        if (await Load(id) is { } elsewhere)
            return elsewhere;
        await Try(new AcknowledgeAmount(id, Acknowledged, AmountMinor), ("amountMinor", ""));
        return ModelState.IsValid ? GoOn() : Page();
    }
}
