namespace SocialShares.Domain;

/// <summary>The rules of the calendars. Weekends are no holidays; neither is a day of payment.</summary>
public static class HolidayCalendars
{
    // A proclamation follows no rule; each stands here with the day that it takes the place of, if any.
    private static readonly HashSet<DateOnly> ProclaimedInEngland =
    [
        new(2002, 6, 3), // Golden Jubilee
        new(2002, 6, 4),
        new(2011, 4, 29), // wedding of Prince William
        new(2012, 6, 4),
        new(2012, 6, 5), // Diamond Jubilee
        new(2020, 5, 8), // 75 years after the war in Europe
        new(2022, 6, 2),
        new(2022, 6, 3), // Platinum Jubilee
        new(2022, 9, 19), // funeral of Elizabeth II
        new(2023, 5, 8), // coronation of Charles III
    ];

    private static readonly HashSet<DateOnly> MovedAwayInEngland =
    [
        new(2002, 5, 27),
        new(2012, 5, 28),
        new(2020, 5, 4),
        new(2022, 5, 30),
    ];

    /// <summary>Is a day a holiday on a weekday?</summary>
    public static bool IsHoliday(this HolidayCalendar calendar, DateOnly day) =>
        !IsWeekend(day)
        && calendar switch
        {
            HolidayCalendar.None => false,
            HolidayCalendar.Target => IsTargetHoliday(day),
            HolidayCalendar.England => IsEnglishHoliday(day),
            _ => throw new InvariantBroken($"calendar {calendar} is not known"),
        };

    /// <summary>Do banks pay on a day?</summary>
    public static bool IsBusinessDay(this HolidayCalendar calendar, DateOnly day) =>
        calendar == HolidayCalendar.None || !(IsWeekend(day) || calendar.IsHoliday(day));

    /// <summary>The day on which a payment is made that falls on <paramref name="day"/>.</summary>
    public static DateOnly Adjust(this HolidayCalendar calendar, DateOnly day, BusinessDayRule rule)
    {
        if (rule == BusinessDayRule.Unadjusted || calendar.IsBusinessDay(day))
            return day;
        if (rule == BusinessDayRule.Preceding)
            return Nearest(calendar, day, -1);
        var next = Nearest(calendar, day, 1);
        return rule == BusinessDayRule.ModifiedFollowing && next.Month != day.Month ? Nearest(calendar, day, -1) : next;
    }

    private static DateOnly Nearest(HolidayCalendar calendar, DateOnly day, int step)
    {
        while (!calendar.IsBusinessDay(day))
            day = day.AddDays(step);
        return day;
    }

    private static bool IsTargetHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (5, 1) or (12, 25) or (12, 26) || IsEasterHoliday(day);

    private static bool IsEnglishHoliday(DateOnly day)
    {
        if (ProclaimedInEngland.Contains(day))
            return true;
        if (MovedAwayInEngland.Contains(day))
            return false;
        return IsNewYear(day)
            || IsEasterHoliday(day)
            || (day is { Month: 5, DayOfWeek: DayOfWeek.Monday } && (day.Day <= 7 || day.Day > 24))
            || (day is { Month: 8, DayOfWeek: DayOfWeek.Monday } && day.Day > 24)
            || IsChristmas(day);
    }

    // A holiday on a weekend is kept on the next weekday.
    private static bool IsNewYear(DateOnly day) =>
        day.Month == 1 && (day.Day == 1 || (day is { Day: 2 or 3, DayOfWeek: DayOfWeek.Monday }));

    // Christmas and Boxing Day together; two of them on a weekend, or one, are kept on the days that follow.
    private static bool IsChristmas(DateOnly day) =>
        day.Month == 12
        && (
            day.Day is 25 or 26
            || day is { Day: 27, DayOfWeek: DayOfWeek.Monday or DayOfWeek.Tuesday }
            || day is { Day: 28, DayOfWeek: DayOfWeek.Monday or DayOfWeek.Tuesday }
        );

    private static bool IsEasterHoliday(DateOnly day)
    {
        if (day.Month is not (3 or 4))
            return false;
        var sunday = Easter.Sunday(day.Year);
        return day == sunday.AddDays(-2) || day == sunday.AddDays(1);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
