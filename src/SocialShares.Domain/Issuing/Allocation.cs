namespace SocialShares.Domain;

/// <summary>
/// Decides who gets how many units: pure arithmetic, the same for the same rows in any order, so that anybody can repeat it.
/// <list type="bullet">
/// <item>Rows are served in bands: where residents go first, residents before others; within that the higher priority before the
/// lower. A band that can have all gets all. The first that cannot is divided by the policy, and those after it get nothing.</item>
/// <item>Applications of one holder in a band count as one, except in first come first served; what they get together
/// fills the earliest paid first.</item>
/// <item>No row ever gets more than it asked, all together never more than is offered.</item>
/// </list>
/// See <c>infra/docs/allotment.md</c> for the words and an example worked out by hand.
/// </summary>
public static class Allocation
{
    /// <summary>Allots each series on its own.</summary>
    /// <param name="rows">The applications, in any order; each once.</param>
    /// <param name="offered">Units on offer by number of the series; 0 is the number of shares.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>Units in the order of the rows.</returns>
    public static long[] Of(
        IReadOnlyList<AllocationRow> rows,
        IReadOnlyDictionary<int, long> offered,
        AllocationRule rule
    )
    {
        var allotted = new long[rows.Count];
        foreach (var series in Enumerable.Range(0, rows.Count).GroupBy(i => rows[i].SeriesNo))
        {
            var places = series.ToList();
            var units = Of(places.ConvertAll(i => rows[i]), offered[series.Key], rule);
            for (var i = 0; i < places.Count; i++)
                allotted[places[i]] = units[i];
        }
        return allotted;
    }

    /// <summary>Allots the units of one series, or of a class of shares.</summary>
    /// <param name="rows">The applications, in any order; each once.</param>
    /// <param name="offered">Units on offer.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>Units in the order of the rows.</returns>
    public static long[] Of(IReadOnlyList<AllocationRow> rows, long offered, AllocationRule rule)
    {
        Invariant.Holds(offered >= 0 && rule.LeastUnits >= 0, "an allotment of less than nothing");
        Invariant.Holds(rows.All(r => r.Units > 0), "an application for no units");
        Invariant.Holds(rows.Select(r => r.Id).Distinct().Count() == rows.Count, "an application is allotted twice");
        var claims = Claim.Of(rows, rule);
        if (rule.ResidentsFirst)
        {
            // What a resident would get without the rule is theirs with it, whatever rounding does.
            Serve(claims, offered, rule, residentsFirst: false);
            foreach (var claim in claims)
                claim.Keep();
        }
        Serve(claims, offered, rule, rule.ResidentsFirst);
        var allotted = new long[rows.Count];
        foreach (var claim in claims)
            claim.HandOut(allotted);
        Invariant.Holds(claims.All(c => c.Got >= c.Kept), "residents first was worse for a resident");
        Invariant.Holds(allotted.Sum() <= offered, "more is allotted than is offered");
        return allotted;
    }

    private static void Serve(IReadOnlyList<Claim> claims, long offered, AllocationRule rule, bool residentsFirst)
    {
        var left = offered;
        var bands = claims
            .GroupBy(c => (IsFirst: residentsFirst && c.IsResident, c.Priority))
            .OrderByDescending(b => b.Key.IsFirst)
            .ThenByDescending(b => b.Key.Priority);
        foreach (var band in bands)
        {
            var inTurn = band.Order(Claim.InTurn).ToList();
            var asked = inTurn.Sum(c => c.Units);
            if (asked <= left)
                inTurn.ForEach(c => c.Got = c.Units);
            else
                Divide(inTurn, left, rule);
            // Nothing trickles past a band that did not get all: else being asked for less could pay off.
            left = asked <= left ? left - asked : 0;
        }
    }

    /// <summary>Divides too little among claims that stand in the order in which equals are served.</summary>
    private static void Divide(List<Claim> claims, long units, AllocationRule rule)
    {
        claims.ForEach(c => c.Got = 0);
        if (rule.Policy == AllocationPolicy.FirstCome)
            InOrder(claims, units, c => c.Units);
        else if (claims.Sum(c => c.Least) > units)
            // Not everybody can have the least: the lot decides who has it.
            InOrder(claims, units, c => c.Least);
        else if (rule.Policy == AllocationPolicy.EqualFill)
            Equally(claims, units);
        else
            InProportion(claims, units);
    }

    // One after the other, until one can get neither what is due nor at least the least.
    private static void InOrder(List<Claim> claims, long units, Func<Claim, long> due)
    {
        foreach (var claim in claims)
        {
            var part = Math.Min(due(claim), units);
            if (part < claim.Least)
                return;
            claim.Got = part;
            units -= part;
        }
    }

    private static void Equally(List<Claim> claims, long units)
    {
        var above = new HashSet<Claim>(claims);
        foreach (var claim in claims.OrderBy(c => c.Units))
        {
            if ((Int128)claim.Units * above.Count > units)
                break;
            claim.Got = claim.Units;
            units -= claim.Units;
            above.Remove(claim);
        }
        if (above.Count == 0)
            return;
        var (level, over) = Math.DivRem(units, above.Count);
        foreach (var claim in claims.Where(above.Contains))
            claim.Got = level + (over-- > 0 ? 1 : 0);
    }

    private static void InProportion(List<Claim> claims, long units)
    {
        var (sum, rest) = (claims.Aggregate((Int128)0, (s, c) => s + c.Units), new HashSet<Claim>(claims));
        // The smallest first: whose part would be less than the least gets the least, the others share what is left.
        foreach (var claim in claims.OrderBy(c => c.Units))
        {
            if (claim.Units * (Int128)units >= claim.Least * sum)
                break;
            claim.Got = claim.Least;
            units -= claim.Least;
            sum -= claim.Units;
            rest.Remove(claim);
        }
        var sharing = claims.FindAll(rest.Contains);
        var parts = Split.ByLargestRemainder(units, sharing.ConvertAll(c => (Int128)c.Units));
        for (var i = 0; i < parts.Length; i++)
            sharing[i].Got = parts[i];
        KeepWhatIsKept(sharing, units, sum);
    }

    // Rounding anew can cost a resident the unit that rounding without the rule had given: then it is taken, unit by unit,
    // from those whose rounding was kindest.
    private static void KeepWhatIsKept(List<Claim> claims, long units, Int128 sum)
    {
        var wronged = claims.FindAll(c => c.Got < c.Kept);
        var owed = wronged.Sum(c => c.Kept - c.Got);
        wronged.ForEach(c => c.Got = c.Kept);
        while (owed > 0)
        {
            var givers = claims
                .Select((c, turn) => (Claim: c, Turn: turn, Over: c.Got * sum - (Int128)c.Units * units))
                .Where(g => g.Claim.Got > Math.Max(g.Claim.Kept, g.Claim.Least))
                .OrderByDescending(g => g.Over)
                .ThenByDescending(g => g.Turn)
                .Take((int)Math.Min(owed, int.MaxValue))
                .ToList();
            Invariant.Holds(givers.Count > 0, "what residents keep is more than there is");
            givers.ForEach(g => g.Claim.Got--);
            owed -= givers.Count;
        }
    }
}
