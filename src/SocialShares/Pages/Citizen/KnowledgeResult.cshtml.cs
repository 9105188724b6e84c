using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>What the knowledge test showed: what was not right and why; a failed test warns and does not forbid.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class KnowledgeResultModel(IMediator mediator) : SuitabilityPage(mediator)
{
    [BindProperty]
    public bool Acknowledged { get; set; }

    public TestShown Test { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        if (await LoadTest(id) is { } elsewhere)
            return elsewhere;
        Acknowledged = Test.IsAcknowledged;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        if (await LoadTest(id) is { } elsewhere)
            return elsewhere;
        if (!Test.Passed)
            await Try(new AcknowledgeKnowledge(id, Acknowledged));
        return ModelState.IsValid ? GoOn() : Page();
    }

    private async Task<IActionResult?> LoadTest(ApplicationId id)
    {
        if (await Load(id) is { } elsewhere)
            return elsewhere;
        if (Standing.Test is not { } test)
            return GoOn();
        Test = test;
        return null;
    }
}
