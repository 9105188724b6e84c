namespace SocialShares.Domain;

/// <summary>
/// One interest period of an issued series, written down at the issue and never changed: what one bond pays, and when.
/// Amounts are minor units for one bond.
/// </summary>
public sealed class BondPeriod
{
    private BondPeriod() { }

    internal BondPeriod(BondSeriesId seriesId, BondCashFlow flow)
    {
        (Id, SeriesId, No) = (BondPeriodId.New(), seriesId, flow.Index + 1);
        (AccrualStart, AccrualEnd) = (flow.Period.Start, flow.Period.End);
        (RecordOn, DueOn) = (flow.Period.RecordOn, flow.Period.DueOn);
        (OpeningMinor, InterestMinor, PrincipalMinor) = (flow.OpeningMinor, flow.InterestMinor, flow.PrincipalMinor);
        RatePpm = flow.Period.StartPpm;
    }

    /// <summary>Identity; the cause of what its end books.</summary>
    public BondPeriodId Id { get; private set; }

    /// <summary>The series.</summary>
    public BondSeriesId SeriesId { get; private set; }

    /// <summary>Counts from 1 within the series.</summary>
    public int No { get; private set; }

    /// <summary>First day on which interest accrues.</summary>
    public DateOnly AccrualStart { get; private set; }

    /// <summary>The day after the last one.</summary>
    public DateOnly AccrualEnd { get; private set; }

    /// <summary>Whoever holds at the end of this day is paid.</summary>
    public DateOnly RecordOn { get; private set; }

    /// <summary>The day of payment.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The rate on the first day, parts per million a year.</summary>
    public int RatePpm { get; private set; }

    /// <summary>Principal outstanding in the period.</summary>
    public long OpeningMinor { get; private set; }

    /// <summary>Interest of the period.</summary>
    public long InterestMinor { get; private set; }

    /// <summary>What comes back at its end; negative where interest is added to the principal.</summary>
    public long PrincipalMinor { get; private set; }

    /// <summary>Principal outstanding afterwards.</summary>
    public long ClosingMinor => OpeningMinor - PrincipalMinor;

    /// <summary>What is paid; 0 where interest is added to the principal.</summary>
    public long PaymentMinor => InterestMinor + PrincipalMinor;

    /// <summary>Is the interest added to the principal instead of being paid?</summary>
    public bool Capitalises => PrincipalMinor < 0;

    /// <summary>
    /// What a holder is paid: interest and the principal of this period on every bond held, and the whole rest of those
    /// that are redeemed early at its end.
    /// </summary>
    /// <param name="units">Bonds held on the day of record.</param>
    /// <param name="redeemedUnits">How many of them are redeemed early.</param>
    public (long InterestMinor, long PrincipalMinor) Owes(long units, long redeemedUnits)
    {
        Invariant.Holds(redeemedUnits >= 0 && redeemedUnits <= units, "more bonds are redeemed than are held");
        if (Capitalises) // nothing is paid; what is redeemed now takes its interest along
            return (0, redeemedUnits * ClosingMinor);
        return (units * InterestMinor, units * PrincipalMinor + redeemedUnits * ClosingMinor);
    }
}
