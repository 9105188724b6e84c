using System.Globalization;

namespace SocialShares.Domain.Tests;

/// <summary>Holidays against <c>holidays.csv</c>: all of them, and no day more.</summary>
public sealed class HolidayGoldenTests
{
    [Fact]
    public void Every_calendar_has_the_golden_holidays_and_no_others()
    {
        var report = new GoldenReport("holidays.csv");
        var golden = new HashSet<(string Calendar, DateOnly Date)>();
        foreach (var row in GoldenFile.Read("holidays.csv"))
        {
            var date = row.Date("date");
            golden.Add((row["calendar"], date)).ShouldBeTrue("a day stands in the file once");
            report.Row(row, GoldenCalendar.Of(row["calendar"]).IsHoliday(date), true);
        }
        foreach (var calendar in new[] { "TARGET", "UK" })
            for (var day = new DateOnly(2024, 1, 1); day.Year <= 2060; day = day.AddDays(1))
                if (GoldenCalendar.Of(calendar).IsHoliday(day) && !golden.Contains((calendar, day)))
                    report.Missing(string.Create(CultureInfo.InvariantCulture, $"{calendar} has no {day:yyyy-MM-dd}"));
        report.Close(478);
    }
}

/// <summary>The golden files' names of calendars.</summary>
internal static class GoldenCalendar
{
    internal static HolidayCalendar Of(string name) =>
        name switch
        {
            "NULL" => HolidayCalendar.None,
            "TARGET" => HolidayCalendar.Target,
            "UK" => HolidayCalendar.England,
            _ => throw new ArgumentException($"calendar {name} is not known", nameof(name)),
        };
}
