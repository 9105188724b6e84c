using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialShares.Domain;

/// <summary>A number as a spreadsheet writes it: whole or with a few decimals, exactly.</summary>
/// <param name="Digits">All its digits as one whole number, signed.</param>
/// <param name="Scale">How many of them stand behind the decimal sign, 0 to 6.</param>
public readonly record struct ImportNumber(long Digits, int Scale)
{
    private const int MostDigits = 15;
    private const int MostDecimals = 6;

    /// <summary>The number without a fraction; null when it has one.</summary>
    public long? Whole => Times(0);

    /// <summary>The number in hundredths; null when it has more than two decimals.</summary>
    public long? Hundredths => Times(2);

    /// <summary>
    /// Reads <c>1234</c>, <c>1.234,56</c>, <c>1,234.56</c>, <c>£ 25</c>, <c>EUR 25,-</c>. Where only one kind of sign stands,
    /// once, and exactly three digits follow, it divides thousands: amounts of money have two decimals, never three.
    /// </summary>
    public static bool TryRead(string text, out ImportNumber number)
    {
        number = default;
        var bare = Bare(text);
        var negative = bare.StartsWith('-');
        bare = bare.TrimStart('-', '+');
        if (bare.Length == 0 || !bare.All(c => char.IsAsciiDigit(c) || c is ',' or '.'))
            return false;
        var at = DecimalSign(bare);
        var whole = at < 0 ? bare : bare[..at];
        var fraction = at < 0 ? "" : bare[(at + 1)..];
        if (
            !IsGrouped(whole, at < 0 ? '\0' : bare[at])
            || !fraction.All(char.IsAsciiDigit)
            || fraction.Length > MostDecimals
        )
            return false;
        var digits =
            whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + fraction;
        if (digits.Length is 0 or > MostDigits)
            return false;
        var value = long.Parse(digits, CultureInfo.InvariantCulture);
        number = new ImportNumber(negative ? -value : value, fraction.Length);
        return true;
    }

    private static string Bare(string text)
    {
        var bare = text.Replace("EUR", "", StringComparison.OrdinalIgnoreCase)
            .Replace("GBP", "", StringComparison.OrdinalIgnoreCase)
            .Replace(",-", "", StringComparison.Ordinal);
        return string.Concat(bare.Where(c => !char.IsWhiteSpace(c) && c is not ('€' or '£' or '\'' or '’')));
    }

    // The last sign is the decimal one, unless it groups: the same sign again before it, or three digits behind it alone.
    private static int DecimalSign(string bare)
    {
        var at = bare.LastIndexOfAny([',', '.']);
        if (at < 0)
            return -1;
        var earlier = bare.AsSpan(0, at).IndexOfAny(',', '.');
        if (earlier >= 0)
            return bare[earlier] == bare[at] ? -1 : at;
        return bare.Length - at - 1 == 3 ? -1 : at;
    }

    private static bool IsGrouped(string whole, char decimalSign)
    {
        var groups = whole.Split('.', ',');
        return whole.All(c => c != decimalSign)
            && groups[0].Length > 0
            && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3)))
            && whole.Where(c => !char.IsAsciiDigit(c)).Distinct().Count() <= 1;
    }

    private long? Times(int decimals)
    {
        var (value, scale) = (Digits, Scale);
        for (; scale > decimals; scale--)
        {
            if (value % 10 != 0)
                return null;
            value /= 10;
        }
        for (; scale < decimals; scale++)
            value *= 10;
        return value;
    }
}

/// <summary>Reads what stands in the other cells of a society's list.</summary>
public static partial class ImportText
{
    private static readonly string[] Days = ["yyyy-M-d", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy/M/d", "yyyyMMdd"];

    private static readonly Dictionary<string, string> CountryNames = new()
    {
        ["nederland"] = "NL",
        ["netherlands"] = "NL",
        ["thenetherlands"] = "NL",
        ["holland"] = "NL",
        ["uk"] = "GB",
        ["unitedkingdom"] = "GB",
        ["greatbritain"] = "GB",
        ["england"] = "GB",
        ["scotland"] = "GB",
        ["wales"] = "GB",
        ["northernireland"] = "GB",
        ["verenigdkoninkrijk"] = "GB",
        ["belgie"] = "BE",
        ["belgium"] = "BE",
        ["duitsland"] = "DE",
        ["germany"] = "DE",
        ["ireland"] = "IE",
        ["ierland"] = "IE",
        ["france"] = "FR",
        ["frankrijk"] = "FR",
    };

    /// <summary>A day in the notations of both countries: the year first, or the day first. Never the month first.</summary>
    public static DateOnly? Day(string text)
    {
        var day = text.Split([' ', 'T'], 2)[0];
        return DateOnly.TryParseExact(day, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read
            : null;
    }

    /// <summary>A country's two letters from its code or its name in English or Dutch; null when it is neither.</summary>
    public static string? Country(string text)
    {
        if (CountryNames.TryGetValue(ImportHeaders.Fold(text), out var code))
            return code;
        var upper = text.Trim().ToUpperInvariant();
        return upper.Length == 2 && upper.All(char.IsAsciiLetterUpper) ? upper : null;
    }

    /// <summary>What kind of holder a word means; null when it says nothing to us.</summary>
    public static HolderKind? Kind(string text) =>
        ImportHeaders.Fold(text) switch
        {
            "person" or "individual" or "persoon" or "natuurlijkpersoon" or "particulier" or "p" => HolderKind.Person,
            "organisation" or "organization" or "company" or "organisatie" or "rechtspersoon" or "bedrijf" or "o" =>
                HolderKind.Organisation,
            _ => null,
        };

    /// <summary>Yes or no, in English or Dutch; null when a word says neither.</summary>
    public static bool? YesOrNo(string text) =>
        ImportHeaders.Fold(text) switch
        {
            "yes" or "y" or "ja" or "j" or "true" or "waar" or "1" or "x" or "resident" or "bewoner" or "inwoner" =>
                true,
            "no" or "n" or "nee" or "neen" or "false" or "onwaar" or "0" => false,
            _ => null,
        };

    /// <summary>Can this be a postal code of that country? Of countries that we do not know, anything short.</summary>
    public static bool IsPostcode(string text, string country) =>
        country switch
        {
            "NL" => DutchPostcode().IsMatch(text),
            "GB" => BritishPostcode().IsMatch(text),
            "BE" => BelgianPostcode().IsMatch(text),
            "DE" => GermanPostcode().IsMatch(text),
            _ => text.Length is >= 2 and <= 12,
        };

    /// <summary>A postal code as it is written in its country: the Dutch and British ones in capitals, with a space.</summary>
    public static string Postcode(string text, string country)
    {
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return country switch
        {
            "NL" when bare.Length == 6 => $"{bare[..4]} {bare[4..]}",
            "GB" when bare.Length is >= 5 and <= 7 => $"{bare[..^3]} {bare[^3..]}",
            _ => text.Trim(),
        };
    }

    [GeneratedRegex("^[1-9][0-9]{3} ?[A-Za-z]{2}$", RegexOptions.None, 1000)]
    private static partial Regex DutchPostcode();

    [GeneratedRegex("^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}$", RegexOptions.None, 1000)]
    private static partial Regex BritishPostcode();

    [GeneratedRegex("^[1-9][0-9]{3}$", RegexOptions.None, 1000)]
    private static partial Regex BelgianPostcode();

    [GeneratedRegex("^[0-9]{5}$", RegexOptions.None, 1000)]
    private static partial Regex GermanPostcode();
}
