namespace SocialShares.Features.Issuing;

/// <summary>An allotment in figures, as a preview or as it was decided. Amounts are minor units.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="ParValueMinor">Price of one unit.</param>
/// <param name="Policy">Who gets what when there is not enough.</param>
/// <param name="ResidentsFirst">Are residents allotted before the others?</param>
/// <param name="LeastUnits">The least that anybody may get, unless nothing; 0: any number.</param>
/// <param name="Decision">Who decided; null while it is a preview.</param>
/// <param name="WhyNot">Code of what keeps the preview from being signed; null when it can be, or was.</param>
/// <param name="WhyNotText">The same in words.</param>
/// <param name="Applications">Confirmed applications.</param>
/// <param name="GetAll">Of these, how many get all that they asked.</param>
/// <param name="GetPart">How many get a part.</param>
/// <param name="GetNothing">How many get nothing.</param>
/// <param name="Pools">What there is of each series, and what becomes of it; one for shares.</param>
/// <param name="Sizes">Asked and allotted by size of the application.</param>
/// <param name="SeedSha256">Hash of the seed that decides between equals, known since the draft.</param>
/// <param name="InputsSha256">Hash of the file of inputs; it is what a board signs.</param>
/// <param name="OutcomeSha256">Hash of the file of the outcome.</param>
public sealed record AllotmentShown(
    OfferId OfferId,
    Currency Currency,
    long ParValueMinor,
    AllocationPolicy Policy,
    bool ResidentsFirst,
    long LeastUnits,
    AllotmentDecision? Decision,
    string? WhyNot,
    string? WhyNotText,
    int Applications,
    int GetAll,
    int GetPart,
    int GetNothing,
    IReadOnlyList<PlannedPool> Pools,
    IReadOnlyList<AllotmentSize> Sizes,
    string SeedSha256,
    string InputsSha256,
    string OutcomeSha256
)
{
    /// <summary>What there is.</summary>
    public long OfferedMinor => Pools.Sum(p => p.UnitsOffered) * ParValueMinor;

    /// <summary>What was asked for.</summary>
    public long AskedMinor => Pools.Sum(p => p.UnitsAsked) * ParValueMinor;

    /// <summary>What is allotted.</summary>
    public long AllottedMinor => Pools.Sum(p => p.UnitsAllotted) * ParValueMinor;

    /// <summary>What goes back.</summary>
    public long RefundMinor => AskedMinor - AllottedMinor;

    /// <summary>Does anybody get less than was asked?</summary>
    public bool IsShort => RefundMinor > 0;

    internal static AllotmentShown Of(
        Offer offer,
        AllotmentPlan plan,
        AllotmentDecision? decision,
        string? whyNot,
        string? text
    ) =>
        new(
            offer.Id,
            offer.Currency,
            offer.ParValueMinor,
            plan.Rule.Policy,
            plan.Rule.ResidentsFirst,
            plan.Rule.LeastUnits,
            decision,
            whyNot,
            text,
            plan.Rows.Count,
            plan.Outcome.Count(o => o.Allotted == o.Row.Units),
            plan.Outcome.Count(o => o.Allotted > 0 && o.Allotted < o.Row.Units),
            plan.Outcome.Count(o => o.Allotted == 0),
            plan.Pools,
            AllotmentSize.Of(plan, offer.ParValueMinor),
            offer.AllotmentSeedHash,
            plan.InputsSha256,
            plan.OutcomeSha256
        );
}

/// <summary>Who decided an allotment.</summary>
/// <param name="Name">Who signed; empty where all got what they asked, so that there was nothing to decide.</param>
/// <param name="At">Instant, UTC.</param>
/// <param name="Seed">What decided between equals.</param>
public sealed record AllotmentDecision(string Name, DateTime At, string Seed)
{
    internal static AllotmentDecision Of(AllotmentOutcome o) => new(o.DecidedByName, o.DecidedAt, o.Seed);
}

/// <summary>Applications of one size, of residents or of others. Amounts are minor units.</summary>
/// <param name="FromMinor">The least of this size.</param>
/// <param name="ToMinor">The least of the next size; null for the largest.</param>
/// <param name="IsResident">Residents', or the others'.</param>
/// <param name="Applications">How many.</param>
/// <param name="AskedMinor">What they ask together.</param>
/// <param name="AllottedMinor">What they get together.</param>
public sealed record AllotmentSize(
    long FromMinor,
    long? ToMinor,
    bool IsResident,
    int Applications,
    long AskedMinor,
    long AllottedMinor
)
{
    // In whole pounds or euros: 0, 50, 100, 250, 500 and so on.
    private static readonly long[] Steps =
    [
        0,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000,
    ];

    internal static IReadOnlyList<AllotmentSize> Of(AllotmentPlan plan, long parMinor) =>
        [
            .. plan
                .Outcome.GroupBy(o => (Step: StepOf(o.Row.Units * parMinor), o.Row.IsResident))
                .OrderBy(g => g.Key.Step)
                .ThenByDescending(g => g.Key.IsResident)
                .Select(g => new AllotmentSize(
                    Steps[g.Key.Step],
                    g.Key.Step + 1 < Steps.Length ? Steps[g.Key.Step + 1] : null,
                    g.Key.IsResident,
                    g.Count(),
                    g.Sum(o => o.Row.Units) * parMinor,
                    g.Sum(o => o.Allotted) * parMinor
                )),
        ];

    private static int StepOf(long minor)
    {
        var at = Array.BinarySearch(Steps, minor);
        return at >= 0 ? at : ~at - 1;
    }
}
