using FluentValidation;
using MediatR;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Leave a question about our offer unanswered, and tell the asker why.</summary>
public sealed record DeclineQuestion(OfferId OfferId, QuestionId QuestionId, string Reason)
    : ICommand<Unit>,
        IAllow<Board>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/questions/{questionId}/decline", Post).WithTags("Questions");

    /// <inheritdoc cref="DeclineQuestion"/>
    public static async Task<IResult> Post(
        OfferId offerId,
        QuestionId questionId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new DeclineQuestion(offerId, questionId, body.Reason), ct);
        return Results.NoContent();
    }

    /// <summary>Why the board does not answer.</summary>
    public sealed record Body(string Reason);

    public sealed class Rules : AbstractValidator<DeclineQuestion>
    {
        public Rules() => RuleFor(r => r.Reason).Text(5, Question.LongestReason);
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<DeclineQuestion, Unit>
    {
        public async Task<Unit> Handle(DeclineQuestion r, CancellationToken ct)
        {
            var question = await db.Questions.OfOffer(r.OfferId, r.QuestionId, ct);
            question.Decline(r.Reason.Trim(), caller.Sign(clock.GetUtcNow().UtcDateTime));
            outbox.Add(new TellAsker(question.Id));
            return Unit.Value;
        }
    }
}

/// <summary>Take an abusive question with its answer off the platform, with a reason that its asker and the board see.</summary>
public sealed record HideQuestion(OfferId OfferId, QuestionId QuestionId, string Reason)
    : ICommand<Unit>,
        IAllow<Administrator>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/questions/{questionId}/hide", Post).WithTags("Questions");

    /// <inheritdoc cref="HideQuestion"/>
    public static async Task<IResult> Post(
        OfferId offerId,
        QuestionId questionId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new HideQuestion(offerId, questionId, body.Reason), ct);
        return Results.NoContent();
    }

    /// <summary>Why it may not stand there.</summary>
    public sealed record Body(string Reason);

    public sealed class Rules : AbstractValidator<HideQuestion>
    {
        public Rules() => RuleFor(r => r.Reason).Text(5, Question.LongestReason);
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<HideQuestion, Unit>
    {
        public async Task<Unit> Handle(HideQuestion r, CancellationToken ct)
        {
            var question = await db.Questions.OfOffer(r.OfferId, r.QuestionId, ct);
            question.Hide(r.Reason.Trim(), caller.Sign(clock.GetUtcNow().UtcDateTime));
            return Unit.Value;
        }
    }
}
