namespace SocialShares.Domain;

/// <summary>Steps of whole months that do not forget the day: 31 January, 28 February, 31 March.</summary>
internal static class RollDays
{
    /// <summary>The roll day that means a month's end, however long the month is.</summary>
    public const int MonthEnd = 31;

    /// <summary>Moves by whole months; lands on the roll day, or on the last day of a month that has no such day.</summary>
    public static DateOnly Roll(DateOnly from, int months, int rollDay)
    {
        var month = from.Year * 12 + from.Month - 1 + months;
        var (year, number) = (month / 12, month % 12 + 1);
        return new DateOnly(year, number, Math.Min(rollDay, DateTime.DaysInMonth(year, number)));
    }

    public static bool IsMonthEnd(DateOnly date) => date.Day == DateTime.DaysInMonth(date.Year, date.Month);
}
