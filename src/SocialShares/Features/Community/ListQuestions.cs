using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Read the questions about an offer: those that were answered for everyone, and my own; as its board all of them.</summary>
public sealed record ListQuestions(OfferId OfferId, int Limit)
    : IQuery<IReadOnlyList<QuestionShown>>,
        IAllow<Anyone>,
        IOfOffer
{
    public const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/questions", Get).WithTags("Questions");

    /// <inheritdoc cref="ListQuestions"/>
    public static Task<IReadOnlyList<QuestionShown>> Get(
        OfferId offerId,
        int? limit,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListQuestions(offerId, limit ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListQuestions>
    {
        public Rules() => RuleFor(r => r.Limit).Between(1, Most);
    }

    public sealed class Handler(SharesDb db, Caller caller, OfferSight sight)
        : IRequestHandler<ListQuestions, IReadOnlyList<QuestionShown>>
    {
        public async Task<IReadOnlyList<QuestionShown>> Handle(ListQuestions r, CancellationToken ct)
        {
            var isInsider = await sight.RequireVisible(r.OfferId, ct);
            var me = caller.PersonId;
            var questions = await db
                .Questions.AsNoTracking()
                .Where(q => q.OfferId == r.OfferId)
                .Where(q => isInsider || q.State == QuestionState.Published || me != null && q.AskerId == me)
                .OrderByDescending(q => q.AskedAt)
                .ThenByDescending(q => q.Id)
                .Take(r.Limit)
                .ToListAsync(ct);
            return questions.ConvertAll(q => Shown(q, isInsider, isMine: me is not null && q.AskerId == me));
        }

        private static QuestionShown Shown(Question q, bool isInsider, bool isMine) =>
            new(
                q.Id,
                q.State,
                q.Text,
                q.AskedAt,
                isInsider ? q.AskerName : null,
                q.Answer,
                q.AnsweredByName,
                q.AnsweredAt,
                isInsider || isMine ? q.Reason : null,
                isMine
            );
    }
}

/// <summary>A question with what came of it.</summary>
/// <param name="Id">The question.</param>
/// <param name="State">What came of it.</param>
/// <param name="Text">Plain text.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="Asker">Who asked; for the board and administrators only.</param>
/// <param name="Answer">Plain text; null when there is none.</param>
/// <param name="AnsweredBy">Name of the board member who answered.</param>
/// <param name="AnsweredAt">UTC.</param>
/// <param name="Reason">Why it was declined or hidden; for the asker, the board and administrators.</param>
/// <param name="IsMine">Did I ask it?</param>
public sealed record QuestionShown(
    QuestionId Id,
    QuestionState State,
    string Text,
    DateTime AskedAt,
    string? Asker,
    string? Answer,
    string? AnsweredBy,
    DateTime? AnsweredAt,
    string? Reason,
    bool IsMine
);

/// <summary>How many questions wait for the board, for each of its offers.</summary>
public sealed record ListWaitingQuestions(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<QuestionsWaiting>>,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/questions-waiting", Get).WithTags("Questions");

    /// <inheritdoc cref="ListWaitingQuestions"/>
    public static Task<IReadOnlyList<QuestionsWaiting>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListWaitingQuestions(enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListWaitingQuestions, IReadOnlyList<QuestionsWaiting>>
    {
        public async Task<IReadOnlyList<QuestionsWaiting>> Handle(ListWaitingQuestions r, CancellationToken ct) =>
            await db
                .Questions.Where(q => q.EnterpriseId == r.EnterpriseId && q.State == QuestionState.Waiting)
                .GroupBy(q => q.OfferId)
                .Select(g => new
                {
                    OfferId = g.Key,
                    Count = g.Count(),
                    Since = g.Min(q => q.AskedAt),
                })
                .Join(
                    db.Offers,
                    g => g.OfferId,
                    o => o.Id,
                    (g, o) => new QuestionsWaiting(g.OfferId, o.Title, g.Count, g.Since)
                )
                .ToListAsync(ct);
    }
}

/// <summary>Questions about one offer that wait.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Count">How many.</param>
/// <param name="Since">When the oldest was asked, UTC.</param>
public sealed record QuestionsWaiting(OfferId OfferId, string Title, int Count, DateTime Since);
