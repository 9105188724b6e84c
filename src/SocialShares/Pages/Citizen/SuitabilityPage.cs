using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>A step before the check page that the rules of an offer ask. What was answered is kept, on every device.</summary>
public abstract class SuitabilityPage(IMediator mediator) : SharesPage(mediator)
{
    public ApplicationShown Application { get; private set; } = null!;

    public SuitabilityShown Standing { get; private set; } = null!;

    public string Root => $"/applications/{Application.Id}";

    /// <summary>Reads where the application stands.</summary>
    /// <returns>Where to go instead, when there is nothing to do here; else null.</returns>
    protected async Task<IActionResult?> Load(ApplicationId id)
    {
        Application = await Ask(new ReadApplication(id));
        Standing = await Ask(new ReadSuitability(id));
        if (Application.State != ApplicationState.Started)
            return Redirect(Root);
        return Standing.IsAsked ? null : Redirect($"{Root}/check");
    }

    /// <summary>On to whatever comes next.</summary>
    protected RedirectResult GoOn() => Redirect($"{Root}/suitability");
}
