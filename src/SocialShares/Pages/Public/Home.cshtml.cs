using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>The noticeboard: what is open, what comes, and what became of everything before.</summary>
[AllowAnonymous]
public sealed class HomeModel(IMediator mediator) : SharesPage(mediator)
{
    private static readonly OfferState[] Past =
    [
        OfferState.Closed,
        OfferState.Allotted,
        OfferState.Completed,
        OfferState.Failed,
    ];

    /// <summary>The village that was asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? Place { get; set; }

    /// <summary>Every village that has an offer, to choose from while typing.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    /// <summary>Open ones first, then those that come; the ones that end or open first in front.</summary>
    public IReadOnlyList<OfferLine> Notices { get; private set; } = [];

    /// <summary>Every offer that has closed, the newest in front. Never filtered away by a search.</summary>
    public IReadOnlyList<OfferLine> Earlier { get; private set; } = [];

    /// <summary>Something was asked for, and nothing was there.</summary>
    public bool NothingThere { get; private set; }

    public async Task OnGetAsync()
    {
        var everything = await Ask(new ListOffers(null));
        Places = [.. everything.Select(o => o.Place).Distinct(StringComparer.OrdinalIgnoreCase).Order()];
        Earlier = [.. everything.Where(o => Past.Contains(o.State)).OrderByDescending(o => o.ClosesOn)];
        var asked = string.IsNullOrWhiteSpace(Place) ? everything : await Ask(new ListOffers(Place));
        Notices = OnTheBoard(asked);
        NothingThere = Notices.Count == 0 && !string.IsNullOrWhiteSpace(Place);
        if (NothingThere)
            Notices = OnTheBoard(everything);
    }

    /// <summary>How many earlier offers ended like this.</summary>
    public int Ended(params OfferState[] states) => Earlier.Count(o => states.Contains(o.State));

    /// <summary>Where an offer on the board stands, in a word.</summary>
    public static (string Kind, string Text) Standing(OfferLine o) =>
        o.State == OfferState.Approved ? ("pencil", PublicTexts.home_not_open)
        : o.RaisedMinor >= o.MaximumTargetMinor ? ("ink", PublicTexts.home_full)
        : o.MinimumTargetMinor == 0 ? ("ink", PublicTexts.home_open)
        : o.RaisedMinor >= o.MinimumTargetMinor ? ("ok", PublicTexts.home_reached)
        : ("pencil", PublicTexts.home_not_reached);

    /// <summary>What happened to an offer that has closed, without guessing what comes after.</summary>
    public static (string Kind, string Icon, string Now, string Text) Outcome(OfferLine o)
    {
        var raised = Shown.WholeMoney(o.RaisedMinor, o.Currency);
        var minimum = Shown.WholeMoney(o.MinimumTargetMinor, o.Currency);
        return o.State switch
        {
            OfferState.Failed => ("ink", "arrow", PublicTexts.home_failed, PublicTexts.home_failed_text.With(minimum)),
            OfferState.Completed => ("ok", "tick", PublicTexts.home_done, PublicTexts.home_done_text.With(raised)),
            OfferState.Allotted => (
                "ok",
                "tick",
                o.IsOfBonds ? PublicTexts.home_issued_bonds : PublicTexts.home_issued,
                (o.IsOfBonds ? PublicTexts.home_issued_bonds_text : PublicTexts.home_issued_text).With(raised)
            ),
            _ => ("pencil", "clock", PublicTexts.home_settling, PublicTexts.home_settling_text.With(raised)),
        };
    }

    private static List<OfferLine> OnTheBoard(IReadOnlyList<OfferLine> offers) =>
        [
            .. offers.Where(o => o.State == OfferState.Open).OrderBy(o => o.ClosesOn ?? DateOnly.MaxValue),
            .. offers.Where(o => o.State == OfferState.Approved).OrderBy(o => o.OpensOn),
        ];
}
