using SocialShares.Features.Bonds;
using SocialShares.Features.Community;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Features.Payouts;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Share interest that a board can declare: the period, and what the highest rate would cost.</summary>
public sealed record InterestDue(string ClassCode, DateOnly From, DateOnly Until, InterestPreview Most);

/// <summary>One thing that waits for the board.</summary>
/// <param name="Needs">For a draft: what is there and what is missing.</param>
public sealed record Waiting(string Heading, string Text, string Href, string Button, Readiness? Needs = null);

/// <summary>A day in the life of the enterprise, to come or past.</summary>
/// <param name="IsExpected">It is not certain yet: drawn in pencil.</param>
public sealed record BoardMoment(DateOnly On, string What, string Who, bool IsExpected = false);

/// <summary>What a board reads first, put in order from what the use cases answered.</summary>
public sealed class BoardDay(
    string root,
    EnterpriseAccounts enterprise,
    IReadOnlyList<OfferShown> offers,
    IReadOnlyList<DeclarationRow> declarations,
    IReadOnlyList<InterestDue> interest,
    IReadOnlyList<PeriodRow> bonds,
    IReadOnlyList<QuestionsWaiting> questions,
    DateOnly today,
    TimeZoneInfo zone
)
{
    private const int DecisionsShown = 8;

    /// <summary>Waits for a person of the board, the most urgent first.</summary>
    public IReadOnlyList<Waiting> Waiting { get; } =
    [
        .. bonds.Where(p => p.State == BondPeriodState.Overdue).Select(p => Late(root, p, enterprise.Profile.Currency)),
        .. questions.Select(q => Asked(root, q)),
        .. offers.Where(IsReturned).Select(o => Returned(root, o)),
        .. Accounts(root, enterprise),
        .. interest.Select(i => Declare(root, i)),
        .. offers
            .Where(o => o.State == OfferState.Draft && !IsReturned(o))
            .Select(o => Draft(root, o, Readiness.Of(o, enterprise, today))),
    ];

    /// <summary>Days that come.</summary>
    public IReadOnlyList<BoardMoment> Coming { get; } =
    [
        .. offers
            .SelectMany(ComingOf)
            .Concat(
                declarations
                    .Where(d => d.PayOn >= today)
                    .Select(d => new BoardMoment(
                        d.PayOn,
                        string.Format(BoardTexts.coming_interest, Shown.Percent(d.RatePpm)),
                        RunWords.Of(d.RunState),
                        d.RunState is null or PayoutRunState.Calculated
                    ))
            )
            .Concat(NextOnBonds(bonds, enterprise.Profile.Currency))
            .OrderBy(m => m.On),
    ];

    /// <summary>What was decided, the newest first.</summary>
    public IReadOnlyList<BoardMoment> Decided { get; } =
    [
        .. offers
            .SelectMany(o =>
                o.Steps.Select(s => new BoardMoment(
                    DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(s.At, zone)),
                    string.Format(BoardTexts.decided_offer, o.Title, OfferWords.Of(s.State)),
                    s.Name.Length == 0 ? CommonTexts.common_by_itself : s.Name
                ))
            )
            .Concat(
                declarations.Select(d => new BoardMoment(
                    DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(d.DeclaredAt, zone)),
                    string.Format(
                        BoardTexts.decided_interest,
                        Shown.Percent(d.RatePpm),
                        Shown.Date(d.From),
                        Shown.Date(d.Until)
                    ),
                    d.DeclaredBy
                ))
            )
            .Concat(
                enterprise.Profile.Board.Select(m => new BoardMoment(
                    m.Since,
                    string.Format(BoardTexts.decided_seat, m.Name),
                    ""
                ))
            )
            .Reverse() // of what happened on one day the last stands first too
            .OrderByDescending(m => m.On)
            .Take(DecisionsShown),
    ];

    private static Waiting Late(string root, PeriodRow p, Currency currency) =>
        new(
            string.Format(BoardTexts.todo_bond_late, p.No, p.Code),
            string.Format(BoardTexts.todo_bond_late_text, Shown.Money(p.PaymentMinor, currency), Shown.Date(p.DueOn)),
            $"{root}/bonds/{p.SeriesId}",
            BoardTexts.todo_bond_late_do
        );

    private static Waiting Asked(string root, QuestionsWaiting q) =>
        new(
            q.Count == 1 ? CommunityTexts.todo_question : CommunityTexts.todo_questions.With(q.Count),
            CommunityTexts.todo_questions_text.With(q.Title),
            $"{root}/offers/{q.OfferId}/questions",
            CommunityTexts.todo_questions_do
        );

    private static IEnumerable<BoardMoment> NextOnBonds(IReadOnlyList<PeriodRow> rows, Currency currency) =>
        rows.Select(p => p.SeriesId)
            .Distinct()
            .Select(id => PeriodWords.Next(rows, id))
            .OfType<PeriodRow>()
            .Select(p => new BoardMoment(
                p.DueOn,
                string.Format(BoardTexts.coming_bond, p.Code, Shown.Money(p.PaymentMinor, currency)),
                p.PrincipalMinor == 0
                    ? BoardTexts.coming_bond_interest
                    : string.Format(
                        BoardTexts.coming_bond_parts,
                        Shown.Money(p.InterestMinor, currency),
                        Shown.Money(p.PrincipalMinor, currency)
                    ),
                IsExpected: true
            ));

    private static bool IsReturned(OfferShown offer) =>
        offer.State == OfferState.Draft && offer.Steps is [.., { Note: not null }];

    private static Waiting Returned(string root, OfferShown offer) =>
        new(
            string.Format(BoardTexts.todo_returned, offer.Title),
            string.Format(BoardTexts.todo_returned_text, offer.Steps[^1].Name, offer.Steps[^1].Note),
            $"{root}/offers/{offer.Id}",
            BoardTexts.todo_returned_do
        );

    private static Waiting Draft(string root, OfferShown offer, Readiness is_) =>
        new(
            string.Format(is_.IsReady ? BoardTexts.todo_submit : BoardTexts.todo_draft, offer.Title),
            is_.IsReady ? BoardTexts.todo_submit_text : BoardTexts.todo_draft_text,
            $"{root}/offers/{offer.Id}",
            is_.IsReady ? BoardTexts.todo_submit_do : BoardTexts.todo_draft_do,
            is_.IsReady ? null : is_
        );

    private static IEnumerable<Waiting> Accounts(string root, EnterpriseAccounts of)
    {
        if (of.BankAccount is null)
            yield return new(
                BoardTexts.todo_bank,
                BoardTexts.todo_bank_text,
                $"{root}/settings#bank",
                BoardTexts.todo_bank_do
            );
        if (!of.HasPaymentAccount)
            yield return new(
                BoardTexts.todo_payments,
                BoardTexts.todo_payments_text,
                $"{root}/settings#payments",
                BoardTexts.todo_payments_do
            );
    }

    private static Waiting Declare(string root, InterestDue due) =>
        new(
            string.Format(BoardTexts.todo_interest, Shown.Date(due.From), Shown.Date(due.Until)),
            string.Format(
                BoardTexts.todo_interest_text,
                Shown.Count(due.Most.Holders),
                Shown.Money(due.Most.TotalMinor, due.Most.Currency),
                Shown.Percent(due.Most.CapPpm)
            ),
            $"{root}/interest",
            BoardTexts.todo_interest_do
        );

    private static IEnumerable<BoardMoment> ComingOf(OfferShown offer)
    {
        if (offer.State == OfferState.Approved)
            yield return new(offer.Terms.OpensOn, string.Format(BoardTexts.coming_opens, offer.Title), "");
        if (offer.Terms.ClosesOn is not { } last)
            yield break;
        if (offer.State is OfferState.Approved or OfferState.Open)
            yield return new(last, string.Format(BoardTexts.coming_closes, offer.Title), BoardTexts.coming_closes_text);
        if (offer.State is OfferState.Closed)
            yield return new(
                last.AddDays(offer.Terms.ReflectionDays + 1),
                string.Format(
                    offer.IsOfBonds ? BoardTexts.coming_bonds_issued : BoardTexts.coming_allotted,
                    offer.Title
                ),
                BoardTexts.coming_allotted_text,
                IsExpected: true
            );
    }
}
