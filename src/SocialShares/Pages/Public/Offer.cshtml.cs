using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>One offer, in the order in which people ask: what happens, how far it is, what I risk, who is behind it.</summary>
[AllowAnonymous]
public sealed partial class OfferModel(IMediator mediator, TimeProvider clock) : SharesPage(mediator)
{
    /// <summary>What was typed into the calculator.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Amount { get; set; }

    public OfferShown Offer { get; private set; } = null!;

    /// <summary>The day it is where the enterprise is.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>What the calculator reckons with, minor units; what was typed, or the suggestion where that is no amount.</summary>
    public long Minor { get; private set; }

    /// <summary>The calculator's outcome for shares.</summary>
    public TenYears? Years { get; private set; }

    public OfferTerms Terms => Offer.Terms;

    public Currency Currency => Offer.Currency;

    public long RaisedMinor => Offer.Raised.FirmMinor + Offer.Raised.CancellableMinor;

    public bool IsOpen => Offer.State == OfferState.Open;

    /// <summary>Every share is spoken for; a cancelled application makes room again.</summary>
    public bool IsFull => IsOpen && Offer.UnitsReserved >= Offer.UnitsOffered;

    public bool TakesApplications => IsOpen && !IsFull;

    /// <summary>Applying is still ahead or possible: only then does it help to reckon with an amount.</summary>
    public bool IsAhead => IsOpen || IsPreview || Offer.State == OfferState.Approved;

    /// <summary>Only its board and administrators see it yet.</summary>
    public bool IsPreview => Offer.State is OfferState.Draft or OfferState.InReview or OfferState.Cancelled;

    /// <summary>Whole days until the last day has ended; 1 on the last day; 0 where there is none.</summary>
    public int DaysLeft => Terms.ClosesOn is { } last ? Math.Max(0, last.DayNumber - Today.DayNumber + 1) : 0;

    public int InkedPpm => Shown.SharePpm(RaisedMinor, Terms.OptimumTargetMinor);

    /// <summary>Texts of the board are in the enterprise's language, where its country tells which that is.</summary>
    public string? ContentLanguage =>
        Offer.Enterprise.Country switch
        {
            "NL" => "nl",
            "GB" or "IE" => "en",
            _ => null,
        };

    public int Residents => Offer.Enterprise.Board.Count(m => m.IsResident);

    public async Task OnGetAsync(string slug)
    {
        Offer = await Ask(new ReadOffer(slug));
        Today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, Offer.Enterprise.TimeZone);
        Minor = QuickAmounts.First(Terms);
        if (!string.IsNullOrWhiteSpace(Amount))
            Reckon();
        if (Offer.ShareClass is { } shares)
            Years = new TenYears(
                Minor,
                shares.InterestCapPpm,
                shares.InterestStartsAfterYears,
                (Terms.ClosesOn ?? Today).Year
            );
        else
            await ReckonBonds();
        await ReadCommunity();
    }

    /// <summary>Three ways it may go, the loss first.</summary>
    public Outcomes Ways()
    {
        var putIn = Shown.WholeMoney(Minor, Currency);
        var years = Years ?? throw new InvariantBroken("bonds have no ten years");
        var well =
            years.InterestMinor == 0
                ? PublicTexts.offer_well_none.With(putIn)
                : PublicTexts.offer_well_text.With(
                    Shown.Money(years.YearlyMinor, Currency),
                    $"{years.FirstYear}",
                    $"{years.LastYear}",
                    Shown.Money(years.InterestMinor, Currency),
                    putIn
                );
        return new Outcomes(
            Currency,
            Minor,
            [
                new(PublicTexts.offer_fails, PublicTexts.offer_fails_text, 0, Minor, 0),
                new(PublicTexts.offer_getsby, PublicTexts.offer_getsby_text.With(putIn), Minor, Minor, 0),
                new(PublicTexts.offer_well, well, Minor, Minor, years.InterestMinor),
            ]
        );
    }

    /// <summary>
    /// The raise day by day, of the money that is still there. On each day what was paid within the reflection period before it
    /// could still be cancelled; the last point is what the books say now.
    /// </summary>
    public RaiseOverTime Raise()
    {
        var closesOn = Terms.ClosesOn ?? throw new InvariantBroken("a raise without an end is not drawn");
        var last = Today < closesOn ? Today : closesOn;
        var days = Offer.Raised.ByDay;
        var points = new List<RaisePoint> { new(Terms.OpensOn, 0, 0) };
        foreach (var day in days.Select(d => d.Day).Where(d => d > Terms.OpensOn && d < last))
        {
            var raised = days.Where(d => d.Day <= day).Sum(d => d.Minor);
            var firm = days.Where(d => d.Day.AddDays(Terms.ReflectionDays) < day).Sum(d => d.Minor);
            points.Add(new RaisePoint(day, firm, raised - firm));
        }
        if (last > Terms.OpensOn)
            points.Add(new RaisePoint(last, Offer.Raised.FirmMinor, Offer.Raised.CancellableMinor));
        return new RaiseOverTime(
            Currency,
            Terms.OpensOn,
            closesOn,
            last,
            points,
            Terms.MinimumTargetMinor > 0 ? Terms.MinimumTargetMinor : null,
            Terms.OptimumTargetMinor,
            Terms.MaximumTargetMinor
        );
    }

    /// <summary>When a state was reached last, and by whom; null while it was not.</summary>
    public StepShown? Reached(OfferState state) => Offer.Steps.LastOrDefault(s => s.State == state);

    /// <summary>Who and when, for the line of a step; states that the clock reaches name nobody.</summary>
    public string? By(OfferState state, bool named)
    {
        if (Reached(state) is not { } step)
            return null;
        var day = Shown.Date(LegalDay.Of(step.At, Offer.Enterprise.TimeZone));
        return named ? $"{step.Name}, {day}" : day;
    }

    /// <summary>Where the one button leads: to the questions, with what was reckoned with.</summary>
    public string ApplyHref
    {
        get
        {
            var query = QueryString.Empty;
            if (Amount is not null && ModelState.ErrorCount == 0)
                query = query.Add("amount", AmountText.Write(Minor));
            if (Series is not null && Chosen is { } chosen && Offer.Series.Count > 1)
                query = query.Add("series", $"{chosen.Id}");
            return $"/apply/{Offer.Slug}{query}";
        }
    }

    private void Reckon()
    {
        if (!AmountText.TryParse(Amount, out var typed, out var problem))
            ModelState.AddModelError(nameof(Amount), AmountText.Message(problem));
        else if (typed < Terms.MinimumPerHolderMinor || typed > Terms.MaximumPerOrganisationMinor)
            ModelState.AddModelError(nameof(Amount), Limits());
        else
            Minor = typed;
    }

    /// <summary>From how much to how much, in which steps.</summary>
    public string Limits() =>
        (Offer.IsOfBonds ? PublicTexts.bond_limits : PublicTexts.offer_limits).With(
            Shown.WholeMoney(Terms.MinimumPerHolderMinor, Currency),
            Shown.WholeMoney(Terms.MaximumPerHolderMinor, Currency),
            Shown.WholeMoney(Offer.UnitPriceMinor, Currency)
        );
}
