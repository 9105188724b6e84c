using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>Everything a citizen has and waits for, as a letter with a passbook in it.</summary>
[SignedInOnly]
public sealed class PortfolioModel(IMediator mediator, TimeProvider clock) : SharesPage(mediator)
{
    // More would make the page slow and nobody reads them; the rest stays on the pages of the applications.
    private const int MostInProgress = 20;

    private static readonly ApplicationState[] InProgress =
    [
        ApplicationState.Started,
        ApplicationState.AwaitingPayment,
        ApplicationState.Paid,
        ApplicationState.Confirmed,
        ApplicationState.Allotted,
        ApplicationState.Refunding,
    ];

    /// <summary>The year of the passbook; the newest with a movement when none is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<HoldingRead> Holdings { get; private set; } = [];

    /// <summary>Applications that are neither shares yet nor over, the newest in front.</summary>
    public IReadOnlyList<ApplicationShown> Waiting { get; private set; } = [];

    /// <summary>Applications that came to nothing: cancelled, expired, refunded.</summary>
    public IReadOnlyList<ApplicationLine> Ended { get; private set; } = [];

    public int BookYear => Year ?? LastYearWithMovement();

    public bool IsEmpty => Holdings.Count == 0 && Waiting.Count == 0;

    /// <summary>Years with a movement, newest first, but for the one that is shown.</summary>
    public IReadOnlyList<int> OtherYears =>
        [
            .. Holdings
                .SelectMany(h => h.Years.Select(y => y.Year))
                .Append(Today.Year)
                .Distinct()
                .Where(y => y != BookYear)
                .OrderDescending(),
        ];

    public async Task OnGetAsync()
    {
        Today = ReadersDay.Today(clock);
        var holdings = new List<HoldingRead>();
        foreach (var card in await Ask(new ReadPortfolio()))
            holdings.Add(await Ask(new ReadHolding(card.MemberId)));
        Holdings = holdings;
        var lines = await Ask(new ListMyApplications());
        var waiting = new List<ApplicationShown>();
        foreach (var line in lines.Where(l => InProgress.Contains(l.State)).Take(MostInProgress))
            waiting.Add(await Ask(new ReadApplication(line.Id)));
        Waiting = waiting;
        Ended =
        [
            .. lines
                .Where(l => l.State != ApplicationState.Issued && !InProgress.Contains(l.State))
                .Take(MostInProgress),
        ];
    }

    /// <summary>The opening sentence, with its figures in bold.</summary>
    public Markup Lead()
    {
        var held = Holdings.Where(h => h.Card.Units > 0).ToList();
        var waits = Waiting.Where(IsPaidIn).ToList();
        var (have, wait) = (
            Words.Sums(held.Select(h => (h.Card.PaidMinor, h.Card.Currency))),
            Words.Sums(waits.Select(a => (a.AmountMinor, a.Offer.Currency)))
        );
        var interest = Holdings.Where(h => h.Card.InterestMinor > 0).ToList();
        var first =
            held.Count == 0 ? Markup.Of($"{CitizenTexts.portfolio_nothing}")
            : held.Count == 1 ? CitizenTexts.portfolio_have_one.WithBold(have, held[0].Card.EnterpriseName)
            : CitizenTexts.portfolio_have.WithBold(have, Shown.Count(held.Count));
        var second = Markup.If(waits.Count > 0, CitizenTexts.portfolio_waits.WithBold(wait));
        var third = Markup.If(
            held.Count > 0,
            interest.Count == 0
                ? Markup.Of($"{CitizenTexts.portfolio_no_interest}")
                : CitizenTexts.portfolio_interest.WithBold(
                    Words.Sums(interest.Select(h => (h.Card.InterestMinor, h.Card.Currency)))
                )
        );
        return Markup.Of($"{first} {second} {third}");
    }

    /// <summary>The dates ahead that are known, the next one first.</summary>
    public IReadOnlyList<(DateOnly On, string What, string Text, ApplicationShown Application)> Ahead()
    {
        var ahead = new List<(DateOnly On, string What, string Text, ApplicationShown Application)>();
        foreach (var a in Waiting)
        {
            var amount = Shown.Money(a.AmountMinor, a.Offer.Currency);
            if (a is { State: ApplicationState.Paid, ReflectionEndsOn: { } ends, CanCancel: true })
                ahead.Add((ends, CitizenTexts.ahead_think, CitizenTexts.ahead_think_text.With(amount), a));
            if (a.State == ApplicationState.AwaitingPayment)
                ahead.Add((Today, CitizenTexts.ahead_pay, CitizenTexts.ahead_pay_text.With(amount), a));
            if (a.State is ApplicationState.Paid or ApplicationState.Confirmed && a.Offer.ClosesOn >= Today)
                ahead.Add((a.Offer.ClosesOn, CitizenTexts.ahead_closes, CitizenTexts.ahead_closes_text, a));
        }
        return [.. ahead.OrderBy(x => x.On)];
    }

    /// <summary>The movements of the year that is shown, oldest first.</summary>
    public IReadOnlyList<(Movement Movement, HoldingCard Card)> Book() =>
        [
            .. Holdings
                .SelectMany(h =>
                    h.Years.Where(y => y.Year == BookYear).SelectMany(y => y.Movements.Select(m => (m, h.Card)))
                )
                .OrderBy(x => x.m.On),
        ];

    /// <summary>Money that was paid in this year and is not yet shares.</summary>
    public IReadOnlyList<ApplicationShown> BookInPencil() =>
        [
            .. Waiting
                .Where(a => IsPaidIn(a) && a.PaidAt is { } at && ReadersDay.Of(at).Year == BookYear)
                .OrderBy(a => a.PaidAt),
        ];

    // An empty book tells nobody anything: the newest year in which something happened is shown instead.
    private int LastYearWithMovement()
    {
        if (Waiting.Any(a => IsPaidIn(a) && a.PaidAt is { } at && ReadersDay.Of(at).Year == Today.Year))
            return Today.Year;
        return Holdings.SelectMany(h => h.Years.Select(y => y.Year)).DefaultIfEmpty(Today.Year).Max();
    }

    private static bool IsPaidIn(ApplicationShown a) =>
        a.State is ApplicationState.Paid or ApplicationState.Confirmed or ApplicationState.Allotted;
}
