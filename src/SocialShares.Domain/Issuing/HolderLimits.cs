namespace SocialShares.Domain;

/// <summary>
/// The least and the most that one holder may have of an offer: the only place of these rules, for buying, transfer,
/// import, gift and top-up alike. Amounts are minor units. Of several maxima the lowest holds.
/// </summary>
/// <param name="MinimumMinor">The least of one application.</param>
/// <param name="MaximumMinor">The most in money, held and applied for together.</param>
/// <param name="MaximumUnits">The most in units, held and applied for together; null: no such limit.</param>
/// <param name="MaximumSharePpm">The most as a part of the maximum target, parts per million; null: no such limit.</param>
/// <param name="MaximumShareMinor">The same in money, rounded down to whole units; null: no such limit.</param>
/// <param name="PriceMinor">Price of one unit.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="OfBonds">Decides which word a refusal uses.</param>
public sealed record HolderLimits(
    long MinimumMinor,
    long MaximumMinor,
    long? MaximumUnits,
    int? MaximumSharePpm,
    long? MaximumShareMinor,
    long PriceMinor,
    Currency Currency,
    bool OfBonds
)
{
    /// <summary>Whole units for an amount, refused when it is outside the limits by itself.</summary>
    /// <exception cref="Refused"><c>application.below-minimum</c>, <c>application.above-maximum</c>,
    /// <c>application.whole-shares</c>, <c>application.whole-bonds</c>, <c>application.above-units</c>,
    /// <c>application.above-share</c>.</exception>
    public long UnitsFor(long amountMinor)
    {
        if (amountMinor < MinimumMinor)
            throw Refusal("application.below-minimum", Amount(MinimumMinor));
        if (amountMinor > MaximumMinor)
            throw Refusal("application.above-maximum", Amount(MaximumMinor));
        if (amountMinor % PriceMinor != 0)
            throw Refusal(OfBonds ? "application.whole-bonds" : "application.whole-shares", Amount(PriceMinor));
        var units = amountMinor / PriceMinor;
        CheckTogether(HolderHas.Nothing, HolderHas.Nothing, new HolderHas(amountMinor, units));
        return units;
    }

    /// <summary>Refuses when a holder would have more than the most.</summary>
    /// <param name="held">What the holder has in the register: of the class for shares, of the series for bonds.</param>
    /// <param name="applied">What the holder applies for elsewhere in the same offer.</param>
    /// <param name="asked">What is asked now.</param>
    /// <exception cref="Refused"><c>application.above-maximum-together</c>, <c>application.above-units</c>,
    /// <c>application.above-share</c>; each with the limit and what it would be together.</exception>
    public void CheckTogether(HolderHas held, HolderHas applied, HolderHas asked)
    {
        var together = held + applied + asked;
        if (together.Minor > MaximumMinor)
            throw Refusal("application.above-maximum-together", Amount(MaximumMinor), Amount(together.Minor));
        if (together.Units > MaximumUnits)
            throw Refusal("application.above-units", MaximumUnits.Value, together.Units);
        if (together.Minor > MaximumShareMinor)
            throw Refusal(
                "application.above-share",
                new Rate(MaximumSharePpm ?? 0),
                Amount(MaximumShareMinor.Value),
                Amount(together.Minor)
            );
    }

    private Money Amount(long minor) => new(minor, Currency);

    private static Refused Refusal(string code, params object[] numbers) =>
        new(code, numbers) { Field = "amountMinor" };
}

/// <summary>What somebody has, or asks for.</summary>
/// <param name="Minor">At the price of each unit, minor units.</param>
/// <param name="Units">Shares or bonds.</param>
public readonly record struct HolderHas(long Minor, long Units)
{
    /// <summary>Nothing.</summary>
    public static HolderHas Nothing => default;

    /// <summary>Both together.</summary>
    public static HolderHas operator +(HolderHas a, HolderHas b) => new(a.Minor + b.Minor, a.Units + b.Units);
}
