using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Regulation;
using SocialShares.Http;
using SocialShares.Look;

namespace SocialShares.Pages.Citizen;

/// <summary>What loss can I bear? Worked out from figures that nobody else reads, or declined.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class BearLossModel(IMediator mediator) : SuitabilityPage(mediator)
{
    /// <summary>Income of a year, as typed.</summary>
    [BindProperty]
    public string? Income { get; set; }

    /// <summary>Savings, as typed.</summary>
    [BindProperty]
    public string? Assets { get; set; }

    /// <summary>What must be paid in a year, as typed.</summary>
    [BindProperty]
    public string? Commitments { get; set; }

    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        if (await Load(id) is { } elsewhere)
            return elsewhere;
        return Standing.Next is SuitabilityStep.KnowledgeTest or SuitabilityStep.KnowledgeWarning ? GoOn() : Page();
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        if (await Load(id) is { } elsewhere)
            return elsewhere;
        var figures = new OwnFigures(
            Read(Income, nameof(Income)),
            Read(Assets, nameof(Assets)),
            Read(Commitments, nameof(Commitments))
        );
        if (ModelState.IsValid)
            await Try(
                new SimulateLoss(id, figures),
                ("yearlyNetIncomeMinor", nameof(Income)),
                ("liquidAssetsMinor", nameof(Assets)),
                ("yearlyCommitmentsMinor", nameof(Commitments))
            );
        return ModelState.IsValid ? Redirect($"{Root}/bear-loss") : Page();
    }

    public async Task<IActionResult> OnPostDeclineAsync(ApplicationId id)
    {
        if (await Load(id) is { } elsewhere)
            return elsewhere;
        await Try(new SimulateLoss(id, null));
        return ModelState.IsValid ? Redirect($"{Root}/bear-loss") : Page();
    }

    private long Read(string? typed, string field)
    {
        if (!AmountText.TryParse(typed, out var minor, out var problem))
            ModelState.AddModelError(field, AmountText.Message(problem));
        return minor;
    }
}
