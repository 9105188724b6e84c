using System.Collections.Frozen;
using System.Text;

namespace SocialShares.Domain;

/// <summary>
/// An International Bank Account Number (ISO 13616) whose length fits its country and whose check digits are right.
/// Kept without spaces and in upper case. Shown whole only where a person must compare it: <see cref="ToString"/>
/// masks it, so that it never stands whole in a log.
/// </summary>
public readonly record struct Iban
{
    private const int ShownAtEnd = 4;
    private readonly string? value;

    private Iban(string value) => this.value = value;

    /// <summary>The number without spaces, for example <c>NL91ABNA0417164300</c>.</summary>
    public string Value => value ?? throw new InvariantBroken("an IBAN was never set");

    /// <summary>The ISO 3166 code of the country in which the account is held.</summary>
    public string Country => Value[..2];

    /// <summary>The last four characters: enough for its owner to recognise it.</summary>
    public string LastFour => Value[^ShownAtEnd..];

    /// <summary>For pages and logs: <c>ends 4300</c>.</summary>
    public string Masked => $"ends {LastFour}";

    /// <summary>In groups of four, as it is printed on paper: <c>NL91 ABNA 0417 1643 00</c>.</summary>
    public string Grouped => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));

    /// <summary>Reads a number typed with or without spaces, in any case.</summary>
    /// <exception cref="Refused"><c>iban.invalid</c>: not of the form of an IBAN; <c>iban.country</c>: its country has
    /// none; <c>iban.length</c>: not as long as its country's are; <c>iban.checksum</c>: mistyped.</exception>
    public static Iban Parse(string? text) => TryParse(text, out var iban, out var refusal) ? iban : throw refusal;

    /// <summary>Reads a number typed with or without spaces, in any case; false when it is none.</summary>
    public static bool TryParse(string? text, out Iban iban) => TryParse(text, out iban, out _);

    /// <inheritdoc/>
    public override string ToString() => value is null ? "none" : Masked;

    private static bool TryParse(string? text, out Iban iban, out Refused refusal)
    {
        var compact = Compact(text);
        refusal = WhyNot(compact)!;
        iban = refusal is null ? new Iban(compact) : default;
        return refusal is null;
    }

    private static string Compact(string? text)
    {
        var compact = new StringBuilder();
        foreach (var character in text ?? "")
            if (!char.IsWhiteSpace(character))
                compact.Append(char.ToUpperInvariant(character));
        return compact.ToString();
    }

    private static Refused? WhyNot(string compact)
    {
        if (!HasForm(compact))
            return new Refused("iban.invalid") { Field = "iban" };
        if (!Lengths.TryGetValue(compact[..2], out var length))
            return new Refused("iban.country", compact[..2]) { Field = "iban" };
        if (compact.Length != length)
            return new Refused("iban.length", compact[..2], length, compact.Length) { Field = "iban" };
        return IsChecked(compact) ? null : new Refused("iban.checksum") { Field = "iban" };
    }

    private static bool HasForm(string compact) =>
        compact.Length is > 4 and <= 34
        && char.IsAsciiLetterUpper(compact[0])
        && char.IsAsciiLetterUpper(compact[1])
        && char.IsAsciiDigit(compact[2])
        && char.IsAsciiDigit(compact[3])
        && compact.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    // ISO 7064, MOD 97-10: country and check digits go last, letters count as two digits, the rest must be one. The
    // check digits 00, 01 and 99 could pass by arithmetic but are never given out.
    private static bool IsChecked(string compact)
    {
        var given = compact[2..4];
        if (given is "00" or "01" or "99")
            return false;
        var rest = 0;
        foreach (var character in compact[4..] + compact[..4])
            rest = char.IsAsciiDigit(character)
                ? (rest * 10 + (character - '0')) % 97
                : (rest * 100 + (character - 'A' + 10)) % 97;
        return rest == 1;
    }

    // SWIFT IBAN registry: characters of the whole number, by country.
    private static readonly FrozenDictionary<string, int> Lengths = (
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 "
        + "ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 "
        + "LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 "
        + "PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 "
        + "VG24 XK20 YE30"
    )
        .Split(' ')
        .ToFrozenDictionary(
            entry => entry[..2],
            entry => int.Parse(entry[2..], System.Globalization.CultureInfo.InvariantCulture)
        );
}
