namespace SocialShares.Domain;

/// <summary>How an offer is sold. Source: uk.coop Community Shares Handbook ch. 4. Stored by name; the order has no meaning.</summary>
public enum OfferKind
{
    /// <summary>Opens and closes on a day; allotted when it has closed.</summary>
    TimeBound,

    /// <summary>Has no closing day until the board names one; what is paid and confirmed is issued in batches. Shares only.</summary>
    Open,

    /// <summary>Time-bound, and for the existing members of the enterprise only.</summary>
    Pioneer,
}
