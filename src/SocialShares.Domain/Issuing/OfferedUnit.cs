namespace SocialShares.Domain;

/// <summary>What one unit of an offer is.</summary>
/// <param name="ShareClassId">The class of the share; null for a bond.</param>
/// <param name="Price">Par value or nominal value.</param>
public sealed record OfferedUnit(ShareClassId? ShareClassId, Money Price)
{
    /// <summary>A share of a class.</summary>
    public static OfferedUnit Share(ShareClass of) => new(of.Id, new Money(of.ParValueMinor, of.Currency));

    /// <summary>A bond.</summary>
    public static OfferedUnit Bond(BondTerms terms) => new(null, new Money(terms.NominalMinor, terms.Currency));
}
