using System.Globalization;
using System.Numerics;

namespace SocialShares.Domain;

/// <summary>
/// A part of a year as a day-count rule gives it, for example 7/12: exact, zero or more, always in lowest terms, so that
/// equal fractions are equal values. Nothing is rounded here; an amount is rounded once, after it was multiplied.
/// Made by <see cref="Of"/> only; the value that nobody made (<c>default</c>) is no fraction and cannot be added.
/// </summary>
public readonly record struct YearFraction : IComparable<YearFraction>
{
    /// <summary>No time at all.</summary>
    public static readonly YearFraction Zero = new(0, 1);

    private YearFraction(long numerator, long denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>Zero or more.</summary>
    public long Numerator { get; }

    /// <summary>One or more; has no divisor in common with the numerator.</summary>
    public long Denominator { get; }

    /// <summary>Makes the fraction in lowest terms.</summary>
    /// <exception cref="InvariantBroken">A negative numerator, or a denominator that is not positive.</exception>
    public static YearFraction Of(long numerator, long denominator)
    {
        Invariant.Holds(numerator >= 0 && denominator > 0, "a part of a year is zero or more");
        var common = Common(numerator, denominator);
        return new(numerator / common, denominator / common);
    }

    /// <summary>The exact sum.</summary>
    /// <exception cref="OverflowException">The sum in lowest terms does not fit into 64 bits.</exception>
    public static YearFraction operator +(YearFraction left, YearFraction right)
    {
        Invariant.Holds(left.Denominator > 0 && right.Denominator > 0, "a part of a year was never made");
        // A product of two 64-bit figures fits into 128 bits, and so does the sum of two such products.
        var numerator = (Int128)left.Numerator * right.Denominator + (Int128)right.Numerator * left.Denominator;
        var denominator = (Int128)left.Denominator * right.Denominator;
        var common = Common(numerator, denominator);
        return new(checked((long)(numerator / common)), checked((long)(denominator / common)));
    }

    /// <summary>Is it shorter?</summary>
    public static bool operator <(YearFraction left, YearFraction right) => left.CompareTo(right) < 0;

    /// <summary>Is it longer?</summary>
    public static bool operator >(YearFraction left, YearFraction right) => left.CompareTo(right) > 0;

    /// <summary>Is it not longer?</summary>
    public static bool operator <=(YearFraction left, YearFraction right) => left.CompareTo(right) <= 0;

    /// <summary>Is it not shorter?</summary>
    public static bool operator >=(YearFraction left, YearFraction right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(YearFraction other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary>For logs only.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    // Euclid. The first step of a proper fraction only swaps the two.
    private static T Common<T>(T a, T b)
        where T : IBinaryInteger<T>
    {
        while (b != T.Zero)
            (a, b) = (b, a % b);
        return a;
    }
}
