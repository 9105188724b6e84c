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
/// <param name="ReflectionDays">Calendar days after payment in which the applicant may cancel without a reason; at least what the rule pack says, at most 60.</param>
/// <param name="Extendable">May the board extend the window once, as the offer document says?</param>
/// <param name="ReflectionDaysOnceFull">The same for who applies after the offer was fully subscribed once; null: no shorter
/// period.</param>
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
    int? ReflectionDaysOnceFull = null
)
{
    /// <summary>The longest window of a time-bound offer, in days: a year.</summary>
    public const int LongestWindowDays = 366;

    /// <summary>The longest reflection period: money of people who may still change their mind builds nothing.</summary>
    public const int LongestReflectionDays = 60;

    /// <summary>The terms of an offer as they are.</summary>
    public static OfferTerms Of(Offer o) =>
        new(
            o.MinimumTargetMinor,
            o.OptimumTargetMinor,
            o.MaximumTargetMinor,
            o.OpensOn,
            o.ClosesOn,
            o.MinimumPerHolderMinor,
            o.MaximumPerHolderMinor,
            o.MaximumPerOrganisationMinor,
            o.ReflectionDays,
            o.Extendable,
            o.ReflectionDaysOnceFull
        );

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
        // How short it may be is for the rule pack to say.
        Terms.Require(
            ReflectionDays is >= 1 and <= LongestReflectionDays,
            "offer.terms.reflection",
            "reflectionDays",
            1,
            LongestReflectionDays
        );
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
