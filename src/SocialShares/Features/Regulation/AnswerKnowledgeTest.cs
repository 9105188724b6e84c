using FluentValidation;
using MediatR;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Regulation;

/// <summary>Answer questions of the knowledge test, one or several at a time; with the last one the test is marked.</summary>
public sealed record AnswerKnowledgeTest(ApplicationId ApplicationId, IReadOnlyList<KnowledgeAnswer> Answers)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPatch("/applications/{applicationId}/suitability/answers", Patch).WithTags("Applications");

    /// <inheritdoc cref="AnswerKnowledgeTest"/>
    public static async Task<IResult> Patch(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new AnswerKnowledgeTest(applicationId, body.Answers), ct);
        return Results.NoContent();
    }

    /// <summary>Answers; questions that are left out stay as they are.</summary>
    public sealed record Body(IReadOnlyList<KnowledgeAnswer> Answers);

    public sealed class Rules : AbstractValidator<AnswerKnowledgeTest>
    {
        public Rules()
        {
            RuleFor(r => r.Answers.Count).Between(1, 100);
            RuleForEach(r => r.Answers).Present();
        }
    }

    public sealed class Handler(SharesDb db, SuitabilityDesk desk, TimeProvider clock)
        : IRequestHandler<AnswerKnowledgeTest, Unit>
    {
        public async Task<Unit> Handle(AnswerKnowledgeTest r, CancellationToken ct)
        {
            var (standing, rules, progress) = await desk.ToChange(r.ApplicationId, ct);
            foreach (var answer in r.Answers)
                if (progress.Answer(rules.KnowledgeTest, answer.Question, answer.Choice) is { } whole)
                    db.KnowledgeTests.Add(
                        KnowledgeTest.Take(
                            KnowledgeTestId.New(),
                            standing.Application.PersonId,
                            standing.Rules.Pack,
                            rules.KnowledgeTest,
                            whole,
                            clock.GetUtcNow().UtcDateTime,
                            standing.Today
                        )
                    );
            return Unit.Value;
        }
    }
}

/// <summary>An answer to a question.</summary>
/// <param name="Question">Short name of the question.</param>
/// <param name="Choice">Short name of the choice.</param>
public sealed record KnowledgeAnswer(string Question, string Choice);
