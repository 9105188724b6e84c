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
        var lots = valid.Where(e => e.Units > 0 && e.Kind != EntryKind.Correction).Select(e => new Lot(e)).ToList();
        long leaving = 0;
        foreach (var entry in valid.Where(e => e.Units < 0 || e.Kind == EntryKind.Correction))
            if (entry.CorrectsId is { } corrected && lots.Find(l => l.Id == corrected) is { } lot)
                lot.Left += entry.Units;
            else if (entry.Units > 0)
                lots.Add(new Lot(entry));
            else
                leaving -= entry.Units;
        foreach (var lot in lots)
        {
            var gone = Math.Clamp(leaving, 0, Math.Max(0, lot.Left));
            (lot.Left, leaving) = (lot.Left - gone, leaving - gone);
        }
        if (valid.Find(e => e.Id == entryId) is { Units: < 0 } left)
            return lots.Where(l => l.Number < left.Number).Sum(l => Math.Max(0, l.Left));
        return lots.Find(l => l.Id == entryId) is { } asked ? Math.Clamp(asked.Left, 0, asked.Units) : 0;
    }

    private sealed class Lot(RegisterEntry entry)
    {
        public RegisterEntryId Id { get; } = entry.Id;
        public int Number { get; } = entry.Number;
        public long Units { get; } = entry.Units;
        public long Left { get; set; } = entry.Units;
    }
}
