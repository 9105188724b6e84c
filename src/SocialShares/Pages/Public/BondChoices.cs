using SocialShares.Features.Issuing;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>The question which series, in the calculator and in an application.</summary>
/// <param name="Offer">Of bonds, with more than one series.</param>
/// <param name="Chosen">The one that is marked; null for none.</param>
public sealed record BondChoices(OfferShown Offer, SeriesShown? Chosen)
{
    /// <summary>The field: the id of the chosen series.</summary>
    public string? Series => Chosen is null ? null : $"{Chosen.Id}";

    /// <summary>How much of a series is still to be had.</summary>
    public string Left(SeriesShown series)
    {
        var left = series.UnitsLeft * series.Terms.NominalMinor;
        var all = Shown.WholeMoney(series.MaximumMinor, Offer.Currency);
        return left == 0
            ? PublicTexts.bond_gone.With(all)
            : PublicTexts.bond_left.With(Shown.WholeMoney(left, Offer.Currency), all);
    }
}
