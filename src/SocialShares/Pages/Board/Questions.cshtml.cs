using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Community;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>What people ask about an offer: answer it, for everyone or for the asker, or say why not.</summary>
public sealed class QuestionsModel(IMediator mediator, TimeProvider clock) : OfferPage(mediator, clock)
{
    [BindProperty]
    public Guid QuestionId { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public bool Publish { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<QuestionShown> All { get; private set; } = [];

    /// <summary>Is it the question, and the field of it, that something is wrong with? Only there the field carries the error.</summary>
    public bool IsOf(QuestionShown q, string field) =>
        q.Id.Value == QuestionId && ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0;

    public async Task OnGet() => await Read();

    public async Task<IActionResult> OnPostAnswer()
    {
        await Read();
        await Try(new AnswerQuestion(Offer.Id, new QuestionId(QuestionId), Answer ?? "", Publish));
        return Ended(Publish ? CommunityTexts.board_answered_public : CommunityTexts.board_answered_private);
    }

    public async Task<IActionResult> OnPostDecline()
    {
        await Read();
        await Try(new DeclineQuestion(Offer.Id, new QuestionId(QuestionId), Reason ?? ""));
        return Ended(CommunityTexts.board_declined);
    }

    public async Task<IActionResult> OnPostPublish()
    {
        await Read();
        await Try(new PublishAnswer(Offer.Id, new QuestionId(QuestionId)));
        return Ended(CommunityTexts.board_answered_public);
    }

    private IActionResult Ended(string said) => ModelState.IsValid ? Done(said, $"{OfferRoot}/questions") : Page();

    private async Task Read()
    {
        await ReadOffer();
        All = await Ask(new ListQuestions(Offer.Id, ListQuestions.Most));
    }
}
