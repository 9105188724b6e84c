namespace SocialShares.Domain;

/// <summary>A rate in parts per million: 5 % is 50,000. Range 0 to 1,000,000 (100 %).</summary>
/// <param name="Ppm">Parts per million.</param>
public readonly record struct Rate(int Ppm) : IComparable<Rate>
{
    /// <summary>One percent, 10,000 parts per million.</summary>
    public const int PpmPerPercent = 10_000;

    /// <summary>100 %.</summary>
    public const int Whole = 1_000_000;

    /// <inheritdoc/>
    public int CompareTo(Rate other) => Ppm.CompareTo(other.Ppm);

    /// <summary>For logs only.</summary>
    public override string ToString() => $"{Ppm} ppm";
}
