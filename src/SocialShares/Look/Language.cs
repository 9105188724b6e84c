using System.Globalization;

namespace SocialShares.Look;

/// <summary>The two marks in a written figure.</summary>
public readonly record struct Separators(char Group, char Decimal);

/// <summary>The language that the reader of this page chose: English or Dutch.</summary>
public static class Language
{
    private static readonly CultureInfo English = new("en-GB");
    private static readonly CultureInfo Dutch = new("nl-NL");

    /// <summary>The culture that dates are written in.</summary>
    public static CultureInfo Of => IsDutch ? Dutch : English;

    /// <summary>Is the page in Dutch?</summary>
    public static bool IsDutch => IsDutchIn(CultureInfo.CurrentUICulture);

    /// <summary>The <c>lang</c> attribute of the page: <c>en</c> or <c>nl</c>.</summary>
    public static string Tag => IsDutch ? "nl" : "en";

    /// <summary>The group and decimal marks of the page's language.</summary>
    public static Separators Separators => SeparatorsOf(CultureInfo.CurrentUICulture);

    /// <summary>The group and decimal marks of a language.</summary>
    public static Separators SeparatorsOf(CultureInfo culture) => IsDutchIn(culture) ? new('.', ',') : new(',', '.');

    private static bool IsDutchIn(CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "nl", StringComparison.Ordinal);
}
