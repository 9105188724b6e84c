namespace SocialShares.Domain;

/// <summary>An allotment worked out, before it is decided and to check it afterwards.</summary>
public sealed class AllotmentPlan
{
    private readonly Dictionary<ApplicationId, long> allotted;

    /// <param name="rows">The applications, in any order.</param>
    /// <param name="offered">Units on offer by number of the series; 0 is the number of shares.</param>
    /// <param name="rule">The rule.</param>
    public AllotmentPlan(IReadOnlyList<AllocationRow> rows, IReadOnlyDictionary<int, long> offered, AllocationRule rule)
    {
        (Rows, Rule, UnitsOffered) = (rows, rule, offered.Values.Sum());
        var units = Allocation.Of(rows, offered, rule);
        allotted = Enumerable.Range(0, rows.Count).ToDictionary(i => rows[i].Id, i => units[i]);
        Pools =
        [
            .. offered
                .OrderBy(o => o.Key)
                .Select(o => new PlannedPool(o.Key, o.Value, Sum(o.Key, r => r.Units), Sum(o.Key, Of))),
        ];
        InputsSha256 = AllotmentFiles.Hash(AllotmentFiles.Inputs(rows));
        OutcomeSha256 = AllotmentFiles.Hash(AllotmentFiles.Outcome(Outcome));
    }

    /// <summary>The applications.</summary>
    public IReadOnlyList<AllocationRow> Rows { get; }

    /// <summary>The rule.</summary>
    public AllocationRule Rule { get; }

    /// <summary>What there is of each series, and what becomes of it.</summary>
    public IReadOnlyList<PlannedPool> Pools { get; }

    /// <summary>Units on offer.</summary>
    public long UnitsOffered { get; }

    /// <summary>Units asked for.</summary>
    public long UnitsAsked => Pools.Sum(p => p.UnitsAsked);

    /// <summary>Units allotted.</summary>
    public long UnitsAllotted => Pools.Sum(p => p.UnitsAllotted);

    /// <summary>Does anybody get less than was asked?</summary>
    public bool IsShort => UnitsAllotted < UnitsAsked;

    /// <summary>SHA-256 of <see cref="AllotmentFiles.Inputs"/>.</summary>
    public string InputsSha256 { get; }

    /// <summary>SHA-256 of <see cref="AllotmentFiles.Outcome"/>.</summary>
    public string OutcomeSha256 { get; }

    /// <summary>Each application with what it gets.</summary>
    public IEnumerable<(AllocationRow Row, long Allotted)> Outcome => Rows.Select(r => (r, Of(r)));

    /// <summary>Is an application part of it? Of an open offer, whoever may still cancel waits for the next issue.</summary>
    public bool Has(ApplicationId id) => allotted.ContainsKey(id);

    /// <summary>What an application gets.</summary>
    public long Of(ApplicationId id) => allotted[id];

    private long Of(AllocationRow row) => allotted[row.Id];

    private long Sum(int series, Func<AllocationRow, long> of) => Rows.Where(r => r.SeriesNo == series).Sum(of);
}

/// <summary>What there is of one series, and what becomes of it.</summary>
public sealed record PlannedPool(int SeriesNo, long UnitsOffered, long UnitsAsked, long UnitsAllotted);
