namespace SocialShares.Domain;

/// <summary>The days on which banks do not pay. Stored by name.</summary>
public enum HolidayCalendar
{
    /// <summary>Every day is a day of payment, weekends too.</summary>
    None,

    /// <summary>The euro's payment system: weekends and its six holidays (European Central Bank, since 2002).</summary>
    Target,

    /// <summary>Bank holidays of England and Wales (Banking and Financial Dealings Act 1971) and weekends.</summary>
    England,
}

/// <summary>Where a payment goes that falls on a day on which banks do not pay. Stored by name.</summary>
public enum BusinessDayRule
{
    /// <summary>It stays.</summary>
    Unadjusted,

    /// <summary>To the next day on which banks pay.</summary>
    Following,

    /// <summary>To the next one, but if that is in another month, to the one before.</summary>
    ModifiedFollowing,

    /// <summary>To the one before.</summary>
    Preceding,
}
