using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Regulation;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>The knowledge test, one question on a page.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class KnowledgeModel(IMediator mediator) : SuitabilityPage(mediator)
{
    /// <summary>The short name of the chosen answer.</summary>
    [BindProperty]
    public string? Choice { get; set; }

    /// <summary>The question that stood on the page.</summary>
    [BindProperty]
    public string? Asked { get; set; }

    public QuestionShown Question { get; private set; } = null!;

    /// <summary>Its number, from 1.</summary>
    public int No => 1 + Standing.Questions.ToList().IndexOf(Question);

    /// <param name="id">The application.</param>
    /// <param name="no">A question to look at again; without one, the first that is not answered.</param>
    /// <param name="again">Answer the test once more although a result counts.</param>
    public async Task<IActionResult> OnGetAsync(ApplicationId id, int? no, bool again)
    {
        if (await Load(id) is { } elsewhere)
            return elsewhere;
        var isUnderWay = Standing.Questions.Any(q => q.Chosen is not null);
        if (Standing.Test is not null && !again && !isUnderWay)
            return Redirect($"{Root}/knowledge-result");
        Question =
            no is { } number && number >= 1 && number <= Standing.Questions.Count
                ? Standing.Questions[number - 1]
                : Standing.Questions.FirstOrDefault(q => q.Chosen is null) ?? Standing.Questions[0];
        Choice = Question.Chosen;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        if (await Load(id) is { } elsewhere)
            return elsewhere;
        Question = Standing.Questions.FirstOrDefault(q => q.Key == Asked) ?? Standing.Questions[0];
        if (string.IsNullOrEmpty(Choice))
            ModelState.AddModelError(nameof(Choice), CitizenTexts.knowledge_empty);
        else
            await Try(
                new AnswerKnowledgeTest(id, [new KnowledgeAnswer(Question.Key, Choice)]),
                ("answers", nameof(Choice))
            );
        if (!ModelState.IsValid)
            return Page();
        var after = await Ask(new ReadSuitability(id));
        var isMarked = after.Questions.All(q => q.Chosen is null);
        return Redirect(isMarked ? $"{Root}/knowledge-result" : $"{Root}/knowledge");
    }
}
