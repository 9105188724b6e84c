using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Ask the board something about its offer; it answers me, or everyone on the offer's page.</summary>
public sealed record AskQuestion(Guid Key, OfferId OfferId, string Text)
    : ICommand<QuestionAsked>,
        IKeyed,
        IAllow<SignedIn>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/questions", Post).WithTags("Questions").RequireRateLimiting(Limits.Writing);

    /// <inheritdoc cref="AskQuestion"/>
    public static Task<QuestionAsked> Post(
        OfferId offerId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new AskQuestion(key.Value, offerId, body.Text), ct);

    /// <summary>What I want to know.</summary>
    /// <param name="Text">Plain text, 10 to 1000 characters.</param>
    public sealed record Body(string Text);

    public sealed class Rules : AbstractValidator<AskQuestion>
    {
        public Rules() => RuleFor(r => r.Text).Text(10, Question.LongestText);
    }

    public sealed class Handler(SharesDb db, Caller caller, OfferSight sight, TimeProvider clock)
        : IRequestHandler<AskQuestion, QuestionAsked>
    {
        public async Task<QuestionAsked> Handle(AskQuestion r, CancellationToken ct)
        {
            await sight.RequireVisible(r.OfferId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            var me = caller.Person;
            var waiting = await db.Questions.CountAsync(
                q => q.OfferId == r.OfferId && q.AskerId == me && q.State == QuestionState.Waiting,
                ct
            );
            var id = QuestionId.From(r.Key);
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            db.Questions.Add(Question.Ask(id, offer, by, r.Text.Trim(), waiting));
            return new QuestionAsked(id);
        }
    }
}

/// <summary>The question waits for the board.</summary>
public sealed record QuestionAsked(QuestionId Id);
