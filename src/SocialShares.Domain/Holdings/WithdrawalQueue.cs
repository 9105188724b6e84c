namespace SocialShares.Domain;

/// <summary>
/// How much of a class may still be paid back in a calendar year. The limit counts what the board approves in the year,
/// against the shares of the class at the end of the year before; a class that is younger, against those of today.
/// </summary>
/// <param name="Year">Calendar year.</param>
/// <param name="BaseUnits">Shares that the limit is a part of.</param>
/// <param name="DecidedUnits">Approved in the year, paid or not.</param>
/// <param name="MaximumPpm">The most a year, parts per million.</param>
public sealed record WithdrawalYear(int Year, long BaseUnits, long DecidedUnits, int MaximumPpm)
{
    /// <summary>The most in the year, whole shares, rounded down.</summary>
    public long MaximumUnits => (long)((Int128)BaseUnits * MaximumPpm / Rate.Whole);

    /// <summary>What is left of it.</summary>
    public long RoomUnits => Math.Max(0, MaximumUnits - DecidedUnits);

    /// <summary>Has at least this part of the class been approved in the year?</summary>
    public bool Reaches(int ppm) => (Int128)DecidedUnits * Rate.Whole >= (Int128)BaseUnits * ppm;
}

/// <summary>What a decision about a withdrawal must respect.</summary>
/// <param name="Today">The day of the decision.</param>
/// <param name="Year">The yearly limit.</param>
/// <param name="SuspendedOn">Since when withdrawals are suspended; null when they are not.</param>
/// <param name="First">The request that has waited longest among those whose notice is over; null: none.</param>
/// <param name="Holder">The person who signs in for the holder.</param>
/// <param name="Eyes">Who sits on the board by whose word.</param>
public sealed record WithdrawalQueue(
    DateOnly Today,
    WithdrawalYear Year,
    DateOnly? SuspendedOn,
    Withdrawal? First,
    PersonId Holder,
    FourEyes Eyes
)
{
    /// <summary>Refuses to decide about a request whose turn it is not.</summary>
    internal void RequireTurnOf(Withdrawal asked, Signature by)
    {
        Eyes.RequireTwo(Holder, by, "withdrawal.own-decision");
        if (SuspendedOn is { } since)
            throw new Refused("withdrawal.suspended", since);
        if (Today < asked.PossibleOn)
            throw new Refused("withdrawal.notice", asked.PossibleOn);
        if (First is { } first && first.Id != asked.Id && first.AskedAt < asked.AskedAt)
            throw new Refused("withdrawal.not-next", first.AskedOn);
    }
}

/// <summary>
/// A time in which a class pays nothing back, because the board decided so. Requests keep their place; new offers of the
/// class that have no closing day may not be opened meanwhile.
/// </summary>
public sealed class WithdrawalSuspension
{
    private WithdrawalSuspension() { }

    /// <summary>Identity.</summary>
    public SuspensionId Id { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The class.</summary>
    public ShareClassId ShareClassId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Why, in words that holders read.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who decided for the board.</summary>
    public PersonId SuspendedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string SuspendedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime SuspendedAt { get; private set; }

    /// <summary>The day on which it ended; null while it lasts.</summary>
    public DateOnly? LiftedOn { get; private set; }

    /// <summary>Who lifted it.</summary>
    public PersonId? LiftedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? LiftedByName { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The board suspends withdrawals of a class.</summary>
    /// <exception cref="Refused"><c>suspension.not-allowed</c>, <c>suspension.too-early</c>, <c>suspension.lasts</c>.</exception>
    public static WithdrawalSuspension Begin(
        SuspensionId id,
        ShareClass shareClass,
        WithdrawalYear year,
        bool isSuspended,
        string reason,
        DateOnly today,
        Signature by
    )
    {
        var terms = shareClass.Holding;
        if (isSuspended)
            throw new Refused("suspension.lasts");
        if (!terms.BoardMaySuspend)
            throw new Refused("suspension.not-allowed");
        if (terms.SuspendAtPpm > 0 && !year.Reaches(terms.SuspendAtPpm))
            throw new Refused("suspension.too-early", new Rate(terms.SuspendAtPpm), year.DecidedUnits, year.BaseUnits);
        return new WithdrawalSuspension
        {
            Id = id,
            EnterpriseId = shareClass.EnterpriseId,
            ShareClassId = shareClass.Id,
            From = today,
            Reason = reason,
            SuspendedBy = by.PersonId ?? throw new InvariantBroken("withdrawals are suspended by nobody"),
            SuspendedByName = by.Name,
            SuspendedAt = by.At,
            Version = 1,
        };
    }

    /// <summary>The board pays back again.</summary>
    /// <exception cref="Refused"><c>suspension.over</c></exception>
    public void Lift(DateOnly today, Signature by)
    {
        if (LiftedOn is not null)
            throw new Refused("suspension.over");
        (LiftedOn, LiftedBy, LiftedByName) = (today, by.PersonId, by.Name);
        Version++;
    }
}
