using System.Globalization;

namespace SocialShares.Domain.Tests;

/// <summary>Bonds as <c>bonds.csv</c> describes them.</summary>
internal static class GoldenBonds
{
    /// <summary>
    /// Face amounts are blown up by this, so that rounding to a whole minor unit is nothing beside the figures compared.
    /// </summary>
    public const long Scale = 1_000_000;

    /// <summary>A ten-thousandth of a minor unit: what 17 digits of a double can say about these amounts.</summary>
    public const double Negligible = 1e-4;

    /// <summary>The terms of the bond that a row belongs to.</summary>
    public static BondTerms Terms(GoldenRow row) =>
        new(
            NominalMinor: Face(row),
            Currency.Eur,
            (int)Math.Round(Double(row["annual_rate_decimal"]) * Rate.Whole),
            Frequency(row.Int("coupons_per_year")),
            new RepaymentTerms(Enum.Parse<RepaymentKind>(row["amortisation"], ignoreCase: true)),
            MaturesOn: row.Date("maturity_date"),
            IssueOn: row.Date("issue_date"),
            DayCount: DayCountOf(row["day_count"]),
            Calendar: GoldenCalendar.Of(row["calendar"]),
            PaymentRule: Enum.Parse<BusinessDayRule>(row["payment_convention"]),
            RecordDays: 0
        );

    /// <summary>The face amount in minor units.</summary>
    public static long Face(GoldenRow row) => (long)Double(row["face_value_currency"]) * 100;

    /// <summary>An amount of currency units, unrounded, in minor units.</summary>
    public static double Minor(string text) => Double(text) * 100;

    public static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DayCount DayCountOf(string name) =>
        DayCounts.TryParse(name == "30/360 BondBasis" ? "30/360" : name, out var dayCount)
            ? dayCount
            : throw new InvalidOperationException(name);

    private static PaymentFrequency Frequency(int perYear) =>
        Enum.GetValues<PaymentFrequency>().Single(f => f != PaymentFrequency.AtMaturity && f.PerYear() == perYear);
}
