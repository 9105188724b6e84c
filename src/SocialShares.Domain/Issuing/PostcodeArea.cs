namespace SocialShares.Domain;

/// <summary>
/// A part of a country, named by the beginning of its postcodes. Capitals, spaces and hyphens do not matter. In the
/// United Kingdom <c>PA</c> is the whole area, <c>PA2</c> the district PA2 (not PA20), <c>PA20 0</c> a sector and
/// <c>PA20 0AB</c> one postcode; elsewhere an area is whatever begins with it: <c>53</c> and <c>5301</c> both hold
/// <c>5301 AB</c>. The address must be in the same country.
/// </summary>
public static class PostcodeArea
{
    /// <summary>The longest name of an area.</summary>
    public const int Longest = 12;

    /// <summary>The most areas of a list.</summary>
    public const int Most = 500;

    private const int InwardLetters = 3;

    /// <summary>Is a postcode in one of the areas? An empty list holds every postcode.</summary>
    /// <param name="areas">The areas; null or empty: everywhere.</param>
    /// <param name="country">Country of the areas; null: any.</param>
    /// <param name="postcode">As the person gave it.</param>
    /// <param name="addressCountry">Country of the address.</param>
    public static bool Holds(IReadOnlyList<string>? areas, string? country, string postcode, string addressCountry)
    {
        if (areas is null || areas.Count == 0)
            return true;
        if (country is not null && country != addressCountry)
            return false;
        return addressCountry == "GB"
            ? areas.Any(a => HoldsBritish(a, Plain(postcode)))
            : areas.Any(a => Plain(postcode).StartsWith(Plain(a), StringComparison.Ordinal));
    }

    /// <summary>Capitals without spaces and hyphens.</summary>
    public static string Plain(string postcode) =>
        string.Concat(postcode.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();

    /// <summary>Refuses a list with something that cannot be the beginning of a postcode, naming its place.</summary>
    internal static void Check(IReadOnlyList<string>? areas, string? country, string field)
    {
        if (areas is null)
            return;
        Terms.Require(areas.Count <= Most, "offer.terms.postcodes", field, Most);
        for (var i = 0; i < areas.Count; i++)
        {
            var plain = Plain(areas[i]);
            var fits =
                plain.Length is > 0 and <= Longest
                && plain.All(char.IsAsciiLetterOrDigit)
                && (country is not ("GB" or "IE") || char.IsAsciiLetter(plain[0]))
                && (country is not ("NL" or "BE") || char.IsAsciiDigit(plain[0]));
            Terms.Require(fits, "offer.terms.postcode", $"{field}[{i}]", areas[i]);
        }
    }

    // The last three of a British postcode are the inward part; an area is compared with what it speaks of.
    private static bool HoldsBritish(string area, string postcode)
    {
        if (postcode.Length <= InwardLetters)
            return false;
        var (outward, inward) = (postcode[..^InwardLetters], postcode[^InwardLetters..]);
        var parts = area.Trim().ToUpperInvariant().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2)
            return outward == Plain(parts[0]) && inward.StartsWith(Plain(parts[1]), StringComparison.Ordinal);
        var plain = Plain(area);
        return plain == outward || plain == postcode || plain == string.Concat(outward.TakeWhile(char.IsAsciiLetter));
    }
}
