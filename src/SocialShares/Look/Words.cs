using System.Globalization;

namespace SocialShares.Look;

/// <summary>Puts figures and names into texts of the resource files, in the language of the page.</summary>
public static class Words
{
    /// <summary>The text with its figures: <c>PublicTexts.offer_people.With(214)</c>.</summary>
    public static string With(this string text, params object[] figures) =>
        string.Format(Language.Of, text, [.. figures.Select(f => f is int n ? Shown.Count(n) : f)]);

    /// <summary>The same, with every figure in bold: for opening sentences.</summary>
    public static Markup WithBold(this string text, params string[] figures) =>
        new(
            string.Format(
                CultureInfo.InvariantCulture,
                Markup.Encode(text),
                [.. figures.Select(f => $"<b>{Markup.Encode(f)}</b>")]
            )
        );

    /// <summary>With a capital at the beginning, as a sentence starts; boards write their legal form either way.</summary>
    public static string Capital(string text) =>
        text.Length == 0 ? text : char.ToUpper(text[0], Language.Of) + text[1..];

    /// <summary>Sums per currency, as a reader says them: "£500.00 and €25.00". Amounts of two currencies are never added.</summary>
    public static string Sums(IEnumerable<(long Minor, Currency Currency)> amounts) =>
        Shown.List(
            amounts
                .GroupBy(a => a.Currency, a => a.Minor)
                .OrderBy(g => g.Key.Code, StringComparer.Ordinal)
                .Select(g => Shown.Money(g.Sum(), g.Key))
        );

    /// <summary>The beginning of a long text: its first paragraph, cut at a sentence or else at a word.</summary>
    /// <param name="text">As the board wrote it.</param>
    /// <param name="longest">Characters that fit.</param>
    public static string Opening(string text, int longest)
    {
        var first = Paragraphs(text) is [var p, ..] ? p : "";
        if (first.Length <= longest)
            return first;
        var sentence = first.LastIndexOf(". ", longest - 1, StringComparison.Ordinal);
        if (sentence >= longest / 3)
            return first[..(sentence + 1)];
        var word = first.LastIndexOf(' ', longest - 1);
        return first[..(word > 0 ? word : longest)].TrimEnd(',', ';', ':', ' ') + "…";
    }

    /// <summary>The paragraphs of a text that somebody typed, empty lines between them.</summary>
    public static IReadOnlyList<string> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
