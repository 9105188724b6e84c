using MediatR;
using SocialShares.Features.Bonds;
using SocialShares.Features.Issuing;
using SocialShares.Look;

namespace SocialShares.Pages.Board;

/// <summary>A series with what one bond of it pays, period by period: what board and reviewer promise by their decision.</summary>
public sealed record PromisedSeries(SeriesShown Series, Currency Currency, CashFlowShown Flow)
{
    /// <summary>For the chart and its table.</summary>
    public CashFlow Chart =>
        new(
            Currency,
            [
                .. Flow.Rows.Select(r => new CashLine(
                    r.DueOn,
                    r.InterestMinor,
                    r.PrincipalMinor,
                    r.ClosingMinor,
                    CashState.Expected
                )),
            ]
        );

    /// <summary>Of each series of an offer; none for an offer of shares.</summary>
    public static async Task<IReadOnlyList<PromisedSeries>> Of(
        OfferShown offer,
        Func<IRequest<CashFlowShown>, Task<CashFlowShown>> ask
    )
    {
        var promised = new List<PromisedSeries>(offer.Series.Count);
        foreach (var s in offer.Series)
        {
            var flow = await ask(new ReadCashFlow(s.Id, s.Terms.NominalMinor));
            promised.Add(new PromisedSeries(s, offer.Currency, flow));
        }
        return promised;
    }
}
