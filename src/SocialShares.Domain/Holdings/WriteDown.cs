namespace SocialShares.Domain;

/// <summary>The life of a write-down. Stored by name.</summary>
public enum WriteDownState
{
    /// <summary>One board member wrote it down; another must confirm.</summary>
    Proposed,

    /// <summary>It stands in the register and in the book.</summary>
    Confirmed,

    /// <summary>Given up before it was confirmed.</summary>
    Dropped,
}

/// <summary>
/// A board lowers the value of every share of a class, because what the enterprise owns no longer covers it. Two people
/// of the board decide. From the day on, each share is worth the lower value, whoever holds it.
/// </summary>
public sealed class WriteDown
{
    private WriteDown() { }

    /// <summary>Identity.</summary>
    public WriteDownId Id { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The class.</summary>
    public ShareClassId ShareClassId { get; private set; }

    /// <summary>Value of one share before, minor units.</summary>
    public long FromMinor { get; private set; }

    /// <summary>Value of one share after, minor units; at least one.</summary>
    public long ToMinor { get; private set; }

    /// <summary>Why, in words that holders read.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Where it is in its life.</summary>
    public WriteDownState State { get; private set; }

    /// <summary>Who proposed it.</summary>
    public PersonId ProposedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string ProposedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime ProposedAt { get; private set; }

    /// <summary>Who confirmed or dropped it; null before.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The day from which the lower value holds; null before.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>What all holders together lost, minor units; 0 before.</summary>
    public long LossMinor { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>One board member proposes.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="shareClass">The class.</param>
    /// <param name="toMinor">Value of one share after, minor units.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who proposes.</param>
    /// <exception cref="Refused"><c>write-down.not-allowed</c>, <c>write-down.value</c>.</exception>
    public static WriteDown Propose(WriteDownId id, ShareClass shareClass, long toMinor, string reason, Signature by)
    {
        if (!shareClass.Holding.BoardMayWriteDown)
            throw new Refused("write-down.not-allowed");
        var par = new Money(shareClass.ParValueMinor, shareClass.Currency);
        Terms.Require(toMinor > 0 && toMinor < shareClass.ParValueMinor, "write-down.value", "toMinor", par);
        return new WriteDown
        {
            Id = id,
            EnterpriseId = shareClass.EnterpriseId,
            ShareClassId = shareClass.Id,
            FromMinor = shareClass.ParValueMinor,
            ToMinor = toMinor,
            Reason = reason,
            State = WriteDownState.Proposed,
            ProposedBy = by.PersonId ?? throw new InvariantBroken("a class is written down by nobody"),
            ProposedByName = by.Name,
            ProposedAt = by.At,
            Version = 1,
        };
    }

    /// <summary>Another board member confirms; the class has the lower value from today.</summary>
    /// <param name="shareClass">The class.</param>
    /// <param name="lossMinor">What all holders lose together, minor units.</param>
    /// <param name="today">The day from which it holds.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="eyes">Who sits on the board by whose word.</param>
    /// <exception cref="Refused"><c>write-down.state</c>, <c>write-down.own-proposal</c>, <c>write-down.changed</c>,
    /// <c>four-eyes.seated-by-first</c>.</exception>
    public void Confirm(ShareClass shareClass, long lossMinor, DateOnly today, Signature by, FourEyes eyes)
    {
        if (State == WriteDownState.Proposed)
            eyes.RequireTwo(ProposedBy, by, "write-down.own-proposal");
        if (shareClass.ParValueMinor != FromMinor)
            throw new Refused("write-down.changed");
        Decide(WriteDownState.Confirmed, by);
        (On, LossMinor) = (today, lossMinor);
        shareClass.WriteDown(ToMinor);
    }

    /// <summary>Any board member gives it up before it is confirmed.</summary>
    /// <exception cref="Refused"><c>write-down.state</c></exception>
    public void Drop(Signature by) => Decide(WriteDownState.Dropped, by);

    /// <summary>What one share that was worth an amount is worth afterwards, minor units.</summary>
    public long ValueOf(long priceMinor) => Math.Min(priceMinor, ToMinor);

    private void Decide(WriteDownState to, Signature by)
    {
        if (State != WriteDownState.Proposed)
            throw new Refused("write-down.state", State, to);
        State = to;
        (DecidedBy, DecidedByName, DecidedAt) = (by.PersonId, by.Name, by.At);
        Version++;
    }
}

/// <summary>The values that one share of a class had, day by day.</summary>
/// <param name="TodayMinor">Value now, minor units.</param>
/// <param name="Falls">Confirmed write-downs: from the day on, and the value before.</param>
public sealed record ParHistory(long TodayMinor, IReadOnlyList<(DateOnly On, long BeforeMinor)> Falls)
{
    /// <summary>Value of one share on a day, minor units.</summary>
    public long On(DateOnly day) =>
        Falls.OrderBy(f => f.On).Where(f => day < f.On).Select(f => (long?)f.BeforeMinor).FirstOrDefault()
        ?? TodayMinor;

    /// <summary>A period in parts of one value each, in order.</summary>
    public IEnumerable<(DateOnly From, DateOnly Until, long ParMinor)> Parts(DateOnly from, DateOnly until)
    {
        var start = from;
        foreach (var fall in Falls.Select(f => f.On).Where(d => d > from && d <= until).Distinct().Order())
        {
            yield return (start, fall.AddDays(-1), On(start));
            start = fall;
        }
        yield return (start, until, On(start));
    }
}
