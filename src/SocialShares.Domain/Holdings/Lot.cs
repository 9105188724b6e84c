namespace SocialShares.Domain;

/// <summary>One entry of the register as it changes what one holder has of one class.</summary>
/// <param name="On">The day from which it holds.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Units">Signed units.</param>
/// <param name="PriceMinor">Price of one unit, minor units.</param>
/// <param name="IsFree">Came on a death, and the board decided that lock-in does not hold for them.</param>
/// <param name="Entry">The entry itself; null where nothing corrects it.</param>
/// <param name="Corrects">The entry that it corrects; null for every kind but a correction.</param>
public readonly record struct LotChange(
    DateOnly On,
    EntryKind Kind,
    long Units,
    long PriceMinor,
    bool IsFree = false,
    RegisterEntryId? Entry = null,
    RegisterEntryId? Corrects = null
);

/// <summary>Units of one class that came to their holder together and are still there.</summary>
/// <param name="Since">The day they came.</param>
/// <param name="Units">How many are left of them.</param>
/// <param name="PriceMinor">What was paid for one, less what was written down since, minor units.</param>
/// <param name="IsFree">Lock-in does not hold for them.</param>
public readonly record struct Lot(DateOnly Since, long Units, long PriceMinor, bool IsFree = false)
{
    /// <summary>The first day on which they may leave, lock-in in whole years.</summary>
    public DateOnly FreeOn(int lockInYears) => IsFree ? DateOnly.MinValue : Since.AddYears(lockInYears);
}

/// <summary>
/// What a holder has, lot by lot; <see cref="LotSizes"/> says how many of each. Units leave first in, first out, at the price that was paid for them (defect 6 of
/// domain.md: never at today's price, and no lot is ever deleted: lots are read from the entries).
/// </summary>
public static class Lots
{
    /// <summary>The lots that are left after all changes, oldest first.</summary>
    /// <param name="changes">All entries of one holder in one class, in the order of day and number.</param>
    /// <exception cref="InvariantBroken">More units leave than came, or the entries are out of order.</exception>
    public static IReadOnlyList<Lot> Of(IEnumerable<LotChange> changes)
    {
        var (lots, sizes) = (new List<Lot>(), new LotSizes());
        long before = 0;
        foreach (var change in changes)
            switch (change.Kind)
            {
                case EntryKind.WriteDownFrom:
                    before = change.PriceMinor;
                    break;
                case EntryKind.WriteDownTo:
                    for (var i = 0; i < lots.Count; i++)
                        if (lots[i].PriceMinor == before)
                            lots[i] = lots[i] with { PriceMinor = change.PriceMinor };
                    break;
                default:
                    if (sizes.Add(change.Entry, change.Corrects, change.Units))
                        lots.Add(new Lot(change.On, change.Units, change.PriceMinor, change.IsFree));
                    Invariant.Holds(sizes.Held >= 0, "more units leave than came");
                    break;
            }
        return [.. lots.Zip(sizes.Standing(), (lot, units) => lot with { Units = units }).Where(l => l.Units > 0)];
    }

    /// <summary>The units that leave first, with the lots they come from.</summary>
    /// <exception cref="InvariantBroken">There are not that many.</exception>
    public static IReadOnlyList<Lot> First(IEnumerable<Lot> lots, long units)
    {
        var taken = new List<Lot>();
        foreach (var lot in lots)
        {
            if (units == 0)
                break;
            var part = Math.Min(units, lot.Units);
            taken.Add(lot with { Units = part });
            units -= part;
        }
        Invariant.Holds(units == 0, "more units leave than came");
        return taken;
    }

    /// <summary>What is left when units leave, first in, first out.</summary>
    /// <exception cref="InvariantBroken">There are not that many.</exception>
    public static IReadOnlyList<Lot> After(IEnumerable<Lot> lots, long units)
    {
        var left = new List<Lot>();
        foreach (var lot in lots)
        {
            var part = Math.Min(units, lot.Units);
            units -= part;
            if (part < lot.Units)
                left.Add(lot with { Units = lot.Units - part });
        }
        Invariant.Holds(units == 0, "more units leave than came");
        return left;
    }

    /// <summary>Units by price, in the order in which the prices first appear: one entry of the register each.</summary>
    public static IReadOnlyList<(long Units, long PriceMinor)> ByPrice(IEnumerable<Lot> lots) =>
        [.. lots.GroupBy(l => l.PriceMinor).Select(g => (g.Sum(l => l.Units), g.Key))];

    /// <summary>What units were paid with, minor units.</summary>
    public static long Minor(IEnumerable<Lot> lots) => lots.Sum(l => checked(l.Units * l.PriceMinor));
}
