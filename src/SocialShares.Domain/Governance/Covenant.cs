namespace SocialShares.Domain;

/// <summary>
/// A covenant as it was adopted, changed or given up. Rows are never changed: of each kind the last one is in force, the
/// ones before it are its history.
/// </summary>
public sealed class Covenant
{
    private Covenant() { }

    /// <summary>Identity.</summary>
    public CovenantId Id { get; private set; }

    /// <summary>The enterprise that binds itself.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Counts from 1 within the enterprise, over all kinds.</summary>
    public int No { get; private set; }

    /// <inheritdoc cref="CovenantRule.Kind"/>
    public CovenantKind Kind { get; private set; }

    /// <inheritdoc cref="CovenantRule.Limit"/>
    public long Limit { get; private set; }

    /// <inheritdoc cref="CovenantRule.IsBlocking"/>
    public bool IsBlocking { get; private set; }

    /// <summary>The enterprise gave it up: from here on it is not in force.</summary>
    public bool IsGivenUp { get; private set; }

    /// <inheritdoc cref="CovenantRule.Statement"/>
    public string Statement { get; private set; } = "";

    /// <inheritdoc cref="CovenantRule.DecidedOn"/>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Who recorded it for the board.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The rule that it carries.</summary>
    public CovenantRule Rule => new(Kind, Limit, IsBlocking, Statement, DecidedOn);

    /// <summary>An enterprise adopts a covenant, or replaces the one of the same kind.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="enterpriseId">The enterprise.</param>
    /// <param name="no">The next number of the enterprise's covenants.</param>
    /// <param name="rule">What it binds itself to.</param>
    /// <param name="by">Who records it and when.</param>
    /// <param name="today">The day it is where the enterprise is.</param>
    /// <exception cref="Refused">See <see cref="CovenantRule.Check"/>.</exception>
    public static Covenant Adopt(
        CovenantId id,
        EnterpriseId enterpriseId,
        int no,
        CovenantRule rule,
        Signature by,
        DateOnly today
    )
    {
        rule.Check(today);
        return Record(id, enterpriseId, no, rule, by);
    }

    /// <summary>The enterprise gives the covenant up; that, too, stays to be seen.</summary>
    /// <param name="id">Identity of the row that says so.</param>
    /// <param name="no">The next number of the enterprise's covenants.</param>
    /// <param name="reason">Why.</param>
    /// <param name="decidedOn">The day on which the enterprise decided it.</param>
    /// <param name="by">Who records it and when.</param>
    /// <param name="today">The day it is where the enterprise is.</param>
    /// <exception cref="Refused"><c>covenant.decided-in-future</c></exception>
    public Covenant GiveUp(CovenantId id, int no, string reason, DateOnly decidedOn, Signature by, DateOnly today)
    {
        Invariant.Holds(!IsGivenUp, "a covenant is given up twice");
        var rule = Rule with { Statement = reason, DecidedOn = decidedOn, IsBlocking = false };
        rule.Check(today);
        var row = Record(id, EnterpriseId, no, rule, by);
        row.IsGivenUp = true;
        return row;
    }

    /// <summary>Do the figures keep the covenant? Null: there is nothing to measure yet.</summary>
    /// <param name="m">What was measured.</param>
    public bool? Holds(CovenantMeasure m) =>
        Kind switch
        {
            CovenantKind.AssetLock => m.First > 0 ? true : null,
            CovenantKind.InterestCap => m.Second == 0 ? null : m.First <= Limit,
            _ when m.Second == 0 => null,
            CovenantKind.BoardResidents => checked(m.First * 2) > m.Second,
            CovenantKind.MemberResidents => new ResidentQuota((int)Limit).Holds(m.First, m.Second),
            CovenantKind.PayRatio => (Int128)m.First * 100 <= (Int128)m.Second * Limit,
            _ => throw new InvariantBroken($"no measure for {Kind}"),
        };

    /// <summary>Refuses a non-resident on the board after whom residents are no majority. Residents are always welcome.</summary>
    /// <param name="residents">Residents on the board with the new member.</param>
    /// <param name="seats">Members of the board with the new one.</param>
    /// <param name="isResident">Is the new member a resident?</param>
    /// <exception cref="Refused"><c>covenant.board-residents</c></exception>
    public void CheckSeat(int residents, int seats, bool isResident)
    {
        if (IsBlocking && !isResident && Holds(new CovenantMeasure(residents, seats)) == false)
            throw new Refused("covenant.board-residents", residents, seats) { Field = "isResident" };
    }

    /// <summary>Refuses share interest above the covenant's cap.</summary>
    /// <exception cref="Refused"><c>covenant.interest-cap</c></exception>
    public void CheckRate(int ratePpm)
    {
        if (IsBlocking && ratePpm > Limit)
            throw new Refused("covenant.interest-cap", new Rate((int)Limit)) { Field = "ratePpm" };
    }

    private static Covenant Record(CovenantId id, EnterpriseId enterpriseId, int no, CovenantRule rule, Signature by) =>
        new()
        {
            Id = id,
            EnterpriseId = enterpriseId,
            No = no,
            Kind = rule.Kind,
            Limit = rule.Limit,
            IsBlocking = rule.IsBlocking,
            Statement = rule.Statement,
            DecidedOn = rule.DecidedOn,
            RecordedBy = by.PersonId ?? throw new InvariantBroken("a covenant was recorded by nobody"),
            RecordedByName = by.Name,
            RecordedAt = by.At,
        };
}

/// <summary>
/// The two figures by which a covenant is judged. Residents and all (board, members); highest and lowest yearly pay in
/// minor units; the highest rate that was declared in parts per million and the number of declarations; documents of the
/// asset lock and 0.
/// </summary>
public readonly record struct CovenantMeasure(long First, long Second);
