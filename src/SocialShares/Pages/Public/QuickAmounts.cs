namespace SocialShares.Pages.Public;

/// <summary>The amounts on the tear-off strips of an offer, from the least that one holder may put in.</summary>
public static class QuickAmounts
{
    private static readonly int[] Times = [1, 2, 4, 10, 20, 40];

    /// <summary>At most six, none above the most that a person may put in; minor units.</summary>
    public static IReadOnlyList<long> Of(OfferTerms terms) =>
        [.. Times.Select(t => terms.MinimumPerHolderMinor * t).Where(a => a <= terms.MaximumPerHolderMinor)];

    /// <summary>What the calculator shows before anybody chose: the fourth strip, or the largest there is.</summary>
    public static long First(OfferTerms terms) => Of(terms).Take(4).Last();
}
