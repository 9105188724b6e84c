namespace SocialShares.Domain;

/// <summary>Where a date goes that is no business day (ISDA 2006 section 4.12).</summary>
public enum BusinessDayRule
{
    /// <summary>It stays.</summary>
    Unadjusted = 0,

    /// <summary>To the next business day.</summary>
    Following = 1,

    /// <summary>To the next business day, unless that lies in the next month: then to the one before.</summary>
    ModifiedFollowing = 2,

    /// <summary>To the business day before.</summary>
    Preceding = 3,
}

/// <summary>Moves dates to business days.</summary>
public static class BusinessDays
{
    /// <summary>The date itself when it is a business day, else the one that the rule names.</summary>
    public static DateOnly Adjust(this HolidayCalendar calendar, DateOnly date, BusinessDayRule rule)
    {
        switch (rule)
        {
            case BusinessDayRule.Unadjusted:
                return date;
            case BusinessDayRule.Following:
                return Nearest(calendar, date, 1);
            case BusinessDayRule.ModifiedFollowing:
                var next = Nearest(calendar, date, 1);
                return next.Month == date.Month ? next : Nearest(calendar, date, -1);
            case BusinessDayRule.Preceding:
                return Nearest(calendar, date, -1);
            default:
                throw new InvariantBroken($"rule {rule} for business days is not known");
        }
    }

    private static DateOnly Nearest(HolidayCalendar calendar, DateOnly date, int step)
    {
        while (!calendar.IsBusinessDay(date))
            date = date.AddDays(step);
        return date;
    }
}
