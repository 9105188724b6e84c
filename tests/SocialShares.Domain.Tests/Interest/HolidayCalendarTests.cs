using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Easter, days proclaimed once, and where dates go that are no business days.</summary>
public sealed class HolidayCalendarTests
{
    private static readonly Arbitrary<(HolidayCalendar Calendar, DateOnly Date)> Days = (
        from calendar in Gen.Elements(Enum.GetValues<HolidayCalendar>())
        from day in Gen.Choose(0, 200 * 365)
        select (calendar, new DateOnly(2000, 1, 1).AddDays(day))
    ).ToArbitrary();

    [Fact]
    public void Easter_is_a_sunday_between_22_march_and_25_april()
    {
        for (var year = 1900; year <= 2200; year++)
        {
            var easter = Easter.Sunday(year);
            easter.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
            easter.ShouldBeInRange(new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    [InlineData(1818, 3, 22)] // the earliest that it can be
    [InlineData(1943, 4, 25)] // the latest
    [InlineData(1954, 4, 18)] // both exceptions of the tables: without them 25 April, and
    [InlineData(1981, 4, 19)] // 26 April
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2025, 4, 20)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    public void Easter_is_when_it_was_and_will_be(int year, int month, int day) =>
        Easter.Sunday(year).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("2002-06-03", true)]
    [InlineData("2002-06-04", true)]
    [InlineData("2002-05-27", false)] // moved
    [InlineData("2011-04-29", true)]
    [InlineData("2012-05-28", false)] // moved
    [InlineData("2012-06-04", true)]
    [InlineData("2012-06-05", true)]
    [InlineData("2020-05-04", false)] // moved
    [InlineData("2020-05-08", true)]
    [InlineData("2022-05-30", false)] // moved
    [InlineData("2022-06-02", true)]
    [InlineData("2022-06-03", true)]
    [InlineData("2022-09-19", true)]
    [InlineData("2023-05-01", true)]
    [InlineData("2023-05-08", true)]
    [InlineData("2000-01-03", true)] // for Saturday the 1st
    [InlineData("2021-12-27", true)] // for Saturday the 25th
    [InlineData("2021-12-28", true)] // for Sunday the 26th
    [InlineData("2022-12-27", true)] // for Sunday the 25th
    [InlineData("2022-12-28", false)]
    [InlineData("2020-12-28", true)] // for Saturday the 26th
    [InlineData("2024-12-27", false)] // a Friday like others
    [InlineData("2024-08-26", true)]
    public void England_keeps_what_was_proclaimed_moved_and_made_up_for(string day, bool holiday) =>
        HolidayCalendar.England.IsHoliday(GoldenDate.Parse(day)).ShouldBe(holiday);

    [Fact]
    public void England_has_eight_holidays_a_year_but_for_those_proclaimed()
    {
        Dictionary<int, int> more = new()
        {
            [2002] = 9,
            [2011] = 9,
            [2012] = 9,
            [2022] = 10,
            [2023] = 9,
        };
        for (var year = 2000; year < 2200; year++)
            HolidaysOf(HolidayCalendar.England, year).ShouldBe(more.GetValueOrDefault(year, 8), $"{year}");
    }

    [Theory]
    [InlineData("2001-12-31", true)]
    [InlineData("2002-12-31", false)]
    [InlineData("2025-05-01", true)]
    [InlineData("2027-05-01", false)] // a Saturday, and nothing makes up for it
    [InlineData("2027-05-03", false)]
    public void Target_has_no_days_that_make_up_for_others(string day, bool holiday) =>
        HolidayCalendar.Target.IsHoliday(GoldenDate.Parse(day)).ShouldBe(holiday);

    [Fact]
    public void Without_a_calendar_every_day_is_a_business_day()
    {
        var christmasOnSunday = new DateOnly(2022, 12, 25);

        HolidayCalendar.None.IsBusinessDay(christmasOnSunday).ShouldBeTrue();
        HolidayCalendar.None.Adjust(christmasOnSunday, BusinessDayRule.Following).ShouldBe(christmasOnSunday);
    }

    [Fact]
    public void An_adjusted_date_is_the_nearest_business_day_on_its_side() =>
        Prop.ForAll(
                Days,
                day =>
                {
                    var (calendar, date) = day;
                    var next = calendar.Adjust(date, BusinessDayRule.Following);
                    var before = calendar.Adjust(date, BusinessDayRule.Preceding);
                    calendar.IsBusinessDay(next).ShouldBeTrue();
                    calendar.IsBusinessDay(before).ShouldBeTrue();
                    (before <= date && date <= next).ShouldBeTrue();
                    for (var between = before.AddDays(1); between < next; between = between.AddDays(1))
                        calendar.IsBusinessDay(between).ShouldBeFalse();
                    calendar.Adjust(date, BusinessDayRule.Unadjusted).ShouldBe(date);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Modified_following_is_a_business_day_of_the_same_month() =>
        Prop.ForAll(
                Days,
                day =>
                {
                    var adjusted = day.Calendar.Adjust(day.Date, BusinessDayRule.ModifiedFollowing);
                    day.Calendar.IsBusinessDay(adjusted).ShouldBeTrue();
                    (adjusted.Year, adjusted.Month).ShouldBe((day.Date.Year, day.Date.Month));
                }
            )
            .QuickCheckThrowOnFailure();

    private static int HolidaysOf(HolidayCalendar calendar, int year)
    {
        var count = 0;
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
            count += calendar.IsHoliday(day) ? 1 : 0;
        return count;
    }
}
