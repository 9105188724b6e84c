using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>
/// Reads what people typed into a form. What cannot be read becomes an error at its field and a zero; whoever reads
/// several fields looks at the end whether the model state is valid.
/// </summary>
internal static class TypedFields
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "d MMMM yyyy"];

    /// <summary>An amount in minor units, typed by the language of the page.</summary>
    public static long Money(this ModelStateDictionary state, string field, string? text)
    {
        if (!AmountText.TryParse(text, out var minor, out var problem))
            state.AddModelError(field, AmountText.Message(problem));
        return minor;
    }

    /// <summary>A rate typed as a percentage, in parts per million: 3,5 and 3.5 are 35000.</summary>
    public static int Percent(this ModelStateDictionary state, string field, string? text)
    {
        var typed = text?.Replace("%", "", StringComparison.Ordinal);
        if (AmountText.TryParse(typed, out var hundredths, out _) && hundredths <= 10_000)
            return (int)hundredths * 100;
        state.AddModelError(field, BoardTexts.typed_percent);
        return 0;
    }

    /// <summary>A rate of a loan, typed as a percentage with up to four decimals, in parts per million: 3,125 is 31250.</summary>
    public static int Rate(this ModelStateDictionary state, string field, string? text)
    {
        var typed = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c != '%')).Replace(',', '.');
        var parts = typed.Split('.');
        var (whole, decimals) = (parts[0], parts.Length > 1 ? parts[1] : "");
        var isRate = parts.Length <= 2 && whole.Length is > 0 and <= 3 && decimals.Length <= 4;
        if (
            isRate
            && int.TryParse(
                whole + decimals.PadRight(4, '0'),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var ppm
            )
            && ppm <= 1_000_000
        )
            return ppm;
        state.AddModelError(field, BoardTexts.typed_percent);
        return 0;
    }

    /// <summary>A whole number of at most nine digits.</summary>
    public static int Whole(this ModelStateDictionary state, string field, string? text)
    {
        if (
            text?.Trim() is { Length: <= 9 } typed
            && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
        )
            return whole;
        state.AddModelError(field, BoardTexts.typed_whole);
        return 0;
    }

    /// <summary>A day, as a browser's date field sends it or as somebody types it where there is none.</summary>
    public static DateOnly Day(this ModelStateDictionary state, string field, string? text)
    {
        if (TryDay(text, out var day))
            return day;
        state.AddModelError(field, string.IsNullOrWhiteSpace(text) ? CommonTexts.date_empty : CommonTexts.date_wrong);
        return default;
    }

    /// <summary>The same, where nothing or nonsense is no error: a filter in an address.</summary>
    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text?.Trim(), DayForms, Language.Of, DateTimeStyles.None, out day);

    /// <summary>A day as a date field wants it.</summary>
    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A rate of a loan with all its decimals, without the sign.</summary>
    public static string WriteRate(int ppm) => Shown.Percent(ppm).Replace("%", "", StringComparison.Ordinal).Trim();

    /// <summary>A rate as a percentage field shows it: no sign.</summary>
    public static string WritePercent(int ppm) => AmountText.Write(ppm / 100);
}
