using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Issuing;

namespace SocialShares.Pages.Citizen;

/// <summary>The amount of an application is changed before it is sent in.</summary>
[SignedInOnly]
[EnableRateLimiting(Http.Limits.Buying)]
public sealed class AmountModel(IMediator mediator) : AmountPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(ApplicationId id, string? amount, string? series)
    {
        var application = await Load(id);
        Chosen = application.Instalments?.TotalMinor ?? application.AmountMinor;
        Parts = $"{application.Instalments?.Parts}";
        Series = application.Series is { } chosen ? $"{chosen.Id}" : null;
        Suggest(amount, series);
        return application.State == ApplicationState.Started ? Page() : Redirect($"/applications/{id}");
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        var application = await Load(id);
        if (!TrySeries(out var series) | !TryAmount(out var minor) | !TryParts(out var parts))
            return Page();
        await Try(new AnswerApplication(id, minor, null, null, series), Fields);
        await ChooseParts(id, parts);
        if (!ModelState.IsValid)
            return Page();
        return Redirect($"/applications/{id}/{(application.Holder is null ? "who" : "check")}");
    }

    private async Task<ApplicationShown> Load(ApplicationId id)
    {
        var application = await Ask(new ReadApplication(id));
        Offer = await Ask(new ReadOffer(application.Offer.Slug));
        BackHref = application.Holder is null ? $"/offers/{Offer.Slug}" : $"/applications/{id}/check";
        return application;
    }
}
