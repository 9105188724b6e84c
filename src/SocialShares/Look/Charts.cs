namespace SocialShares.Look;

/// <summary>A raise over time, for <c>&lt;raise-chart of="..." /&gt;</c>. Amounts in minor units of one currency.</summary>
/// <param name="Currency">The offer's.</param>
/// <param name="OpensOn">The left edge.</param>
/// <param name="ClosesOn">The right edge.</param>
/// <param name="Today">Where the line ends, unless the offer closed before.</param>
/// <param name="Points">In order of time; the first at the opening with nothing.</param>
/// <param name="Minimum">None where the offer has no minimum.</param>
/// <param name="Optimum">What the plan costs.</param>
/// <param name="Maximum">Nothing is accepted above.</param>
public sealed record RaiseOverTime(
    Currency Currency,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly Today,
    IReadOnlyList<RaisePoint> Points,
    long? Minimum,
    long Optimum,
    long Maximum
);

/// <summary>What was in on a day.</summary>
/// <param name="On">The day, at its end.</param>
/// <param name="Confirmed">Past its reflection period.</param>
/// <param name="Cancellable">Paid; its owner may still take it back.</param>
/// <param name="Cause">Why it jumped: "Open day in the village hall". Written at the line and in the table.</param>
public sealed record RaisePoint(DateOnly On, long Confirmed, long Cancellable, string? Cause = null)
{
    /// <summary>All that was paid in.</summary>
    public long Raised => Confirmed + Cancellable;
}

/// <summary>
/// What may become of an amount, worst first, for <c>&lt;outcomes of="..." /&gt;</c>. Nothing in it is promised, so every bar is
/// dashed.
/// </summary>
/// <param name="Currency">The offer's.</param>
/// <param name="PutIn">The person's own amount; the upright line.</param>
/// <param name="Ways">Usually three: it closes, it gets by, it does well.</param>
public sealed record Outcomes(Currency Currency, long PutIn, IReadOnlyList<Outcome> Ways);

/// <summary>One way it may go.</summary>
/// <param name="Heading">"The shop closes".</param>
/// <param name="Text">What happens then, in a sentence or two.</param>
/// <param name="Least">The least that comes back.</param>
/// <param name="Back">The most of the own money that comes back.</param>
/// <param name="Interest">The most interest on top of it.</param>
public sealed record Outcome(string Heading, string Text, long Least, long Back, long Interest)
{
    /// <summary>Own money and interest together.</summary>
    public long Most => Back + Interest;
}
