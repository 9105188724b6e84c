namespace SocialShares.Domain;

/// <summary>From which end the dates of a schedule are counted; the odd period, if there is one, lies at the other.</summary>
public enum ScheduleDirection
{
    /// <summary>From the start.</summary>
    Forward,

    /// <summary>From the end.</summary>
    Backward,
}

/// <summary>What the dates of a schedule follow from.</summary>
/// <param name="Start">First day of the first period.</param>
/// <param name="End">The day after the last day of the last one.</param>
/// <param name="TenorMonths">Months of a regular period: 1, 2, 3, 4, 6 or 12.</param>
/// <param name="Direction">From which end dates are counted.</param>
/// <param name="EndOfMonth">True: dates counted from the last day of a month are the last days of theirs.</param>
/// <param name="First">End of the first period, where it has a length of its own; regular dates are counted from it.</param>
/// <param name="NextToLast">Start of the last period, where it has a length of its own.</param>
/// <param name="IsOnePeriod">True: everything is one period, whatever the tenor.</param>
public sealed record ScheduleTerms(
    DateOnly Start,
    DateOnly End,
    int TenorMonths,
    ScheduleDirection Direction,
    bool EndOfMonth = false,
    DateOnly? First = null,
    DateOnly? NextToLast = null,
    bool IsOnePeriod = false
)
{
    /// <summary>Refuses terms from which no dates follow.</summary>
    /// <exception cref="Refused"><c>schedule.end</c>, <c>schedule.tenor</c>, <c>schedule.first</c>, <c>schedule.next-to-last</c>.</exception>
    public void Check()
    {
        Terms.Require(End > Start, "schedule.end", "maturesOn", Start);
        Terms.Require(TenorMonths is 1 or 2 or 3 or 4 or 6 or 12, "schedule.tenor", "frequency");
        Terms.Require(First is not { } first || (first > Start && first < End), "schedule.first", "firstPaymentOn");
        Terms.Require(
            NextToLast is not { } last || (last > (First ?? Start) && last < End),
            "schedule.next-to-last",
            "lastRegularOn"
        );
    }
}

/// <summary>One period of a schedule, before holidays.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">The day after the last one.</param>
/// <param name="IsRegular">Is it exactly one tenor long, counted as the others?</param>
/// <param name="IsCountedBack">Where it is odd: do its notional periods count back from its end, not on from its start?</param>
/// <param name="EndOfMonth">Do they keep to month ends?</param>
public readonly record struct SchedulePeriod(
    DateOnly Start,
    DateOnly End,
    bool IsRegular,
    bool IsCountedBack,
    bool EndOfMonth
);
