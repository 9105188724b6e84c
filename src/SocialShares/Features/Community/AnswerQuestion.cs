using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Answer a question about our offer, on its public page or for the asker alone.</summary>
public sealed record AnswerQuestion(OfferId OfferId, QuestionId QuestionId, string Answer, bool Publish)
    : ICommand<Unit>,
        IAllow<Board>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/questions/{questionId}/answer", Post).WithTags("Questions");

    /// <inheritdoc cref="AnswerQuestion"/>
    public static async Task<IResult> Post(
        OfferId offerId,
        QuestionId questionId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new AnswerQuestion(offerId, questionId, body.Answer, body.Publish), ct);
        return Results.NoContent();
    }

    /// <summary>What the board answers.</summary>
    /// <param name="Answer">Plain text, 2 to 4000 characters.</param>
    /// <param name="Publish">Put question and answer on the public page of the offer.</param>
    public sealed record Body(string Answer, bool Publish);

    public sealed class Rules : AbstractValidator<AnswerQuestion>
    {
        public Rules() => RuleFor(r => r.Answer).Text(2, Question.LongestAnswer);
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<AnswerQuestion, Unit>
    {
        public async Task<Unit> Handle(AnswerQuestion r, CancellationToken ct)
        {
            var question = await db.Questions.OfOffer(r.OfferId, r.QuestionId, ct);
            question.Reply(r.Answer.Trim(), r.Publish, caller.Sign(clock.GetUtcNow().UtcDateTime));
            outbox.Add(new TellAsker(question.Id));
            return Unit.Value;
        }
    }
}

/// <summary>Put an answer that only the asker has on the public page of our offer.</summary>
public sealed record PublishAnswer(OfferId OfferId, QuestionId QuestionId) : ICommand<Unit>, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/questions/{questionId}/publish", Post).WithTags("Questions");

    /// <inheritdoc cref="PublishAnswer"/>
    public static async Task<IResult> Post(
        OfferId offerId,
        QuestionId questionId,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new PublishAnswer(offerId, questionId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<PublishAnswer, Unit>
    {
        public async Task<Unit> Handle(PublishAnswer r, CancellationToken ct)
        {
            var question = await db.Questions.OfOffer(r.OfferId, r.QuestionId, ct);
            question.Publish(caller.Sign(clock.GetUtcNow().UtcDateTime));
            return Unit.Value;
        }
    }
}

internal static class QuestionLoading
{
    /// <summary>A question of this offer; one of another offer is not there.</summary>
    /// <exception cref="NotThere">There is no such question.</exception>
    public static async Task<Question> OfOffer(
        this IQueryable<Question> questions,
        OfferId offer,
        QuestionId id,
        CancellationToken ct
    ) =>
        await questions.SingleOrDefaultAsync(q => q.Id == id && q.OfferId == offer, ct)
        ?? throw new NotThere("question");
}
