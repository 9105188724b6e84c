using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Issuing;

namespace SocialShares.Pages.Citizen;

/// <summary>A citizen starts an application with an amount. Nothing is binding.</summary>
[SignedInOnly]
[EnableRateLimiting(Http.Limits.Buying)]
public sealed class ApplyModel(IMediator mediator) : AmountPage(mediator)
{
    /// <summary>The holding for which somebody buys more; null for a new holder.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Holding { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? amount, string? series)
    {
        await Load(slug);
        Suggest(amount, series);
        // Whatever state it is in, the offer's own page says why nobody can apply.
        return Offer.State == OfferState.Open ? Page() : Redirect(BackHref);
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        await Load(slug);
        if (!TrySeries(out var series) | !TryAmount(out var minor) | !TryParts(out var parts))
            return Page();
        var id = new ApplicationId(Key);
        // Somebody who came back to this page changes the amount of the application that it started.
        if ((await Ask(new ListMyApplications())).Any(a => a.Id == id))
            await Try(new AnswerApplication(id, minor, null, null, series), Fields);
        else
            await Try(new StartApplication(Key, Offer.Id, minor, series, HoldingId), Fields);
        await ChooseParts(id, parts);
        if (!ModelState.IsValid)
            return Page();
        // Who buys more has said who it is; only a membership type that this offer does not know is asked.
        var asksType = Offer.Terms.Eligibility?.MembershipTypes is { Count: > 0 };
        return Redirect($"/applications/{id}/{(HoldingId is null || asksType ? "who" : "check")}");
    }

    private MemberId? HoldingId => Holding is { } id ? new MemberId(id) : null;

    private async Task Load(string slug)
    {
        Offer = await Ask(new ReadOffer(slug));
        BackHref = $"/offers/{Offer.Slug}";
    }
}
