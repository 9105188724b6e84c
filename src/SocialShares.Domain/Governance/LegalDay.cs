namespace SocialShares.Domain;

/// <summary>Legal dates are days in the enterprise's own zone; instants are UTC. This is the only bridge between them.</summary>
public static class LegalDay
{
    /// <summary>The day it is at <paramref name="instant"/> (UTC) in the zone of IANA name <paramref name="zone"/>.</summary>
    public static DateOnly Of(DateTime instant, string zone) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(
                DateTime.SpecifyKind(instant, DateTimeKind.Utc),
                TimeZoneInfo.FindSystemTimeZoneById(zone)
            )
        );

    /// <summary>The instant (UTC) at which a day begins in the zone; a midnight that a clock change skips begins an hour later.</summary>
    public static DateTime Start(DateOnly day, string zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return TimeZoneInfo.ConvertTimeToUtc(info.IsInvalidTime(local) ? local.AddHours(1) : local, info);
    }
}
