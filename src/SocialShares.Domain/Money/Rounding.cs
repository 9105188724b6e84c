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
    /// <param name="numerator">Zero or more.</param>
    /// <param name="denominator">More than zero.</param>
    /// <param name="rounding">What happens to the fraction.</param>
    public static long Divide(this Rounding rounding, Int128 numerator, Int128 denominator)
    {
        Invariant.Holds(numerator >= 0 && denominator > 0, "rounding is defined for amounts of zero or more");
        var whole = numerator / denominator;
        var twice = numerator % denominator * 2;
        var up = rounding switch
        {
            Rounding.HalfToEven => twice > denominator || (twice == denominator && whole % 2 == 1),
            Rounding.HalfUp => twice >= denominator,
            Rounding.Down => false,
            _ => throw new InvariantBroken($"rounding {rounding} is not known"),
        };
        return (long)(whole + (up ? 1 : 0));
    }
}
