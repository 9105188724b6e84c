using System.Globalization;

namespace SocialShares.Look;

/// <summary>A date as three typed fields; keeps what was typed, also when it is no date. Bind it: <c>BornOn.Day</c> and so on.</summary>
public sealed class DateParts
{
    /// <summary>What was typed for the day.</summary>
    public string? Day { get; set; }

    /// <summary>What was typed for the month, as a number.</summary>
    public string? Month { get; set; }

    /// <summary>What was typed for the year, four digits.</summary>
    public string? Year { get; set; }

    /// <summary>Was nothing typed at all?</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Day + Month + Year);

    /// <summary>The three fields of a date that is known already.</summary>
    public static DateParts Of(DateOnly? date) =>
        date is not { } known
            ? new()
            : new()
            {
                Day = known.Day.ToString(CultureInfo.InvariantCulture),
                Month = known.Month.ToString(CultureInfo.InvariantCulture),
                Year = known.Year.ToString("0000", CultureInfo.InvariantCulture),
            };

    /// <summary>The date, where the three fields are one: no 31 February, no year of two digits.</summary>
    public bool TryDate(out DateOnly date)
    {
        date = default;
        if (Number(Day) is not { } d || Number(Month) is not { } m || Number(Year) is not { } y)
            return false;
        if (y is < 1000 or > 9999 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
            return false;
        date = new DateOnly(y, m, d);
        return true;
    }

    private static int? Number(string? typed) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
