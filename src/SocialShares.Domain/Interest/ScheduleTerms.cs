namespace SocialShares.Domain;

/// <summary>From which end the dates of a schedule are counted; an odd period, if any, is at the other end.</summary>
public enum ScheduleDirection
{
    /// <summary>From the start: what does not fit is a short last period.</summary>
    Forward = 0,

    /// <summary>From the end: what does not fit is a short first period.</summary>
    Backward = 1,
}

/// <summary>
/// The terms of a payment schedule. A long odd period is made by naming <paramref name="First"/> or
/// <paramref name="NextToLast"/>; both may be named, in either direction.
/// </summary>
/// <param name="Start">First day that earns.</param>
/// <param name="End">Maturity: the day after the last that earns.</param>
/// <param name="TenorMonths">Length of a regular period: 1, 2, 3, 4, 6 or 12 months.</param>
/// <param name="Direction">From which end dates are counted.</param>
/// <param name="EndOfMonth">
/// Do dates stay at the month's end when the date that they are counted from is one? From 28 February 2025 every half year
/// then gives 31 August and not the 28th. Without effect when the date counted from is no month end.
/// </param>
/// <param name="First">The end of the first period, strictly between start and end; null to let it follow.</param>
/// <param name="NextToLast">
/// The start of the last period, strictly between start and end and not before <paramref name="First"/>; null to let it follow.
/// </param>
public sealed record ScheduleTerms(
    DateOnly Start,
    DateOnly End,
    int TenorMonths,
    ScheduleDirection Direction,
    bool EndOfMonth = false,
    DateOnly? First = null,
    DateOnly? NextToLast = null
)
{
    /// <summary>Refuses terms that contradict each other, naming the field.</summary>
    /// <exception cref="Refused">
    /// <c>schedule.end</c>, <c>schedule.tenor</c>, <c>schedule.first</c>, <c>schedule.next-to-last</c>.
    /// </exception>
    public void Check()
    {
        Terms.Require(End > Start, "schedule.end", "maturesOn");
        Terms.Require(TenorMonths is >= 1 and <= 12 && 12 % TenorMonths == 0, "schedule.tenor", "frequency");
        Terms.Require(First is null || IsInside(First.Value), "schedule.first", "firstPaymentOn");
        Terms.Require(NextToLast is null || IsInside(NextToLast.Value), "schedule.next-to-last", "lastRegularOn");
        Terms.Require(
            First is null || NextToLast is null || First <= NextToLast,
            "schedule.next-to-last",
            "lastRegularOn"
        );
    }

    private bool IsInside(DateOnly date) => Start < date && date < End;
}
