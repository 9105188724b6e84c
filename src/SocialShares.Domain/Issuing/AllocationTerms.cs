namespace SocialShares.Domain;

/// <summary>Who gets what when applications ask for more than there is. Stored by name. See <c>infra/docs/allotment.md</c>.</summary>
public enum AllocationPolicy
{
    /// <summary>In the order of payment, until nothing is left.</summary>
    FirstCome,

    /// <summary>Everybody the same part of what they asked, in whole units by largest remainder.</summary>
    ProRata,

    /// <summary>Everybody the same number of units, up to what they asked: the smallest applications are filled first.</summary>
    EqualFill,
}

/// <summary>How units are allotted; part of the terms, fixed before the offer opens.</summary>
/// <param name="Policy">Who gets what when there is not enough.</param>
/// <param name="ResidentsFirst">Are residents allotted among themselves first, the others from what is left?</param>
/// <param name="MayScaleBelowMinimum">May an applicant be allotted less than the least for one holder? If not, whoever
/// cannot get that much gets nothing.</param>
/// <param name="MostAppliedForMinor">Applications are taken until they ask for this together: the maximum target, or more
/// where the policy divides what there is. Minor units, whole units, at most ten times the maximum target.</param>
public sealed record AllocationTerms(
    AllocationPolicy Policy,
    bool ResidentsFirst,
    bool MayScaleBelowMinimum,
    long MostAppliedForMinor
)
{
    /// <summary>Money of ten times as many people as can be served is held for nothing: more is a mistake.</summary>
    public const int MostTimesOver = 10;

    /// <summary>What holds where terms say nothing: first come first served, and nobody may ask for more than there is.</summary>
    public static AllocationTerms Usual(long maximumTargetMinor) =>
        new(AllocationPolicy.FirstCome, ResidentsFirst: false, MayScaleBelowMinimum: false, maximumTargetMinor);

    /// <summary>Refuses terms that contradict the targets.</summary>
    /// <param name="terms">The terms that these are part of.</param>
    /// <param name="parValueMinor">Price of one unit.</param>
    /// <param name="pools">How many things are allotted each on its own: tranches of bonds; 1 for shares.</param>
    /// <exception cref="Refused"><c>offer.terms.most-applied-for</c>, <c>offer.terms.allocation-least</c>,
    /// <c>offer.terms.open-allocation</c>.</exception>
    public void Check(OfferTerms terms, long parValueMinor, int pools = 1)
    {
        // An open offer is issued piece by piece, so that nobody knows what all ask together.
        Terms.Require(
            terms.Kind != OfferKind.Open || this == Usual(terms.MaximumTargetMinor),
            "offer.terms.open-allocation",
            "policy"
        );
        var most = (Int128)terms.MaximumTargetMinor * MostTimesOver;
        Terms.Require(
            MostAppliedForMinor >= terms.MaximumTargetMinor
                && MostAppliedForMinor <= most
                && MostAppliedForMinor % parValueMinor == 0,
            "offer.terms.most-applied-for",
            "mostAppliedForMinor",
            MostTimesOver
        );
        if (MayScaleBelowMinimum || MostAppliedForMinor == terms.MaximumTargetMinor)
            return;
        // What is too little for one more holder stays unsold; that must never make a full offer miss its minimum.
        var unsold = (Int128)(terms.MinimumPerHolderMinor - parValueMinor) * pools;
        Terms.Require(
            terms.MaximumTargetMinor - terms.MinimumTargetMinor >= unsold,
            "offer.terms.allocation-least",
            "mayScaleBelowMinimum"
        );
    }
}
