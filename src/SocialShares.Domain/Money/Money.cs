namespace SocialShares.Domain;

/// <summary>
/// An amount of money: a whole number of minor units (cents, pence) of one currency. Arithmetic is checked; amounts of
/// different currencies never mix. There is no division: money is divided among holders by <see cref="Split"/> only.
/// </summary>
/// <param name="Minor">Minor units; may be negative in postings.</param>
/// <param name="Currency">The currency of the amount.</param>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>Nothing, in <paramref name="currency"/>.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Sum of two amounts of one currency.</summary>
    public static Money operator +(Money a, Money b) => new(a.Minor + b.InCurrencyOf(a), a.Currency);

    /// <summary>Difference of two amounts of one currency.</summary>
    public static Money operator -(Money a, Money b) => new(a.Minor - b.InCurrencyOf(a), a.Currency);

    /// <summary>The opposite amount.</summary>
    public static Money operator -(Money a) => new(-a.Minor, a.Currency);

    /// <summary>A price times a number of units.</summary>
    public static Money operator *(Money a, long units) => new(a.Minor * units, a.Currency);

    /// <summary>Is the left amount the smaller one?</summary>
    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    /// <summary>Is the left amount the larger one?</summary>
    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    /// <summary>Is the left amount at most the right one?</summary>
    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    /// <summary>Is the left amount at least the right one?</summary>
    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    /// <summary>Compares two amounts of one currency.</summary>
    public int CompareTo(Money other) => Minor.CompareTo(other.InCurrencyOf(this));

    /// <summary>For logs and failures only; pages format by language.</summary>
    public override string ToString() =>
        $"{Currency} {(Minor < 0 ? "-" : "")}{Math.Abs(Minor / 100)}.{Math.Abs(Minor % 100):00}";

    private long InCurrencyOf(Money other)
    {
        Invariant.Holds(Currency == other.Currency, $"amounts of {Currency} and {other.Currency} meet");
        return Minor;
    }
}
