using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace SocialShares.Pages.Citizen;

/// <summary>Leads to the step that comes next: so a person goes on where they stopped.</summary>
[SignedInOnly]
public sealed class SuitabilityModel(IMediator mediator) : SuitabilityPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        if (await Load(id) is { } elsewhere)
            return elsewhere;
        return Redirect(
            Standing.Next switch
            {
                SuitabilityStep.KnowledgeTest => $"{Root}/knowledge",
                SuitabilityStep.KnowledgeWarning => $"{Root}/knowledge-result",
                SuitabilityStep.LossSimulation => $"{Root}/bear-loss",
                SuitabilityStep.InvestmentWarning => $"{Root}/large-amount",
                _ => $"{Root}/check",
            }
        );
    }
}
