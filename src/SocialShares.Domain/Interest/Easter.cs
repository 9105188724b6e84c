namespace SocialShares.Domain;

/// <summary>Easter of the western churches, on which Good Friday and Easter Monday hang.</summary>
public static class Easter
{
    /// <summary>
    /// Easter Sunday of a year of the Gregorian calendar, by the method of the anonymous correspondent of Nature (1876)
    /// that Meeus gives in "Astronomical Algorithms": golden number, century, corrections for leap years and for the
    /// moon, then the Sunday after the full moon.
    /// </summary>
    public static DateOnly Sunday(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var lunarShift = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - lunarShift + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var (month, day) = Math.DivRem(epact + weekday - 7 * late + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
