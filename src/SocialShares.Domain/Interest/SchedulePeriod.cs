namespace SocialShares.Domain;

/// <summary>
/// One interest period [start, end) of a schedule, in dates that were not moved to business days. An odd period (stub)
/// is measured by notional regular periods (ICMA rule 251): an odd first period by those counted back from its end, an odd
/// last period by those counted forward from its start.
/// </summary>
/// <param name="Start">First day that earns.</param>
/// <param name="End">The day after the last that earns.</param>
/// <param name="IsRegular">Is it exactly one tenor long, from one date of the schedule's count to the next?</param>
/// <param name="ReferenceStart">Start of the notional period at the stub's anchored end; of a regular period its own.</param>
/// <param name="ReferenceEnd">End of that notional period; of a regular period its own.</param>
/// <param name="RollDay">
/// Day of the month on which notional periods begin, 1 to 31; a shorter month has its last day instead, so 31 is month end.
/// </param>
public readonly record struct SchedulePeriod(
    DateOnly Start,
    DateOnly End,
    bool IsRegular,
    DateOnly ReferenceStart,
    DateOnly ReferenceEnd,
    int RollDay
)
{
    /// <summary>
    /// The notional period that lies <paramref name="step"/> tenors away from the stub's anchored end, 0 for the one there.
    /// </summary>
    public ReferencePeriod Notional(int step, int tenorMonths)
    {
        if (step == 0)
            return new(ReferenceStart, ReferenceEnd, 12 / tenorMonths);
        var months = (IsAnchoredAtEnd ? -step : step) * tenorMonths;
        return new(
            RollDays.Roll(ReferenceStart, months, RollDay),
            RollDays.Roll(ReferenceEnd, months, RollDay),
            12 / tenorMonths
        );
    }

    /// <summary>Are its notional periods counted back from its end, and not forward from its start?</summary>
    public bool IsAnchoredAtEnd => ReferenceEnd == End;
}
