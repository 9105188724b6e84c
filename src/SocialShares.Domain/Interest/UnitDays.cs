namespace SocialShares.Domain;

/// <summary>A change of a holder's units: from <paramref name="On"/> on, <paramref name="Units"/> more (or fewer).</summary>
public readonly record struct UnitChange(DateOnly On, long Units);

/// <summary>
/// Unit-days of one holder in a period: for every day of the period the units that earn interest on that day. The day
/// on which units arrive counts, the day on which they leave does not (half-open intervals), so that a transferred
/// unit is never counted twice. Units leave first in, first out.
/// </summary>
public static class UnitDays
{
    /// <summary>Counts the unit-days of a period.</summary>
    /// <param name="changes">All changes of one holder, oldest first.</param>
    /// <param name="from">First day of the period.</param>
    /// <param name="until">Last day of the period, included.</param>
    /// <param name="startsAfterYears">Whole years that a unit must have been held before it earns.</param>
    /// <exception cref="InvariantBroken">More units leave than came, or the changes are out of order.</exception>
    public static Int128 Count(IEnumerable<UnitChange> changes, DateOnly from, DateOnly until, int startsAfterYears)
    {
        var end = until.AddDays(1);
        var lots = new Queue<(DateOnly Since, long Units)>();
        Int128 days = 0;
        var last = DateOnly.MinValue;
        foreach (var change in changes)
        {
            Invariant.Holds(change.On >= last, "changes of a holding are out of order");
            last = change.On;
            if (change.Units > 0)
                lots.Enqueue((change.On, change.Units));
            else
                days += Leave(lots, change, lot => Earning(lot, change.On));
        }
        foreach (var lot in lots)
            days += lot.Units * (Int128)Earning(lot.Since, end);
        return days;

        int Earning(DateOnly since, DateOnly left)
        {
            var begins = Later(since.AddYears(startsAfterYears), from);
            return Math.Max(0, Earlier(left, end).DayNumber - begins.DayNumber);
        }
    }

    private static Int128 Leave(
        Queue<(DateOnly Since, long Units)> lots,
        UnitChange change,
        Func<DateOnly, int> earning
    )
    {
        Int128 days = 0;
        var leaving = -change.Units;
        while (leaving > 0)
        {
            Invariant.Holds(lots.Count > 0, "more units leave than came");
            var lot = lots.Peek();
            var taken = Math.Min(leaving, lot.Units);
            days += taken * (Int128)earning(lot.Since);
            leaving -= taken;
            lots.Dequeue();
            if (taken < lot.Units)
                Requeue(lots, (lot.Since, lot.Units - taken));
        }
        return days;
    }

    // A queue has no way to put something back in front; lots of one holder are few, so turning it round is cheap.
    private static void Requeue(Queue<(DateOnly Since, long Units)> lots, (DateOnly Since, long Units) rest)
    {
        var others = lots.ToArray();
        lots.Clear();
        lots.Enqueue(rest);
        foreach (var lot in others)
            lots.Enqueue(lot);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
