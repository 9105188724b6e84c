namespace SocialShares.Pages.Public;

/// <summary>
/// What may become of an amount in the ten calendar years after an offer closes. The whole computation of the offer page's
/// calculator; it promises nothing: interest is at most the cap, from the year in which it may start.
/// </summary>
/// <param name="PutInMinor">The person's amount, minor units.</param>
/// <param name="InterestCapPpm">The most interest a year, parts per million of what was put in.</param>
/// <param name="StartsAfterYears">Full years without interest after the year of the offer.</param>
/// <param name="ClosesIn">Calendar year in which the offer closes.</param>
public sealed record TenYears(long PutInMinor, int InterestCapPpm, int StartsAfterYears, int ClosesIn)
{
    /// <summary>How far the page looks ahead.</summary>
    public const int Span = 10;

    /// <summary>The first year that may bring interest.</summary>
    public int FirstYear => ClosesIn + StartsAfterYears + 1;

    /// <summary>The last year that is looked at.</summary>
    public int LastYear => ClosesIn + Span;

    /// <summary>Years within the ten that may bring interest; 0 where it starts later or the cap is nothing.</summary>
    public int InterestYears => InterestCapPpm == 0 ? 0 : Math.Max(0, Span - StartsAfterYears);

    /// <summary>The most interest of one year, rounded to the nearest cent.</summary>
    public long YearlyMinor => Rounding.HalfToEven.Divide((Int128)PutInMinor * InterestCapPpm, Rate.Whole);

    /// <summary>The most interest of all ten years.</summary>
    public long InterestMinor => YearlyMinor * InterestYears;

    /// <summary>The most that can come back: what was put in, never more per share, and the interest.</summary>
    public long MostMinor => PutInMinor + InterestMinor;
}
