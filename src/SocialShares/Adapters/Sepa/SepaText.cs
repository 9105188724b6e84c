using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SocialShares.Adapters.Sepa;

/// <summary>
/// Text in the character set that every SEPA bank takes: <c>a-z A-Z 0-9 / - ? : ( ) . , ' +</c> and the space.
/// Letters with marks lose them, letters without a plain twin are written out, anything else becomes a dot.
/// </summary>
public static class SepaText
{
    /// <summary>The longest id of a message, a payment or a transfer.</summary>
    public const int IdLength = 35;

    private const string Signs = "/-?:().,'+ ";

    private static readonly FrozenDictionary<int, string> WrittenOut = new Dictionary<int, string>
    {
        ['ß'] = "ss",
        ['ẞ'] = "SS",
        ['æ'] = "ae",
        ['Æ'] = "AE",
        ['œ'] = "oe",
        ['Œ'] = "OE",
        ['ø'] = "o",
        ['Ø'] = "O",
        ['ł'] = "l",
        ['Ł'] = "L",
        ['đ'] = "d",
        ['Đ'] = "D",
        ['ð'] = "d",
        ['Ð'] = "D",
        ['þ'] = "th",
        ['Þ'] = "Th",
        ['ħ'] = "h",
        ['Ħ'] = "H",
        ['ŧ'] = "t",
        ['Ŧ'] = "T",
        ['ŋ'] = "n",
        ['Ŋ'] = "N",
        ['ı'] = "i",
        ['ĸ'] = "k",
        ['ə'] = "e",
        ['Ə'] = "E",
        ['&'] = "+",
        ['@'] = "(at)",
        ['€'] = "EUR",
        ['£'] = "GBP",
        ['_'] = "-",
        [';'] = ",",
        ['"'] = "'",
        ['`'] = "'",
        ['´'] = "'",
        ['‘'] = "'",
        ['’'] = "'",
        ['“'] = "'",
        ['”'] = "'",
        ['„'] = "'",
        ['–'] = "-",
        ['—'] = "-",
        ['‐'] = "-",
        ['‑'] = "-",
        ['['] = "(",
        [']'] = ")",
        ['{'] = "(",
        ['}'] = ")",
        ['\\'] = "/",
        ['|'] = "/",
    }.ToFrozenDictionary();

    /// <summary>Writes a name or a message in the SEPA set, single spaces, cut at <paramref name="length"/>.</summary>
    public static string Of(string text, int length)
    {
        var plain = new StringBuilder();
        // Compatibility forms first: a ligature or a wide letter becomes the letters it stands for.
        foreach (var rune in WholeRunes(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            Append(plain, rune);
        var cut = plain.Length <= length ? plain.ToString() : plain.ToString(0, length);
        return cut.Trim();
    }

    /// <summary>
    /// May this stand where the rules want an id: 1 to 35 characters of the set, without spaces, no slash at an end,
    /// no two slashes together.
    /// </summary>
    public static bool IsId(string text) =>
        text.Length is >= 1 and <= IdLength
        && text.All(character => IsPlain(character) && character != ' ')
        && text[0] != '/'
        && text[^1] != '/'
        && !text.Contains("//", StringComparison.Ordinal);

    private static void Append(StringBuilder plain, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
        {
            if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        else if (rune.IsBmp && IsPlain((char)rune.Value))
            plain.Append((char)rune.Value);
        else if (WrittenOut.TryGetValue(rune.Value, out var written))
            plain.Append(written);
        else if (!IsMark(rune))
            plain.Append('.');
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterOrDigit(character) || Signs.Contains(character, StringComparison.Ordinal);

    // Half a surrogate pair cannot be normalised; it becomes the replacement character, and so a dot.
    private static string WholeRunes(string text)
    {
        var whole = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }
}
