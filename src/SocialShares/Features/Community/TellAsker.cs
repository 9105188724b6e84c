using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Community;

/// <summary>Tells whoever asked a question, by mail, that the board answered or declined it.</summary>
public sealed record TellAsker(QuestionId QuestionId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<TellAsker, Unit>
    {
        public async Task<Unit> Handle(TellAsker r, CancellationToken ct)
        {
            var q = await db.Questions.AsNoTracking().SingleAsync(x => x.Id == r.QuestionId, ct);
            // Hidden meanwhile: there is nothing left to tell.
            if (q.State is QuestionState.Hidden or QuestionState.Waiting)
                return Unit.Value;
            var offer = await db
                .Offers.Where(o => o.Id == q.OfferId)
                .Select(o => new { o.Title, o.Slug })
                .SingleAsync(ct);
            var asker = await db.ReaderOf(q.AskerId, ct);
            var isDeclined = q.State == QuestionState.Declined;
            var message = Letters.Write(
                isDeclined ? "question-declined" : "question-answered",
                asker.Email,
                asker.Language,
                asker.Name,
                offer.Title,
                q.Text,
                (isDeclined ? q.Reason : q.Answer) ?? "",
                q.AnsweredByName ?? "",
                site.Page($"/offers/{offer.Slug}#questions")
            );
            await mail.Send(message, ct);
            return Unit.Value;
        }
    }
}

/// <summary>
/// Tells boards by mail that questions wait: at most one mail a day to an enterprise, however many are asked, and none about
/// a question that it was told of before. Sent by a job.
/// </summary>
public sealed record TellBoardsOfQuestions : ICommand<int>, IAllow<Machine>
{
    // A little less than a day, so that the hour of the mail does not wander.
    private static readonly TimeSpan Pause = TimeSpan.FromHours(20);

    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock)
        : IRequestHandler<TellBoardsOfQuestions, int>
    {
        public async Task<int> Handle(TellBoardsOfQuestions request, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var since = now - Pause;
            var fresh = await db
                .Questions.Where(q => q.State == QuestionState.Waiting && q.ToldAt == null)
                .Where(q => !db.Questions.Any(o => o.EnterpriseId == q.EnterpriseId && o.ToldAt > since))
                .OrderBy(q => q.AskedAt)
                .Take(1000)
                .ToListAsync(ct);
            var boards = 0;
            foreach (var of in fresh.GroupBy(q => q.EnterpriseId))
            {
                var people = await db
                    .BoardMembers.Where(m => m.EnterpriseId == of.Key)
                    .Select(m => m.PersonId)
                    .ToListAsync(ct);
                foreach (var person in people)
                    outbox.Add(new TellBoardMember(of.Key, person, of.Count()));
                foreach (var question in of)
                    question.BoardWasTold(now);
                boards++;
            }
            return boards;
        }
    }
}

/// <summary>Tells one member of a board that questions wait.</summary>
public sealed record TellBoardMember(EnterpriseId EnterpriseId, PersonId PersonId, int Questions)
    : IDelivery,
        IAllow<Machine>,
        IOfEnterprise
{
    public sealed class Handler(SharesDb db, IMail mail, SiteOptions site) : IRequestHandler<TellBoardMember, Unit>
    {
        public async Task<Unit> Handle(TellBoardMember r, CancellationToken ct)
        {
            var of = await db
                .Enterprises.Where(e => e.Id == r.EnterpriseId)
                .Select(e => new { e.Name, e.Slug })
                .SingleAsync(ct);
            var member = await db.ReaderOf(r.PersonId, ct);
            await mail.Send(
                Letters.Write(
                    "questions-waiting",
                    member.Email,
                    member.Language,
                    member.Name,
                    of.Name,
                    r.Questions,
                    site.Page($"/board/{of.Slug}")
                ),
                ct
            );
            return Unit.Value;
        }
    }
}
