using System.Numerics;

namespace SocialShares.Domain;

/// <summary>How a fraction of a minor unit becomes a whole one. Named in the terms; used once per amount.</summary>
public enum Rounding
{
    /// <summary>To the nearest; exactly half goes to the even neighbour. The default.</summary>
    HalfToEven = 0,

    /// <summary>To the nearest; exactly half goes away from zero.</summary>
    HalfUp = 1,

    /// <summary>Towards zero.</summary>
    Down = 2,
}

/// <summary>Division of whole numbers with a named rounding.</summary>
public static class RoundingArithmetic
{
    /// <summary>Divides and rounds once.</summary>
    /// <param name="rounding">What happens to the fraction.</param>
    /// <param name="numerator">Zero or more.</param>
    /// <param name="denominator">More than zero.</param>
    public static long Divide(this Rounding rounding, long numerator, long denominator)
    {
        Require(numerator >= 0 && denominator > 0);
        var (whole, rest) = Math.DivRem(numerator, denominator);
        return whole + (IsUp(rounding, rest.CompareTo(denominator - rest), (whole & 1) == 1) ? 1 : 0);
    }

    /// <inheritdoc cref="Divide(Rounding, long, long)"/>
    public static long Divide(this Rounding rounding, Int128 numerator, Int128 denominator)
    {
        Require(numerator >= 0 && denominator > 0);
        var whole = numerator / denominator;
        var rest = numerator - whole * denominator;
        return (long)(whole + (IsUp(rounding, rest.CompareTo(denominator - rest), (whole & 1) == 1) ? 1 : 0));
    }

    /// <inheritdoc cref="Divide(Rounding, long, long)"/>
    public static long Divide(this Rounding rounding, BigInteger numerator, BigInteger denominator)
    {
        Require(numerator >= 0 && denominator > 0);
        var whole = BigInteger.DivRem(numerator, denominator, out var rest);
        return (long)(whole + (IsUp(rounding, rest.CompareTo(denominator - rest), !whole.IsEven) ? 1 : 0));
    }

    private static void Require(bool isDefined) =>
        Invariant.Holds(isDefined, "rounding is defined for amounts of zero or more");

    // How the fraction compares with a half, and whether the whole number below it is odd.
    private static bool IsUp(Rounding rounding, int half, bool isOdd) =>
        rounding switch
        {
            Rounding.HalfToEven => half > 0 || (half == 0 && isOdd),
            Rounding.HalfUp => half >= 0,
            Rounding.Down => false,
            _ => throw new InvariantBroken($"rounding {rounding} is not known"),
        };
}
