using System.Numerics;

namespace SocialShares.Domain;

/// <summary>
/// The dates and fractions of bonds issued on a day, computed once from their terms. Any number of cash-flow tables
/// follow from it by whole-number arithmetic.
/// </summary>
public sealed class BondPlan
{
    private readonly BondTerms terms;
    private readonly DateOnly issuedOn;
    private readonly PlannedPeriod[] periods;
    private readonly Rounding rounding;
    private readonly RepaymentKind kind;
    private readonly int periodsPerYear;

    private BondPlan(BondTerms terms, DateOnly issuedOn)
    {
        (this.terms, this.issuedOn) = (terms, issuedOn);
        (rounding, kind, periodsPerYear) = (terms.Rounding, terms.Repayment.Kind, terms.Frequency.PerYear());
        periods = PlannedPeriods.Of(terms, issuedOn);
    }

    /// <summary>The interest periods, in order.</summary>
    public IReadOnlyList<PlannedPeriod> Periods => periods;

    /// <summary>Plans bonds issued on a day.</summary>
    /// <param name="terms">Checked terms.</param>
    /// <param name="issuedOn">First day of interest.</param>
    public static BondPlan Of(BondTerms terms, DateOnly issuedOn) => new(terms, issuedOn);

    /// <summary>
    /// What a face amount pays in each period. Interest is rounded once a period; principal as the terms say; the last
    /// instalment is what is left, so that the principal adds up to the face amount exactly.
    /// </summary>
    /// <param name="faceMinor">Minor units, zero or more; one bond's nominal value for the table that counts.</param>
    public BondCashFlow[] Table(long faceMinor)
    {
        Invariant.Holds(faceMinor >= 0, "a face amount is negative");
        var flows = new BondCashFlow[periods.Length];
        var opening = faceMinor;
        var left = 0;
        foreach (ref readonly var period in periods.AsSpan())
            left += period.Repays ? 1 : 0;
        var instalment = 0L;
        var levelPpm = -1;
        for (var i = 0; i < flows.Length; i++)
        {
            ref readonly var period = ref periods[i];
            var interest = period.Interest.Of(opening, rounding);
            var principal = 0L;
            if (period.Capitalises)
                principal = -interest;
            else if (period.Repays)
            {
                // A new rate makes a new level payment for what is left; equal instalments are settled once.
                if (levelPpm < 0 || (kind == RepaymentKind.Annuity && levelPpm != period.StartPpm))
                    (instalment, levelPpm) = (Instalment(opening, period.StartPpm, left), period.StartPpm);
                principal = left == 1 ? opening : Math.Min(opening, Repaid(opening, instalment, period.StartPpm));
                left--;
            }
            flows[i] = new BondCashFlow(i, period, opening, interest, principal);
            opening -= principal;
        }
        Invariant.Holds(opening == 0, "the principal of a bond does not add up to its face value");
        return flows;
    }

    /// <summary>
    /// Interest that has accrued in a period up to a day, on its principal; rounded once. On the last day of the period
    /// and after, the whole interest of it.
    /// </summary>
    /// <param name="index">The period, from 0.</param>
    /// <param name="on">The day; interest of the days before it counts.</param>
    /// <param name="principalMinor">Principal outstanding in the period, minor units.</param>
    public long Accrued(int index, DateOnly on, long principalMinor)
    {
        var period = BondDates.Periods(terms, issuedOn)[index];
        if (on <= period.Start)
            return 0;
        var until = on < period.End ? on : period.End;
        return PlannedPeriods
            .Accrued(terms, period, period.Start, until, terms.MaturityOf(issuedOn))
            .Of(principalMinor, rounding);
    }

    private long Instalment(long principal, int ppm, int payments) =>
        kind switch
        {
            RepaymentKind.Bullet => principal,
            RepaymentKind.Linear => rounding.Divide(principal, payments),
            RepaymentKind.Annuity => LevelPayment(principal, ppm, payments),
            _ => throw new InvariantBroken($"repayment {kind} is not known"),
        };

    // Principal within a level payment: what the interest of an even period leaves of it. The interest that is paid
    // counts days; where the two differ (actual days, stubs) the payment is level but for that difference.
    private long Repaid(long opening, long instalment, int ppm)
    {
        if (kind != RepaymentKind.Annuity)
            return instalment;
        var even = new InterestFactor(ppm, (long)Rate.Whole * periodsPerYear).Of(opening, rounding);
        return Math.Max(0, instalment - even);
    }

    /// <summary>
    /// <c>A = P i / (1 - (1 + i)^-n)</c> with <c>i = rate / periods a year</c>, exact in whole numbers, rounded once.
    /// </summary>
    private long LevelPayment(long principal, int ppm, int payments)
    {
        if (ppm == 0)
            return rounding.Divide(principal, payments);
        var part = YearFraction.Of(ppm, (long)Rate.Whole * periodsPerYear); // in lowest terms, the powers stay small
        var (rate, whole) = (part.Numerator, part.Denominator);
        var grown = BigInteger.Pow(whole + rate, payments);
        var numerator = principal * rate * grown;
        var denominator = whole * (grown - BigInteger.Pow(whole, payments));
        return rounding.Divide(numerator, denominator);
    }
}
