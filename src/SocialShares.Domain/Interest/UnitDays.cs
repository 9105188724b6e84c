namespace SocialShares.Domain;

/// <summary>A change of a holder's units: from <paramref name="On"/> on, <paramref name="Units"/> more (or fewer).</summary>
/// <param name="On">The day from which it holds.</param>
/// <param name="Units">Signed units.</param>
/// <param name="Entry">The entry of the register; null where nothing corrects it.</param>
/// <param name="Corrects">The entry that it corrects; null for every kind but a correction.</param>
public readonly record struct UnitChange(
    DateOnly On,
    long Units,
    RegisterEntryId? Entry = null,
    RegisterEntryId? Corrects = null
);

/// <summary>
/// Unit-days of one holder in a period: for every day of the period the units that earn interest on that day. The day
/// on which units arrive counts, the day on which they leave does not (half-open intervals), so that a transferred
/// unit is never counted twice. Units leave first in, first out, and a correction mends the lot that it names
/// (<see cref="LotSizes"/>): units that it adds are as old as that lot, and earn from the day from which it holds.
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
        var (sizes, since) = (new LotSizes(), new List<DateOnly>());
        Int128 days = 0;
        var last = DateOnly.MinValue;
        foreach (var change in changes)
        {
            Invariant.Holds(change.On >= last, "changes of a holding are out of order");
            if (change.On > last)
                days += Earned(last, change.On);
            last = change.On;
            if (sizes.Add(change.Entry, change.Corrects, change.Units))
                since.Add(change.On);
            Invariant.Holds(sizes.Held >= 0, "more units leave than came");
        }
        return days + Earned(last, end);

        // What stands from one change until the next has earned on the days between them.
        Int128 Earned(DateOnly first, DateOnly next)
        {
            var left = Earlier(next, end);
            if (since.Count == 0 || left <= from)
                return 0;
            Int128 earned = 0;
            foreach (var (units, bought) in sizes.Standing().Zip(since))
            {
                var begins = Later(Later(bought.AddYears(startsAfterYears), from), first);
                earned += units * (Int128)Math.Max(0, left.DayNumber - begins.DayNumber);
            }
            return earned;
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
