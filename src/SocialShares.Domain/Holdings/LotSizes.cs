namespace SocialShares.Domain;

/// <summary>
/// How many units of each lot of one holder stand, as entries are added in the order of day and number. Units leave first in,
/// first out. A correction states what was so: it makes the lot larger or smaller that the entry which it names began, or what
/// left by that entry more or less. One rule for what lots are worth (<see cref="Lots"/>), how long units have earned
/// (<see cref="UnitDays"/>) and what a certificate stands for (<see cref="StandingUnits"/>).
/// </summary>
internal sealed class LotSizes
{
    private readonly List<(RegisterEntryId? Entry, long Units)> lots = [];
    private readonly List<RegisterEntryId?> leavers = [];
    private long leaving;

    /// <summary>Units that are held; below zero when more left than came.</summary>
    public long Held { get; private set; }

    /// <summary>One more entry.</summary>
    /// <param name="entry">The entry; null where nothing corrects it.</param>
    /// <param name="corrects">The entry that it corrects; null: it is no correction.</param>
    /// <param name="units">Signed units.</param>
    /// <returns>True when a lot begins with it: the next in the order of <see cref="Standing"/>.</returns>
    public bool Add(RegisterEntryId? entry, RegisterEntryId? corrects, long units)
    {
        Held += units;
        var lot = corrects is null ? -1 : lots.FindIndex(l => l.Entry == corrects);
        if (lot >= 0)
            lots[lot] = (corrects, lots[lot].Units + units);
        else if (units < 0 || (corrects is not null && leavers.Contains(corrects)))
            leaving -= units;
        else
        {
            lots.Add((entry, units));
            return true;
        }
        if (corrects is null)
            leavers.Add(entry);
        return false;
    }

    /// <summary>What is left of each lot, oldest first; of some nothing.</summary>
    public long[] Standing()
    {
        var (left, gone) = (new long[lots.Count], leaving);
        for (var i = 0; i < left.Length; i++)
        {
            var units = Math.Max(0, lots[i].Units);
            var part = Math.Clamp(gone, 0, units);
            (left[i], gone) = (units - part, gone - part);
        }
        return left;
    }
}
