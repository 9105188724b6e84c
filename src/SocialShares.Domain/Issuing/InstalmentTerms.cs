namespace SocialShares.Domain;

/// <summary>
/// How applicants of an offer of shares may pay in parts. What is promised counts toward the maximum at once, toward the minimum
/// when it is paid. Only where nothing can be scaled back: what was promised for later months cannot be divided with what
/// others have paid today.
/// </summary>
/// <param name="MostParts">The most monthly parts, the first included; 2 to 60.</param>
/// <param name="GraceDays">Days after the due day of a part at the end of which the payments count as stopped; 7 to 90.</param>
public sealed record InstalmentTerms(int MostParts, int GraceDays)
{
    /// <summary>Fewer is paying at once.</summary>
    public const int FewestParts = 2;

    /// <summary>Five years.</summary>
    public const int LongestParts = 60;

    /// <summary>So many days at least: a bank needs some.</summary>
    public const int ShortestGraceDays = 7;

    /// <summary>So many days at most.</summary>
    public const int LongestGraceDays = 90;

    /// <summary>Refuses what contradicts the other terms.</summary>
    /// <exception cref="Refused"><c>offer.terms.instalments-bonds</c>, <c>offer.terms.instalment-parts</c>,
    /// <c>offer.terms.instalment-grace</c>, <c>offer.terms.instalments-beyond</c>.</exception>
    public void Check(OfferTerms terms, bool isOfBonds)
    {
        Terms.Require(!isOfBonds, "offer.terms.instalments-bonds", "mostParts");
        Terms.Require(
            MostParts is >= FewestParts and <= LongestParts,
            "offer.terms.instalment-parts",
            "mostParts",
            FewestParts,
            LongestParts
        );
        Terms.Require(
            GraceDays is >= ShortestGraceDays and <= LongestGraceDays,
            "offer.terms.instalment-grace",
            "graceDays",
            ShortestGraceDays,
            LongestGraceDays
        );
        var mostAppliedFor = terms.Allocation?.MostAppliedForMinor ?? terms.MaximumTargetMinor;
        Terms.Require(mostAppliedFor <= terms.MaximumTargetMinor, "offer.terms.instalments-beyond", "mostParts");
    }
}
