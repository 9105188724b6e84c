namespace SocialShares.Domain.Tests;

/// <summary>Accrued interest of these bonds within a period, against <c>accrued.csv</c>; no row differs on purpose.</summary>
public sealed class AccruedGoldenTests
{
    [Fact]
    public void Interest_accrued_up_to_a_day_is_the_golden_one()
    {
        var plans = GoldenFile
            .Read("bonds.csv")
            .GroupBy(row => row["bond_id"])
            .ToDictionary(
                bond => bond.Key,
                bond => BondPlan.Of(GoldenBonds.Terms(bond.First()), bond.First().Date("issue_date"))
            );
        var report = new GoldenReport("accrued.csv");
        foreach (var row in GoldenFile.Read("accrued.csv"))
        {
            var plan = plans[row["bond_id"]];
            var notional = (long)Math.Round(GoldenBonds.Minor(row["notional"]) * GoldenBonds.Scale);
            var accrued = plan.Accrued(row.Int("period_no") - 1, row.Date("as_of_date"), notional);
            var ours = accrued / (double)GoldenBonds.Scale;
            var off = Math.Abs(ours - GoldenBonds.Minor(row["accrued_interest_unrounded"]));
            report.Row(row, off <= GoldenBonds.Negligible ? null : $"accrued {ours}");
        }
        report.Close(1_536);
    }
}
