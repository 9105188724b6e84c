namespace SocialShares.Domain;

/// <summary>A part of a year as an exact fraction, zero or more, in lowest terms.</summary>
/// <param name="Numerator">Zero or more.</param>
/// <param name="Denominator">One or more.</param>
public readonly record struct YearFraction(long Numerator, long Denominator)
{
    /// <summary>No time at all.</summary>
    public static YearFraction None { get; } = new(0, 1);

    /// <summary>A fraction in lowest terms.</summary>
    /// <exception cref="InvariantBroken">It is negative, or divides by nothing.</exception>
    public static YearFraction Of(long numerator, long denominator)
    {
        Invariant.Holds(numerator >= 0 && denominator > 0, "a part of a year is negative");
        var (a, b) = (denominator, numerator);
        while (b != 0)
            (a, b) = (b, a % b);
        return new YearFraction(numerator / a, denominator / a);
    }

    /// <summary>Both together.</summary>
    public static YearFraction operator +(YearFraction a, YearFraction b) =>
        Of(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    /// <summary>For logs only.</summary>
    public override string ToString() => $"{Numerator}/{Denominator}";
}
