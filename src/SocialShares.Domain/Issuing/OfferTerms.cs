namespace SocialShares.Domain;

/// <summary>
/// The terms of a time-bound offer of shares or bonds. Amounts are minor units of its currency and whole multiples of
/// the price of one unit. Sources: uk.coop Community Shares Handbook ch. 4 (targets, window); ECSP Art. 22 (reflection).
/// </summary>
/// <param name="MinimumTargetMinor">Below this at close everyone is refunded; 0 when the offer has no minimum.</param>
/// <param name="OptimumTargetMinor">What the whole plan needs.</param>
/// <param name="MaximumTargetMinor">Never more than this is taken.</param>
/// <param name="OpensOn">First day, in the enterprise's zone.</param>
/// <param name="ClosesOn">Last day; applications are taken until it ends.</param>
/// <param name="MinimumPerHolderMinor">The least that one holder may put in.</param>
/// <param name="MaximumPerHolderMinor">The most that one person may put in, counting what is applied for and held.</param>
/// <param name="MaximumPerOrganisationMinor">The most that an organisation may put in.</param>
/// <param name="ReflectionDays">Calendar days after payment in which the applicant may cancel without a reason, 4 to 60.</param>
/// <param name="Extendable">May the board extend the window once, as the offer document says?</param>
/// <param name="Allocation">Who gets what when more is asked than there is; left out: first come first served, and no more is
/// taken than there is.</param>
public sealed record OfferTerms(
    long MinimumTargetMinor,
    long OptimumTargetMinor,
    long MaximumTargetMinor,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    long MinimumPerHolderMinor,
    long MaximumPerHolderMinor,
    long MaximumPerOrganisationMinor,
    int ReflectionDays,
    bool Extendable,
    AllocationTerms? Allocation = null
)
{
    /// <summary>The longest window of a time-bound offer, in days: a year.</summary>
    public const int LongestWindowDays = 366;

    /// <summary>Refuses terms that contradict each other or the par value, naming the field.</summary>
    /// <param name="parValueMinor">Price of one unit.</param>
    /// <param name="isOfBonds">Decides which word the refusal uses.</param>
    /// <exception cref="Refused">Codes <c>offer.terms.*</c>.</exception>
    public void Check(long parValueMinor, bool isOfBonds)
    {
        Terms.Require(MinimumTargetMinor >= 0, "offer.terms.minimum-target", "minimumTargetMinor");
        Terms.Require(OptimumTargetMinor >= MinimumTargetMinor, "offer.terms.optimum-target", "optimumTargetMinor");
        Terms.Require(OptimumTargetMinor > 0, "offer.terms.optimum-target", "optimumTargetMinor");
        Terms.Require(MaximumTargetMinor >= OptimumTargetMinor, "offer.terms.maximum-target", "maximumTargetMinor");
        Terms.Require(ClosesOn > OpensOn, "offer.terms.closes-on", "closesOn");
        Terms.Require(
            ClosesOn.DayNumber - OpensOn.DayNumber <= LongestWindowDays,
            "offer.terms.window",
            "closesOn",
            LongestWindowDays
        );
        Terms.Require(MinimumPerHolderMinor > 0, "offer.terms.minimum-per-holder", "minimumPerHolderMinor");
        Terms.Require(
            MaximumPerHolderMinor >= MinimumPerHolderMinor,
            "offer.terms.maximum-per-holder",
            "maximumPerHolderMinor"
        );
        Terms.Require(
            MaximumPerHolderMinor <= MaximumTargetMinor,
            "offer.terms.maximum-per-holder",
            "maximumPerHolderMinor"
        );
        Terms.Require(
            MaximumPerOrganisationMinor >= MinimumPerHolderMinor && MaximumPerOrganisationMinor <= MaximumTargetMinor,
            "offer.terms.maximum-per-organisation",
            "maximumPerOrganisationMinor"
        );
        Terms.Require(ReflectionDays is >= 4 and <= 60, "offer.terms.reflection", "reflectionDays");
        Allocation?.Check(this, parValueMinor);
        CheckWholeUnits(parValueMinor, isOfBonds ? "offer.terms.whole-bonds" : "offer.terms.whole-shares");
    }

    private void CheckWholeUnits(long parValueMinor, string code)
    {
        (long Minor, string Field)[] amounts =
        [
            (MinimumTargetMinor, "minimumTargetMinor"),
            (OptimumTargetMinor, "optimumTargetMinor"),
            (MaximumTargetMinor, "maximumTargetMinor"),
            (MinimumPerHolderMinor, "minimumPerHolderMinor"),
            (MaximumPerHolderMinor, "maximumPerHolderMinor"),
            (MaximumPerOrganisationMinor, "maximumPerOrganisationMinor"),
        ];
        foreach (var (minor, field) in amounts)
            Terms.Require(minor % parValueMinor == 0, code, field, parValueMinor);
    }
}
