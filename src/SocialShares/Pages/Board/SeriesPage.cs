using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Bonds;
using SocialShares.Http;

namespace SocialShares.Pages.Board;

/// <summary>A page about one series of bonds of the board's own enterprise.</summary>
public abstract class SeriesPage(IMediator mediator, TimeProvider clock) : BoardPage("bonds", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid SeriesId { get; set; }

    public BondSeriesRead Of { get; private set; } = null!;

    /// <summary>The page of the series.</summary>
    public string Here => $"{Root}/bonds/{SeriesId}";

    /// <summary>Why the issuer cannot redeem early now; null when it can.</summary>
    public string? WhyNotRedeem =>
        Of.Series.Terms.EarlyRedemption?.IssuerAfterMonths is null ? Resources.BoardTexts.redeem_not_terms
        : Of.Line.Units == 0 ? Resources.BoardTexts.redeem_not_units
        : Of.FirstRedeemablePeriodNo is null ? Resources.BoardTexts.redeem_not_left
        : null;

    /// <summary>Why no transfer can be recorded; null when one can.</summary>
    public string? WhyNotTransfer =>
        !Of.Series.Terms.Transferable ? Resources.BoardTexts.transfer_not_terms
        : Of.Line.Units == 0 ? Resources.BoardTexts.redeem_not_units
        : null;

    // A series of another enterprise is not on this board.
    protected async Task Read()
    {
        Of = await Ask(new ReadBondSeries(new BondSeriesId(SeriesId)));
        if (Of.Line.EnterpriseId != EnterpriseId || Of.Line.IssuedOn is null)
            throw new NotThere("bond-series");
    }
}
