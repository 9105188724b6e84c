using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Bonds;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Look;

namespace SocialShares.Pages.Public;

/// <summary>The calculator of an offer of bonds: every payment that an amount in one series brings.</summary>
public sealed partial class OfferModel
{
    /// <summary>The id of the series that is reckoned with; the first one that has bonds left when none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Series { get; set; }

    /// <summary>That series; null for shares.</summary>
    public SeriesShown? Chosen { get; private set; }

    /// <summary>What it pays; null for shares.</summary>
    public CashFlowShown? Flow { get; private set; }

    /// <summary>The same, to draw; dashed, because nothing of it is paid yet.</summary>
    public CashFlow Payments =>
        new(
            Currency,
            [
                .. Flow!.Rows.Select(r => new CashLine(
                    r.DueOn,
                    r.InterestMinor,
                    r.PrincipalMinor,
                    r.ClosingMinor,
                    CashState.Expected
                )),
            ]
        );

    private async Task ReckonBonds()
    {
        Chosen =
            Offer.Series.FirstOrDefault(s => $"{s.Id}" == Series)
            ?? Offer.Series.FirstOrDefault(s => s.UnitsLeft > 0)
            ?? Offer.Series[0];
        try
        {
            Flow = await Ask(new ReadCashFlow(Chosen.Id, Minor));
        }
        catch (Refused e)
        {
            ModelState.AddModelError(nameof(Amount), RefusalText.Of(e));
            Minor = WholeBonds(Minor);
            Flow = await Ask(new ReadCashFlow(Chosen.Id, Minor));
        }
    }

    // What is shown beside the error: the nearest amount below that buys whole bonds.
    private long WholeBonds(long minor) => Math.Max(Offer.UnitPriceMinor, minor - (minor % Offer.UnitPriceMinor));
}
