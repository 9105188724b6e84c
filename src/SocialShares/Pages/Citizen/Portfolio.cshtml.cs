using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Bonds;
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
        ApplicationState.Waiting,
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

    /// <summary>Applications that are neither shares or bonds yet nor over, the newest in front.</summary>
    public IReadOnlyList<ApplicationShown> Waiting { get; private set; } = [];

    /// <summary>Parts that are still to be paid, of shares that are issued already or not yet.</summary>
    public IReadOnlyList<InstalmentLine> Parts { get; private set; } = [];

    /// <summary>Applications that came to nothing: cancelled, expired, refunded.</summary>
    public IReadOnlyList<ApplicationLine> Ended { get; private set; } = [];

    /// <summary>Open offers in which a holding can grow.</summary>
    public IReadOnlyList<TopUpOffered> TopUps { get; private set; } = [];

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
        Parts = await Ask(new ListInstalments());
        TopUps = await Ask(new ListTopUps());
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

    /// <summary>Holdings with shares in them, now or before.</summary>
    public IReadOnlyList<HoldingRead> OfShares =>
        [.. Holdings.Where(h => h.Card.AdmittedOn is not null || h.Card.Bonds.Count == 0)];

    /// <summary>Every series of bonds, of every enterprise.</summary>
    public IReadOnlyList<(HoldingCard Card, BondHeld Bond)> Bonds =>
        [.. Holdings.SelectMany(h => h.Card.Bonds.Select(b => (h.Card, b)))];

    /// <summary>The opening sentence, with its figures in bold.</summary>
    public Markup Lead()
    {
        var held = Holdings.Where(h => h.Card.Units > 0).Select(h => h.Card).ToList();
        var lent = Bonds.Where(b => b.Bond.OutstandingMinor > 0).ToList();
        var sentences = new List<Markup>();
        if (held.Count == 0 && lent.Count == 0)
            sentences.Add(Markup.Of($"{CitizenTexts.portfolio_nothing}"));
        if (held.Count > 0)
            sentences.Add(
                Sentence(
                    [.. held.Select(c => (c.PaidMinor, c.Currency, c.EnterpriseName))],
                    CitizenTexts.portfolio_have_one,
                    CitizenTexts.portfolio_have
                )
            );
        if (lent.Count > 0)
            sentences.Add(
                Sentence(
                    [.. lent.Select(x => (x.Bond.OutstandingMinor, x.Card.Currency, x.Card.EnterpriseName))],
                    CitizenTexts.bond_have_one,
                    CitizenTexts.bond_have
                )
            );
        foreach (var isOfBonds in (bool[])[false, true])
            if (Waiting.Where(a => IsPaidIn(a) && a.Offer.IsOfBonds == isOfBonds).ToList() is { Count: > 0 } waits)
                sentences.Add(
                    (isOfBonds ? CitizenTexts.bond_waits : CitizenTexts.portfolio_waits).WithBold(
                        Words.Sums(waits.Select(a => (a.AmountMinor, a.Offer.Currency)))
                    )
                );
        if (held.Count + lent.Count > 0)
            sentences.Add(InterestSoFar());
        return Markup.Join(sentences.Select(s => Markup.Of($"{s} ")));
    }

    private static Markup Sentence(
        IReadOnlyList<(long Minor, Currency Currency, string Enterprise)> parts,
        string one,
        string more
    )
    {
        var sums = Words.Sums(parts.Select(p => (p.Minor, p.Currency)));
        var enterprises = parts.Select(p => p.Enterprise).Distinct(StringComparer.Ordinal).ToList();
        return enterprises.Count == 1
            ? one.WithBold(sums, enterprises[0])
            : more.WithBold(sums, Shown.Count(enterprises.Count));
    }

    private Markup InterestSoFar()
    {
        var interest = Holdings
            .Select(h => (Minor: h.Card.InterestMinor + h.Card.Bonds.Sum(b => b.InterestMinor), h.Card.Currency))
            .Where(x => x.Minor > 0)
            .ToList();
        return interest.Count == 0
            ? Markup.Of($"{CitizenTexts.portfolio_no_interest}")
            : CitizenTexts.portfolio_interest.WithBold(Words.Sums(interest));
    }

    /// <summary>The dates ahead that are known, the next one first.</summary>
    public IReadOnlyList<AheadLine> Ahead()
    {
        var ahead = new List<AheadLine>();
        foreach (var a in Waiting)
        {
            var amount = Shown.Money(a.AmountMinor, a.Offer.Currency);
            var bonds = a.Offer.IsOfBonds;
            void Add(DateOnly on, string what, string text) =>
                ahead.Add(
                    new AheadLine(on, what, text, a.Offer.EnterpriseName, $"/applications/{a.Id}", a.Offer.Title)
                );
            if (a is { State: ApplicationState.Paid, ReflectionEndsOn: { } ends, CanCancel: true })
                Add(ends, CitizenTexts.ahead_think, CitizenTexts.ahead_think_text.With(amount));
            if (a.State == ApplicationState.AwaitingPayment)
                Add(
                    Today,
                    CitizenTexts.ahead_pay,
                    (bonds ? CitizenTexts.bond_ahead_pay : CitizenTexts.ahead_pay_text).With(amount)
                );
            if (a.State is ApplicationState.Paid or ApplicationState.Confirmed && a.Offer.ClosesOn >= Today)
                Add(
                    a.Offer.ClosesOn.Value,
                    CitizenTexts.ahead_closes,
                    bonds ? CitizenTexts.bond_ahead_closes : CitizenTexts.ahead_closes_text
                );
        }
        foreach (var part in Parts)
            ahead.Add(
                new AheadLine(
                    part.DueOn,
                    CitizenTexts.ahead_part,
                    CitizenTexts.ahead_part_text.With(
                        Shown.Money(part.NextMinor, part.Currency),
                        Shown.Money(part.LeftMinor, part.Currency)
                    ),
                    part.EnterpriseName,
                    $"/applications/{part.ApplicationId}#parts",
                    part.Title
                )
            );
        foreach (var (card, bond) in Bonds)
            if (bond.NextOn is { } next && bond.NextMinor > 0)
                ahead.Add(
                    new AheadLine(
                        next,
                        CitizenTexts.bond_ahead_next.With(bond.Code),
                        CitizenTexts.bond_ahead_next_text.With(Shown.Money(bond.NextMinor, card.Currency)),
                        card.EnterpriseName,
                        $"/holdings/{card.MemberId}#bonds-{bond.Code}",
                        bond.Code
                    )
                );
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

    /// <summary>Money that was paid in this year and is not yet shares or bonds.</summary>
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

/// <summary>A date that is known ahead, in pencil.</summary>
/// <param name="On">The day.</param>
/// <param name="What">What happens then.</param>
/// <param name="Text">What it means for the person.</param>
/// <param name="Enterprise">Whose it is.</param>
/// <param name="Href">Where more is to be seen.</param>
/// <param name="About">What that is, for whoever hears the link alone.</param>
public sealed record AheadLine(DateOnly On, string What, string Text, string Enterprise, string Href, string About);
