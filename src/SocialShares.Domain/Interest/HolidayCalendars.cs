namespace SocialShares.Domain;

/// <summary>The days of each <see cref="HolidayCalendar"/>: rules and not lists, exact for the years 2000 to 2199.</summary>
public static class HolidayCalendars
{
    // Days that were proclaimed once follow from no rule, so a list is right here; what is proclaimed in future is added.
    private static readonly HashSet<DateOnly> EnglandProclaimed =
    [
        new(2002, 6, 3), // Golden Jubilee
        new(2002, 6, 4), // the spring holiday, moved to it
        new(2011, 4, 29), // royal wedding
        new(2012, 6, 4), // the spring holiday, moved to the Diamond Jubilee
        new(2012, 6, 5), // Diamond Jubilee
        new(2020, 5, 8), // the early May holiday, moved to 75 years after the war in Europe ended
        new(2022, 6, 2), // the spring holiday, moved to the Platinum Jubilee
        new(2022, 6, 3), // Platinum Jubilee
        new(2022, 9, 19), // state funeral of Queen Elizabeth II
        new(2023, 5, 8), // coronation of King Charles III
    ];

    /// <summary>Is it a holiday that falls on a weekday? Saturdays and Sundays never are one here.</summary>
    public static bool IsHoliday(this HolidayCalendar calendar, DateOnly date) =>
        !IsWeekend(date)
        && calendar switch
        {
            HolidayCalendar.None => false,
            HolidayCalendar.Target => IsTargetHoliday(date),
            HolidayCalendar.England => IsEnglandHoliday(date),
            _ => throw new InvariantBroken($"calendar {calendar} is not known"),
        };

    /// <summary>Can a payment be made on this day?</summary>
    public static bool IsBusinessDay(this HolidayCalendar calendar, DateOnly date) =>
        calendar == HolidayCalendar.None || (!IsWeekend(date) && !calendar.IsHoliday(date));

    private static bool IsTargetHoliday(DateOnly date) =>
        (date.Month, date.Day) switch
        {
            (1, 1) or (5, 1) or (12, 25) or (12, 26) => true,
            (12, 31) => date.Year == 2001, // the day before euro notes and coins
            _ => IsAtEaster(date),
        };

    // A holiday at a weekend is made up for on the next weekday that is none: 1 January on a Monday at the latest the 3rd,
    // the two days of Christmas on the 27th and 28th.
    private static bool IsEnglandHoliday(DateOnly date) =>
        (date.Month, date.Day) switch
        {
            (1, 1) or (12, 25) or (12, 26) => true,
            (1, 2 or 3) => date.DayOfWeek == DayOfWeek.Monday,
            (12, 27 or 28) => date.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday,
            (5, <= 7) when date.DayOfWeek == DayOfWeek.Monday => date.Year != 2020, // moved, see the list
            (5, >= 25) when date.DayOfWeek == DayOfWeek.Monday => date.Year is not (2002 or 2012 or 2022),
            (8, >= 25) when date.DayOfWeek == DayOfWeek.Monday => true,
            _ => IsAtEaster(date) || EnglandProclaimed.Contains(date),
        };

    private static bool IsAtEaster(DateOnly date)
    {
        if (date.Month is not (3 or 4))
            return false;
        var daysAfter = date.DayNumber - Easter.Sunday(date.Year).DayNumber;
        return daysAfter is -2 or 1;
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
