using System.Globalization;
using System.Text.Json;
using SocialShares.Http;

namespace SocialShares.Features.Import;

/// <summary>Keeps the figures of a problem so that its text can be said in any language later.</summary>
internal static class ImportFigures
{
    private const int Longest = 80;

    public static string Write(IEnumerable<object> figures) => JsonSerializer.Serialize(figures.Select(Text));

    public static object[] Read(string json) => [.. JsonSerializer.Deserialize<string[]>(json)!.Select(Figure)];

    /// <summary>The problem in the reader's language.</summary>
    public static string TextOf(string code, string figures) => RefusalText.Of(new Refused(code, Read(figures)));

    private static string Text(object figure) =>
        figure switch
        {
            DateOnly day => "d" + day.ToString("O", CultureInfo.InvariantCulture),
            Rate rate => FormattableString.Invariant($"r{rate.Ppm}"),
            Money money => FormattableString.Invariant($"m{money.Minor} {money.Currency.Code}"),
            int or long => FormattableString.Invariant($"n{figure}"),
            _ => "t" + Short(figure.ToString() ?? ""),
        };

    private static object Figure(string text) =>
        text[0] switch
        {
            'd' => DateOnly.ParseExact(text[1..], "O", CultureInfo.InvariantCulture),
            'm' when text[1..].Split(' ') is [var minor, var currency] => new Money(
                long.Parse(minor, CultureInfo.InvariantCulture),
                Currency.Parse(currency)
            ),
            'r' => new Rate(int.Parse(text[1..], CultureInfo.InvariantCulture)),
            'n' => long.Parse(text[1..], CultureInfo.InvariantCulture),
            _ => text[1..],
        };

    // What stands in a file may be anything.
    private static string Short(string text)
    {
        var clean = string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return clean.Length > Longest ? clean[..Longest] + "…" : clean;
    }
}
