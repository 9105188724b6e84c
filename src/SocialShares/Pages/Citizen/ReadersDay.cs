using SocialShares.Look;

namespace SocialShares.Pages.Citizen;

/// <summary>
/// The day it is for a reader whose zone nobody asked: that of the language they read. Legal days are never taken from it.
/// </summary>
internal static class ReadersDay
{
    public static DateOnly Today(TimeProvider clock) => Of(clock.GetUtcNow().UtcDateTime);

    public static DateOnly Of(DateTime utc) =>
        LegalDay.Of(utc, Language.IsDutch ? "Europe/Amsterdam" : "Europe/London");
}
