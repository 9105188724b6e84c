using System.Globalization;
using System.Text;

namespace SocialShares.Domain;

/// <summary>A name that fits in a web address and in a ledger's account name.</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters.</summary>
    public const int MaxLength = 60;

    /// <summary>
    /// Lower-case letters and digits without accents, words joined by hyphens, at most <see cref="MaxLength"/>
    /// characters; empty when the text has no such character.
    /// </summary>
    public static string From(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’')
                continue;
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var trimmed = slug.ToString().Trim('-');
        return trimmed.Length <= MaxLength ? trimmed : trimmed[..MaxLength].Trim('-');
    }
}
