namespace SocialShares.Domain;

/// <summary>Which days are business days, that is, on which days a payment can be made.</summary>
public enum HolidayCalendar
{
    /// <summary>Every day is a business day, Saturdays and Sundays too.</summary>
    None = 0,

    /// <summary>
    /// The euro's settlement system: closed at weekends, on 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December
    /// (ECB, long-term calendar valid from 2002), and on 31 December 2001.
    /// </summary>
    Target = 1,

    /// <summary>
    /// Bank holidays in England and Wales (Banking and Financial Dealings Act 1971, with the days that were proclaimed),
    /// and weekends.
    /// </summary>
    England = 2,
}
