namespace SocialShares.Features.Issuing;

/// <summary>A series of bonds as everyone sees it.</summary>
/// <param name="Id">The series.</param>
/// <param name="No">Counts from 1 within the offer.</param>
/// <param name="Code">Short name within the enterprise.</param>
/// <param name="MaximumMinor">The most of it that is sold.</param>
/// <param name="UnitsOffered">The same in bonds.</param>
/// <param name="UnitsReserved">Bonds that are asked for; once issued, those that were allotted.</param>
/// <param name="UnitsBeyond">So many more than offered may be asked for.</param>
/// <param name="Terms">What every bond promises.</param>
/// <param name="IssuedOn">First day of interest; null while it is not issued.</param>
public sealed record SeriesShown(
    BondSeriesId Id,
    int No,
    string Code,
    long MaximumMinor,
    long UnitsOffered,
    long UnitsReserved,
    long UnitsBeyond,
    BondTerms Terms,
    DateOnly? IssuedOn
)
{
    /// <summary>Bonds that may still be asked for.</summary>
    public long UnitsLeft => UnitsOffered + UnitsBeyond - UnitsReserved;

    public static SeriesShown Of(BondSeries s) =>
        new(
            s.Id,
            s.No,
            s.Code,
            s.UnitsOffered * s.NominalMinor,
            s.UnitsOffered,
            s.UnitsReserved,
            s.UnitsBeyond,
            s.Terms,
            s.IssuedOn
        );
}
