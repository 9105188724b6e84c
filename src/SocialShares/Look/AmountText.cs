using System.Globalization;
using SocialShares.Resources;

namespace SocialShares.Look;

/// <summary>Why a typed text is not an amount.</summary>
public enum AmountProblem
{
    None,
    Empty,
    NotANumber,
    TooManyDecimals,
    TooLarge,
}

/// <summary>
/// Amounts as people type them. <c>1,234.56</c> is read in English and <c>1.234,56</c> in Dutch; the other way of writing is
/// taken too where only one reading is possible (<c>12,50</c>, <c>1.234,56</c>). Where two are (<c>1.234</c> on an English
/// page) nothing is guessed: the person is asked again.
/// </summary>
public static class AmountText
{
    private const int MostDigits = 15;

    /// <summary>Reads a text in the language of the page.</summary>
    public static bool TryParse(string? text, out long minor, out AmountProblem problem) =>
        TryParse(text, CultureInfo.CurrentUICulture, out minor, out problem);

    /// <summary>Reads a text in a language. Signs of a currency and spaces are passed over; an amount is never negative.</summary>
    /// <returns>True with the amount in minor units, false with the problem.</returns>
    public static bool TryParse(string? text, CultureInfo culture, out long minor, out AmountProblem problem)
    {
        minor = 0;
        var typed = Bare(text);
        problem = Shape(typed);
        if (problem == AmountProblem.None)
            problem =
                Split(typed, Language.SeparatorsOf(culture), out var whole, out var decimals) is var found
                && found != AmountProblem.None
                    ? found
                    : ToMinor(whole, decimals, out minor);
        return problem == AmountProblem.None;
    }

    /// <summary>The text for an input field, in the language of the page: no sign, decimals where there are any.</summary>
    public static string Write(long minor) => Write(minor, CultureInfo.CurrentUICulture);

    /// <summary>The text for an input field: no sign, decimals where there are any.</summary>
    public static string Write(long minor, CultureInfo culture) =>
        Shown.Digits(Shown.Magnitude(minor), Pence.WhereThereAreAny, Language.SeparatorsOf(culture));

    /// <summary>What to tell the person, in the language of the page.</summary>
    public static string Message(AmountProblem problem) =>
        problem switch
        {
            AmountProblem.Empty => CommonTexts.amount_empty,
            AmountProblem.TooManyDecimals => CommonTexts.amount_decimals,
            AmountProblem.TooLarge => CommonTexts.amount_large,
            _ => CommonTexts.amount_number,
        };

    private static string Bare(string? text)
    {
        var bare = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('£' or '€')));
        foreach (var code in (string[])["EUR", "GBP"])
            bare = bare.Replace(code, "", StringComparison.OrdinalIgnoreCase);
        // "25,-" is how a Dutch price without cents is written
        return bare.EndsWith(",-", StringComparison.Ordinal) || bare.EndsWith(".-", StringComparison.Ordinal)
            ? bare[..^2]
            : bare;
    }

    private static AmountProblem Shape(string typed)
    {
        if (typed.Length == 0)
            return AmountProblem.Empty;
        var known = typed.All(c => char.IsAsciiDigit(c) || c is '.' or ',');
        return known && typed.Any(char.IsAsciiDigit) ? AmountProblem.None : AmountProblem.NotANumber;
    }

    private static AmountProblem Split(string typed, Separators marks, out string whole, out string decimals)
    {
        (whole, decimals) = (typed, "");
        var point = DecimalMark(typed, marks);
        if (point is { } mark)
        {
            var at = typed.IndexOf(mark, StringComparison.Ordinal);
            if (at != typed.LastIndexOf(mark))
                return AmountProblem.NotANumber;
            (whole, decimals) = (typed[..at], typed[(at + 1)..]);
        }
        if (decimals.Any(c => !char.IsAsciiDigit(c)) || !InThrees(whole))
            return AmountProblem.NotANumber;
        whole = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return decimals.Length > 2 ? AmountProblem.TooManyDecimals : AmountProblem.None;
    }

    private static char? DecimalMark(string typed, Separators marks)
    {
        var (points, groups) = (typed.Count(c => c == marks.Decimal), typed.Count(c => c == marks.Group));
        if (points > 0 && groups > 0)
            return typed.LastIndexOf(marks.Decimal) > typed.LastIndexOf(marks.Group) ? marks.Decimal : marks.Group;
        if (points == 1)
            return marks.Decimal;
        // "12,50" on an English page: no group has two digits, so it can only be 12 pounds 50
        return groups == 1 && typed.Length - typed.IndexOf(marks.Group, StringComparison.Ordinal) - 1 is 1 or 2
            ? marks.Group
            : null;
    }

    private static bool InThrees(string whole)
    {
        var groups = whole.Split('.', ',');
        var oneMark = !(whole.Contains('.', StringComparison.Ordinal) && whole.Contains(',', StringComparison.Ordinal));
        return groups.Length == 1
            || (oneMark && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
    }

    private static AmountProblem ToMinor(string whole, string decimals, out long minor)
    {
        minor = 0;
        if (whole.TrimStart('0').Length > MostDigits)
            return AmountProblem.TooLarge;
        minor = long.Parse("0" + whole + decimals.PadRight(2, '0'), CultureInfo.InvariantCulture);
        return AmountProblem.None;
    }
}
