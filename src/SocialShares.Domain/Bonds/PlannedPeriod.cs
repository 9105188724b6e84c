namespace SocialShares.Domain;

/// <summary>One interest period of a series: its days, its part of a year at its rates, and what happens at its end.</summary>
/// <param name="Start">First day on which interest accrues.</param>
/// <param name="End">The day after the last one; the interest date before banks' holidays.</param>
/// <param name="DueOn">The day of payment: <paramref name="End"/>, moved on when banks do not pay then.</param>
/// <param name="RecordOn">Whoever holds at the end of this day is paid.</param>
/// <param name="StartPpm">The rate on the first day, parts per million a year.</param>
/// <param name="Interest">Interest of the whole period on one minor unit of principal.</param>
/// <param name="Repays">Does principal come back at the end?</param>
/// <param name="Capitalises">Is the interest added to the principal at the end instead of being paid?</param>
public readonly record struct PlannedPeriod(
    DateOnly Start,
    DateOnly End,
    DateOnly DueOn,
    DateOnly RecordOn,
    int StartPpm,
    InterestFactor Interest,
    bool Repays,
    bool Capitalises
);

/// <summary>Interest on one minor unit of principal over some days, as an exact fraction; rounded only when an amount is asked.</summary>
/// <param name="Numerator">Zero or more.</param>
/// <param name="Denominator">More than zero.</param>
public readonly record struct InterestFactor(long Numerator, long Denominator)
{
    /// <summary>A rate over a part of a year.</summary>
    public static InterestFactor Of(int ratePpm, YearFraction years) =>
        new(ratePpm * years.Numerator, Rate.Whole * years.Denominator);

    /// <summary>Interest of two stretches together.</summary>
    public static InterestFactor operator +(InterestFactor a, InterestFactor b)
    {
        // As years of one rate they add exactly; the common rate is one millionth.
        var sum =
            YearFraction.Of(a.Numerator, a.Denominator / Rate.Whole)
            + YearFraction.Of(b.Numerator, b.Denominator / Rate.Whole);
        return Of(1, sum);
    }

    /// <summary>Interest on an amount, rounded once.</summary>
    /// <param name="principalMinor">Minor units, zero or more.</param>
    /// <param name="rounding">What happens to the fraction.</param>
    public long Of(long principalMinor, Rounding rounding)
    {
        // Dividing 64 bits is several times faster than 128, and most amounts fit.
        var high = Math.BigMul(principalMinor, Numerator, out long low);
        return high == 0 && low >= 0
            ? rounding.Divide(low, Denominator)
            : rounding.Divide((Int128)principalMinor * Numerator, Denominator);
    }
}

/// <summary>One line of a cash-flow table; amounts in minor units.</summary>
/// <param name="Index">Counts from 0.</param>
/// <param name="Period">The interest period.</param>
/// <param name="OpeningMinor">Principal outstanding in the period.</param>
/// <param name="InterestMinor">Interest of the period.</param>
/// <param name="PrincipalMinor">What comes back at its end; negative where interest is added to the principal, so that
/// the column adds up to the face amount in every case.</param>
public readonly record struct BondCashFlow(
    int Index,
    PlannedPeriod Period,
    long OpeningMinor,
    long InterestMinor,
    long PrincipalMinor
)
{
    /// <summary>Principal outstanding afterwards.</summary>
    public long ClosingMinor => OpeningMinor - PrincipalMinor;

    /// <summary>What is paid: interest and principal; nothing where interest is added to the principal.</summary>
    public long PaymentMinor => InterestMinor + PrincipalMinor;
}
