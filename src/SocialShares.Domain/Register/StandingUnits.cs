namespace SocialShares.Domain;

/// <summary>
/// Of the units of one entry, how many its holder still has: what a certificate of that entry stands for today. Units
/// leave first in first out, as withdrawals and transfers take them; a correction takes from the entry that it names. A
/// write-down changes what units are worth, not how many there are.
/// </summary>
public static class StandingUnits
{
    /// <param name="entries">All entries of the holder in that class or series.</param>
    /// <param name="entryId">The entry in question: one that brought units, or one by which some left, which stands for
    /// what was kept then.</param>
    /// <param name="on">The day; entries valid later do not count yet.</param>
    /// <returns>0 to the units of the entry, or to what was kept after it.</returns>
    public static long Of(IEnumerable<RegisterEntry> entries, RegisterEntryId entryId, DateOnly on)
    {
        var valid = entries
            .Where(e => e.ValidOn <= on && e.Kind is not (EntryKind.WriteDownFrom or EntryKind.WriteDownTo))
            .OrderBy(e => e.ValidOn)
            .ThenBy(e => e.Number)
            .ToList();
        var (began, sizes) = (new List<RegisterEntry>(), new LotSizes());
        foreach (var entry in valid)
            if (sizes.Add(entry.Id, entry.CorrectsId, entry.Units))
                began.Add(entry);
        var lots = began.Zip(sizes.Standing()).ToList();
        if (valid.Find(e => e.Id == entryId) is { Units: < 0 } left)
            return lots.Where(l => l.First.Number < left.Number).Sum(l => l.Second);
        return lots.Where(l => l.First.Id == entryId).Sum(l => Math.Min(l.Second, l.First.Units));
    }
}
