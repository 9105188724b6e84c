namespace SocialShares.Domain;

/// <summary>
/// The terms of an offer of shares or bonds. Amounts are minor units of its currency and whole multiples of
/// the price of one unit. Sources: uk.coop Community Shares Handbook ch. 4 (targets, window); ECSP Art. 22 (reflection).
/// </summary>
/// <param name="MinimumTargetMinor">Below this at close everyone is refunded; 0 when the offer has no minimum.</param>
/// <param name="OptimumTargetMinor">What the whole plan needs; 0 for an offer with one target, which is then its maximum.</param>
/// <param name="MaximumTargetMinor">Never more than this is taken; of an open offer the most that its document speaks of.</param>
/// <param name="OpensOn">First day, in the enterprise's zone.</param>
/// <param name="ClosesOn">Last day; applications are taken until it ends. Null for an open offer.</param>
/// <param name="MinimumPerHolderMinor">The least that one holder may put in.</param>
/// <param name="MaximumPerHolderMinor">The most that one person may put in, counting what is applied for and held.</param>
/// <param name="MaximumPerOrganisationMinor">The most that an organisation may put in.</param>
/// <param name="ReflectionDays">Calendar days after payment in which the applicant may cancel without a reason; at least what the rule pack says, at most 60.</param>
/// <param name="Extendable">May the board extend the window once, as the offer document says?</param>
/// <param name="Kind">How it is sold.</param>
/// <param name="Eligibility">Who may apply; null: everybody of full age and every organisation.</param>
/// <param name="MaximumUnitsPerHolder">The most units of one holder, counting what is applied for and held; null: no
/// limit beside the amounts.</param>
/// <param name="MaximumShareOfTotalPpm">The most of one holder as a part of the maximum target, parts per million,
/// counting what is applied for and held; null: none. An open offer is measured by its maximum target too.</param>
/// <param name="Allocation">Who gets what when more is asked than there is; left out: first come first served, and no more is
/// taken than there is.</param>
/// <param name="ReflectionDaysOnceFull">The same for who applies after the offer was fully subscribed once; null: no shorter
/// period.</param>
/// <param name="Instalments">How it may be paid in monthly parts; null: at once only.</param>
public sealed record OfferTerms(
    long MinimumTargetMinor,
    long OptimumTargetMinor,
    long MaximumTargetMinor,
    DateOnly OpensOn,
    DateOnly? ClosesOn,
    long MinimumPerHolderMinor,
    long MaximumPerHolderMinor,
    long MaximumPerOrganisationMinor,
    int ReflectionDays,
    bool Extendable,
    OfferKind Kind = OfferKind.TimeBound,
    Eligibility? Eligibility = null,
    long? MaximumUnitsPerHolder = null,
    int? MaximumShareOfTotalPpm = null,
    AllocationTerms? Allocation = null,
    int? ReflectionDaysOnceFull = null,
    InstalmentTerms? Instalments = null
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
            o.Kind,
            o.Eligibility == Eligibility.Everyone ? null : o.Eligibility,
            o.MaximumUnitsPerHolder,
            o.MaximumShareOfTotalPpm,
            o.Allocation,
            o.ReflectionDaysOnceFull,
            o.Instalments
        );

    /// <summary>The terms of an enterprise of this country: postcodes are those of its country, where none is named.</summary>
    public OfferTerms In(string country) =>
        Eligibility is { Country: null } ? this with { Eligibility = Eligibility with { Country = country } } : this;

    /// <summary>Refuses terms that contradict each other or the par value, naming the field.</summary>
    /// <param name="parValueMinor">Price of one unit.</param>
    /// <param name="isOfBonds">Decides which word the refusal uses.</param>
    /// <exception cref="Refused">Codes <c>offer.terms.*</c>.</exception>
    public void Check(long parValueMinor, bool isOfBonds)
    {
        Terms.Require(MinimumTargetMinor >= 0, "offer.terms.minimum-target", "minimumTargetMinor");
        Terms.Require(
            OptimumTargetMinor == 0 || OptimumTargetMinor >= MinimumTargetMinor,
            "offer.terms.optimum-target",
            "optimumTargetMinor"
        );
        Terms.Require(
            MaximumTargetMinor > 0 && MaximumTargetMinor >= Math.Max(OptimumTargetMinor, MinimumTargetMinor),
            "offer.terms.maximum-target",
            "maximumTargetMinor"
        );
        CheckWindow(isOfBonds);
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
        CheckCaps(parValueMinor);
        var wholeUnits = isOfBonds ? "offer.terms.whole-bonds" : "offer.terms.whole-shares";
        CheckWholeUnits(parValueMinor, wholeUnits);
        Allocation?.Check(this, parValueMinor);
        Instalments?.Check(this, isOfBonds);
        Eligibility?.Check(this, parValueMinor, wholeUnits);
    }

    private void CheckWindow(bool isOfBonds)
    {
        if (Kind == OfferKind.Open)
        {
            Terms.Require(!isOfBonds, "offer.terms.open-bonds", "kind");
            Terms.Require(ClosesOn is null, "offer.terms.open-closes", "closesOn");
            Terms.Require(MinimumTargetMinor == 0, "offer.terms.open-minimum", "minimumTargetMinor");
            Terms.Require(!Extendable, "offer.terms.open-extendable", "extendable");
            return;
        }
        Terms.Require(ClosesOn > OpensOn, "offer.terms.closes-on", "closesOn");
        Terms.Require(
            ClosesOn!.Value.DayNumber - OpensOn.DayNumber <= LongestWindowDays,
            "offer.terms.window",
            "closesOn",
            LongestWindowDays
        );
    }

    // A cap that leaves no room for the least would refuse everybody.
    private void CheckCaps(long parValueMinor)
    {
        Terms.Require(
            MaximumUnitsPerHolder is null || MaximumUnitsPerHolder >= (MinimumPerHolderMinor - 1) / parValueMinor + 1,
            "offer.terms.maximum-units",
            "maximumUnitsPerHolder"
        );
        Terms.Require(
            MaximumShareOfTotalPpm is null or > 0 and <= Rate.Whole
                && (MaximumShareOfTotalPpm is null || ShareOfTotalMinor(parValueMinor) >= MinimumPerHolderMinor),
            "offer.terms.maximum-share",
            "maximumShareOfTotalPpm"
        );
    }

    /// <summary>The cap as a part of the maximum target in money, rounded down to whole units; null without one.</summary>
    public long? ShareOfTotalMinor(long parValueMinor) =>
        ShareOfTotalMinor(MaximumShareOfTotalPpm, MaximumTargetMinor, parValueMinor);

    /// <inheritdoc cref="ShareOfTotalMinor(long)"/>
    public static long? ShareOfTotalMinor(int? ppm, long maximumTargetMinor, long parValueMinor) =>
        ppm is null
            ? null
            : (long)((Int128)maximumTargetMinor * ppm.Value / Rate.Whole) / parValueMinor * parValueMinor;

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
