using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SocialShares.Domain;

/// <summary>
/// A structured reference that a payer copies into a bank transfer: <c>RF</c>, two check digits and 1 to 21 letters or digits. A
/// single wrong digit or letter, or two of a kind that changed places, is noticed. Source: ISO 11649.
/// </summary>
public readonly record struct CreditorReference
{
    /// <summary>The longest reference, without spaces.</summary>
    public const int Longest = 25;

    private const int LongestNumber = Longest - 4;

    private CreditorReference(string value) => Value = value;

    /// <summary>Electronic form: capitals, no spaces.</summary>
    public string Value { get; }

    /// <summary>The reference of a number of ours.</summary>
    /// <param name="number">1 to 21 letters or digits of the Latin alphabet; small ones count as capitals.</param>
    /// <exception cref="InvariantBroken">Something else stands in it.</exception>
    public static CreditorReference Of(string number)
    {
        var text = number.ToUpperInvariant();
        Invariant.Holds(
            text.Length is >= 1 and <= LongestNumber && text.All(char.IsAsciiLetterOrDigit),
            "a creditor reference is made of something else than letters and digits"
        );
        var check = 98 - Remainder(text + "RF00");
        return new CreditorReference("RF" + check.ToString("00", CultureInfo.InvariantCulture) + text);
    }

    /// <summary>Reads a reference as a person or a bank writes it: spaces and small letters do not matter.</summary>
    /// <param name="text">What was written; null is none.</param>
    /// <param name="reference">The reference.</param>
    /// <returns>False: it is no reference, or its check digits are wrong.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out CreditorReference reference)
    {
        reference = default;
        if (text is null)
            return false;
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (plain.Length is < 5 or > Longest || !plain.StartsWith("RF", StringComparison.Ordinal))
            return false;
        if (!plain.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiDigit(plain[2]) || !char.IsAsciiDigit(plain[3]))
            return false;
        if (Remainder(plain[4..] + plain[..4]) != 1)
            return false;
        reference = new CreditorReference(plain);
        return true;
    }

    /// <summary>For people: in groups of four.</summary>
    public override string ToString() => string.Join(' ', (Value ?? "").Chunk(4).Select(group => new string(group)));

    // ISO 7064 MOD 97-10: a letter counts as two digits, A as 10 to Z as 35.
    private static int Remainder(string text)
    {
        var rest = 0;
        foreach (var c in text)
            rest = char.IsAsciiDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
        return rest;
    }
}
