namespace SocialShares.Domain.Tests;

/// <summary>Cash flows of 384 bonds against <c>bonds.csv</c>; no row differs on purpose.</summary>
public sealed class BondGoldenTests
{
    [Fact]
    public void Every_period_has_the_golden_dates_and_amounts()
    {
        var report = new GoldenReport("bonds.csv");
        foreach (var bond in GoldenFile.Read("bonds.csv").GroupBy(row => row["bond_id"]))
        {
            var rows = bond.ToList();
            var (terms, face) = (GoldenBonds.Terms(rows[0]), GoldenBonds.Face(rows[0]));
            var plan = BondPlan.Of(terms, terms.IssueOn!.Value);
            var (fine, real) = (plan.Table(face * GoldenBonds.Scale), plan.Table(face));
            if (real.Sum(f => f.PrincipalMinor) != face)
                report.Missing($"bond {bond.Key} repays {real.Sum(f => f.PrincipalMinor)} of {face}");
            if (plan.Periods.Count != rows.Count)
                report.Missing($"bond {bond.Key} has {plan.Periods.Count} periods");
            var bound = new RoundingBound(terms);
            foreach (var (row, at) in rows.Select((row, at) => (row, at)).Take(plan.Periods.Count))
                report.Row(row, Dates(row, fine[at]) ?? Exactly(row, fine[at]) ?? Rounded(row, real[at], bound));
        }
        report.Close(6_896);
    }

    private static string? Dates(GoldenRow row, BondCashFlow flow)
    {
        var ours = (flow.Index + 1, flow.Period.Start, flow.Period.End, flow.Period.DueOn);
        var golden = (
            row.Int("period_no"),
            row.Date("accrual_start"),
            row.Date("accrual_end_exclusive"),
            row.Date("payment_date")
        );
        return ours == golden ? null : $"dates {ours}";
    }

    // Where rounding is nothing, our arithmetic is the golden one.
    private static string? Exactly(GoldenRow row, BondCashFlow fine) =>
        Differs(row, "interest_unrounded", fine.InterestMinor)
        ?? Differs(row, "principal_unrounded", fine.PrincipalMinor)
        ?? Differs(row, "closing_notional", fine.ClosingMinor);

    private static string? Differs(GoldenRow row, string column, long blownUp)
    {
        var ours = blownUp / (double)GoldenBonds.Scale;
        return Math.Abs(ours - GoldenBonds.Minor(row[column])) <= GoldenBonds.Negligible ? null : $"{column} {ours}";
    }

    // On the real face each amount is as far from the unrounded one as its roundings so far allow, and no further.
    private static string? Rounded(GoldenRow row, BondCashFlow real, RoundingBound bound)
    {
        var isLast = row["period_no"] == row["n_periods"];
        var (interest, principal) = bound.Next(GoldenBonds.Double(row["year_fraction"]), isLast);
        var off = Math.Abs(real.InterestMinor - GoldenBonds.Minor(row["interest_unrounded"]));
        if (off > interest)
            return $"interest {real.InterestMinor} is {off} off, more than {interest}";
        off = Math.Abs(real.PrincipalMinor - GoldenBonds.Minor(row["principal_unrounded"]));
        return off > principal ? $"principal {real.PrincipalMinor} is {off} off, more than {principal}" : null;
    }

    /// <summary>
    /// How far rounding to whole minor units can lead away from unrounded amounts. Interest: half a unit, and the interest
    /// on what the opening balance is off. Principal: nothing for a bullet; half a unit an instalment for linear; for an
    /// annuity half a unit of the level payment and half of the interest in it, both carried on with interest. The last
    /// instalment is off by all that was gathered.
    /// </summary>
    private sealed class RoundingBound(BondTerms terms)
    {
        private readonly double rate = terms.RatePpm / (double)Rate.Whole;
        private double opening;

        public (double Interest, double Principal) Next(double years, bool isLast)
        {
            var even = rate / terms.Frequency.PerYear();
            var closing = terms.Repayment.Kind switch
            {
                RepaymentKind.Bullet => 0,
                RepaymentKind.Linear => opening + 0.5,
                _ => (opening * (1 + even)) + 1,
            };
            var interest = 0.5 + (opening * rate * years) + 1e-6;
            var principal = (isLast ? opening : closing - opening + (opening * 2 * even)) + 1e-6;
            opening = closing;
            return (interest, principal);
        }
    }
}
