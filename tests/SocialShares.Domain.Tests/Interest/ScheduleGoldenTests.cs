namespace SocialShares.Domain.Tests;

/// <summary>Schedules against <c>schedules.csv</c>, date for date; no row differs on purpose.</summary>
public sealed class ScheduleGoldenTests
{
    [Fact]
    public void Every_schedule_has_the_golden_dates_and_odd_periods()
    {
        var report = new GoldenReport("schedules.csv");
        foreach (var row in GoldenFile.Read("schedules.csv"))
        {
            var dates = PaymentSchedule.Dates(
                Terms(row),
                GoldenCalendar.Of(row["calendar"]),
                Enum.Parse<BusinessDayRule>(row["convention"]),
                Enum.Parse<BusinessDayRule>(row["termination_convention"])
            );
            var regular = PaymentSchedule.Unadjusted(Terms(row)).Select(period => period.IsRegular ? "1" : "0");
            var ours = (dates.Count, string.Join(';', dates.Select(GoldenDate.Write)), string.Join(';', regular));
            report.Row(row, ours, (row.Int("n_dates"), row["dates_adjusted"], row["period_is_regular"]));
        }
        report.Close(864);
    }

    private static ScheduleTerms Terms(GoldenRow row) =>
        new(
            row.Date("effective_date"),
            row.Date("termination_date"),
            row.Int("tenor_months"),
            Enum.Parse<ScheduleDirection>(row["generation_rule"]),
            row.Flag("end_of_month"),
            row.DateOrNone("explicit_first_date"),
            row.DateOrNone("explicit_next_to_last_date")
        );
}
