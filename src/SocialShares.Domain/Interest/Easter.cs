namespace SocialShares.Domain;

/// <summary>
/// When Easter is, by the Gregorian rule: the Sunday after the first full moon, as the tables of 1582 reckon it, on or
/// after 21 March.
/// </summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year from 1583 on: between 22 March and 25 April.</summary>
    public static DateOnly Sunday(int year)
    {
        var golden = year % 19; // place in the cycle after which the moon's phases come back to the same days
        var century = year / 100;
        var leapDaysLeftOut = century - century / 4;
        var moonCorrection = (8 * century + 13) / 25;
        var afterEquinox = (19 * golden + leapDaysLeftOut - moonCorrection + 15) % 30; // days from 21 March to the full moon

        // The tables know 29 such days only: the last one counts as the one before, and that one moves along
        // where a cycle would otherwise hold the same day twice.
        if (afterEquinox == 29 || (afterEquinox == 28 && golden > 10))
            afterEquinox--;

        var fullMoon = new DateOnly(year, 3, 21).AddDays(afterEquinox);
        return fullMoon.AddDays(7 - (int)fullMoon.DayOfWeek); // a full moon on a Sunday means the Sunday after
    }
}
