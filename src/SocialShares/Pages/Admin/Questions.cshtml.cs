using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Community;
using SocialShares.Features.Issuing;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Take an abusive question off the page of an offer, with a reason.</summary>
public sealed class QuestionsModel(IMediator mediator, TimeProvider clock) : AdminPage("today", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid OfferId { get; set; }

    [BindProperty]
    public Guid QuestionId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public OfferShown Offer { get; private set; } = null!;

    public IReadOnlyList<QuestionShown> All { get; private set; } = [];

    public bool IsOf(QuestionShown q) => q.Id.Value == QuestionId && !ModelState.IsValid;

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPost()
    {
        await Read();
        await Try(new HideQuestion(Offer.Id, new QuestionId(QuestionId), Reason ?? ""));
        return ModelState.IsValid ? Done(CommunityTexts.admin_hidden, $"/admin/offers/{OfferId}/questions") : Page();
    }

    private async Task Read()
    {
        // Asked first, because it is this that only administrators may.
        await Ask(new ReadOfferSubmission(new OfferId(OfferId)));
        Offer = await Ask(new ReadOffer(OfferId.ToString()));
        All = await Ask(new ListQuestions(Offer.Id, ListQuestions.Most));
    }
}
