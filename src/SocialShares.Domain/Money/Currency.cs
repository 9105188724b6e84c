namespace SocialShares.Domain;

/// <summary>
/// A currency by its ISO 4217 code. Only currencies with two decimals (minor unit = 1/100) are taken: every amount in
/// the platform is a whole number of such minor units.
/// </summary>
public readonly record struct Currency
{
    private static readonly HashSet<string> Known = ["EUR", "GBP"];
    private readonly string? code;

    private Currency(string code) => this.code = code;

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>Pound sterling.</summary>
    public static Currency Gbp { get; } = new("GBP");

    /// <summary>The ISO 4217 code in upper case, for example <c>EUR</c>.</summary>
    public string Code => code ?? throw new InvariantBroken("a currency was never set");

    /// <summary>Number of minor units in one unit: 100.</summary>
    public long MinorPerUnit => 100;

    /// <summary>Reads a code, whatever its case.</summary>
    /// <exception cref="Refused"><c>currency.unknown</c>: not a currency that the platform takes.</exception>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency)
            ? currency
            : throw new Refused("currency.unknown", code) { Field = "currency" };

    /// <summary>Reads a code, whatever its case; false when the platform does not take it.</summary>
    public static bool TryParse(string? code, out Currency currency)
    {
        var upper = code?.ToUpperInvariant() ?? "";
        currency = Known.Contains(upper) ? new Currency(upper) : default;
        return Known.Contains(upper);
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
