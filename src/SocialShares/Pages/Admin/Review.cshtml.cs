using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Read an offer as the public will, and approve it or send it back.</summary>
public sealed class ReviewModel(IMediator mediator, TimeProvider clock) : AdminPage("today", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid OfferId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public OfferShown Offer { get; private set; } = null!;

    /// <summary>Who submitted it, and whether that was me.</summary>
    public OfferSubmission Submission { get; private set; } = null!;

    /// <summary>What one bond of each series pays; empty for shares.</summary>
    public IReadOnlyList<Board.PromisedSeries> Promised { get; private set; } = [];

    /// <summary>Approvals of the members that the board recorded.</summary>
    public IReadOnlyList<ApprovalShown> Approvals { get; private set; } = [];

    /// <summary>The rules that it stands under, figure by figure.</summary>
    public RulesRead Rules { get; private set; } = null!;

    public bool IsWaiting => Offer.State == OfferState.InReview;

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPostApprove()
    {
        await Read();
        await Try(new ApproveOffer(Offer.Id));
        return ModelState.IsValid ? Done(string.Format(AdminTexts.review_approved, Offer.Title), "/admin") : Page();
    }

    public async Task<IActionResult> OnPostReturn()
    {
        await Read();
        await Try(new ReturnOffer(Offer.Id, Reason ?? ""));
        return ModelState.IsValid ? Done(string.Format(AdminTexts.review_returned, Offer.Title), "/admin") : Page();
    }

    private async Task Read()
    {
        Submission = await Ask(new ReadOfferSubmission(new OfferId(OfferId)));
        Offer = await Ask(new ReadOffer(OfferId.ToString()));
        Rules = await Ask(new ReadRulesOfOffer(new OfferId(OfferId)));
        Promised = await Board.PromisedSeries.Of(Offer, Ask);
        Approvals = await Ask(new ListMembersApprovals(Offer.Id));
    }
}
