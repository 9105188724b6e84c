namespace SocialShares.Domain.Tests;

/// <summary>
/// Day counts against the exact fractions of <c>day_count.csv</c>. These were computed from the rules' text and agree
/// with QuantLib 1.29 but for 15 rows of 30/360 US, where that version applied the rules in another order (README there).
/// </summary>
public sealed class DayCountGoldenTests
{
    private const string AtMaturity = "30E/360 ISDA (end=termination)";

    // Rows where we differ on purpose.
    private static readonly (string Convention, string Start, string End, int Ours, string Reason)[] Different =
    [
        (
            AtMaturity,
            "2033-02-28",
            "2033-02-28",
            0,
            "an empty period has no days; by the letter of the rule it has -2, as its start is moved and its end is not"
        ),
    ];

    [Fact]
    public void Every_day_count_gives_the_golden_days_and_fraction()
    {
        var report = new GoldenReport("day_count.csv");
        foreach (var row in GoldenFile.Read("day_count.csv"))
        {
            var (days, fraction) = Ours(row);
            var listed = Different.FirstOrDefault(d =>
                (d.Convention, d.Start, d.End) == (row["convention"], row["start_date"], row["end_date_exclusive"])
            );
            if (listed.Reason is not null)
                report.Listed(row, days == listed.Ours && fraction.Numerator == listed.Ours ? null : $"ours {days}");
            else
                report.Row(row, (days, fraction.ToString()), (row.Int("days"), Golden(row)));
        }
        report.Close(41_600);
    }

    private static (int Days, YearFraction Fraction) Ours(GoldenRow row)
    {
        var (start, end) = (row.Date("start_date"), row.Date("end_date_exclusive"));
        DateOnly? maturity = row["convention"] == AtMaturity ? end : null;
        ReferencePeriod? reference = row.DateOrNone("ref_period_start") is { } from
            ? new(from, row.Date("ref_period_end"), row.Int("coupons_per_year"))
            : null;
        var dayCount = Convention(row["convention"]);
        return (dayCount.Days(start, end, maturity), dayCount.Between(start, end, reference, maturity));
    }

    private static string Golden(GoldenRow row) =>
        $"{row["year_fraction_numerator"]}/{row["year_fraction_denominator"]}";

    // All but two of the file's names are market names.
    private static DayCount Convention(string name) =>
        name switch
        {
            "30/360 BondBasis" => DayCount.Thirty360BondBasis,
            AtMaturity => DayCount.Thirty360Isda,
            _ when DayCounts.TryParse(name, out var known) => known,
            _ => throw new ArgumentException($"day count {name} is not known", nameof(name)),
        };
}
