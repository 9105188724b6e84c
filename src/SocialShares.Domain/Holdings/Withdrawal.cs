namespace SocialShares.Domain;

/// <summary>The life of a request to be paid back shares. Stored by name.</summary>
public enum WithdrawalState
{
    /// <summary>In the queue; the board has not decided.</summary>
    Asked,

    /// <summary>The board approved; it waits for its payment.</summary>
    Approved,

    /// <summary>The board said no.</summary>
    Declined,

    /// <summary>The holder took it back, or died before a run paid it.</summary>
    TakenBack,

    /// <summary>The shares have left the register, and the money is owed or paid.</summary>
    Paid,
}

/// <summary>
/// A holder asks an enterprise to pay back shares at what was paid for them. It is the board's decision: it attests that
/// the trading surplus covers it and that debts can be paid for a year (domain.md 4). Queue order is the date of request.
/// </summary>
public sealed class Withdrawal
{
    private Withdrawal() { }

    /// <summary>Identity; the source of its entry in the register.</summary>
    public WithdrawalId Id { get; private set; }

    /// <summary>Who is to pay.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The class of shares.</summary>
    public ShareClassId ShareClassId { get; private set; }

    /// <summary>Who asks.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>Shares that it is about; when the board approves a part, the rest becomes a request of its own.</summary>
    public long Units { get; private set; }

    /// <summary>When it was asked, UTC: the place in the queue. A rest keeps it.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>The day in the enterprise's zone.</summary>
    public DateOnly AskedOn { get; private set; }

    /// <summary>The first day on which it can be paid: notice and lock-in are over.</summary>
    public DateOnly PossibleOn { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public WithdrawalState State { get; private set; }

    /// <summary>Who decided for the board; null before.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The day in the enterprise's zone: its year is the one that the limit counts.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Why the board declined.</summary>
    public string? DeclinedReason { get; private set; }

    /// <summary>The run that pays it; null before one is calculated. One run at a time.</summary>
    public PayoutRunId? RunId { get; private set; }

    /// <summary>The day on which the shares left the register; null before.</summary>
    public DateOnly? PaidOn { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Does it keep units from going elsewhere?</summary>
    public bool IsOpen => State is WithdrawalState.Asked or WithdrawalState.Approved;

    /// <summary>A holder asks. Suspended classes take requests too: they keep their place in the queue.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="shareClass">The class.</param>
    /// <param name="member">The holder.</param>
    /// <param name="units">Shares.</param>
    /// <param name="free">Lots of the holder that are promised to nobody, oldest first.</param>
    /// <param name="today">The day of the request.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="Refused"><c>holder.died</c>, <c>withdrawal.not-allowed</c>, <c>withdrawal.units</c>,
    /// <c>withdrawal.locked-in</c>.</exception>
    public static Withdrawal Ask(
        WithdrawalId id,
        ShareClass shareClass,
        Member member,
        long units,
        IReadOnlyList<Lot> free,
        DateOnly today,
        DateTime now
    )
    {
        member.RequireAlive();
        var terms = shareClass.Holding;
        Terms.Require(terms.Withdrawable, "withdrawal.not-allowed", "units");
        var held = free.Sum(l => l.Units);
        Terms.Require(units > 0 && units <= held, "withdrawal.units", "units", held);
        var possible = PossibleFrom(terms, today);
        var unlocked = UnlockedBy(terms, free, possible);
        if (units > unlocked)
            throw new Refused("withdrawal.locked-in", unlocked, NextUnlock(terms, free, possible)) { Field = "units" };
        return new Withdrawal
        {
            Id = id,
            EnterpriseId = shareClass.EnterpriseId,
            ShareClassId = shareClass.Id,
            MemberId = member.Id,
            Units = units,
            AskedAt = now,
            AskedOn = today,
            PossibleOn = possible,
            State = WithdrawalState.Asked,
            Version = 1,
        };
    }

    /// <summary>The first day of payment of a request made on a day: its notice is over.</summary>
    public static DateOnly PossibleFrom(HoldingTerms terms, DateOnly today) => today.AddDays(7 * terms.NoticeWeeks);

    /// <summary>
    /// Units that may leave by a day, first in first out: a lot that is still locked in keeps those behind it, because they
    /// leave after it. Notice may run while the last of lock-in does.
    /// </summary>
    public static long UnlockedBy(HoldingTerms terms, IEnumerable<Lot> lots, DateOnly day) =>
        lots.TakeWhile(l => l.FreeOn(terms.LockInYears) <= day).Sum(l => l.Units);

    /// <summary>The day on which the next lot can be asked back, its notice included; null when none is locked in.</summary>
    public static DateOnly NextUnlock(HoldingTerms terms, IEnumerable<Lot> lots, DateOnly day) =>
        lots.Select(l => l.FreeOn(terms.LockInYears)).FirstOrDefault(d => d > day, day);

    /// <summary>The board approves all of it or a part; the rest keeps its place as a request of its own.</summary>
    /// <param name="units">How many; at most what was asked.</param>
    /// <param name="queue">What the decision must respect.</param>
    /// <param name="restId">Identity of a rest.</param>
    /// <param name="by">The board member, who attests that the surplus covers it and debts can be paid for a year.</param>
    /// <returns>The rest; null when all was approved.</returns>
    /// <exception cref="Refused"><c>withdrawal.state</c>, <c>withdrawal.own-decision</c>, <c>withdrawal.suspended</c>,
    /// <c>withdrawal.notice</c>, <c>withdrawal.not-next</c>, <c>withdrawal.units</c>, <c>withdrawal.yearly-limit</c>,
    /// <c>four-eyes.seated-by-first</c>.</exception>
    public Withdrawal? Approve(long units, WithdrawalQueue queue, WithdrawalId restId, Signature by)
    {
        RequireAsked(WithdrawalState.Approved);
        queue.RequireTurnOf(this, by);
        Terms.Require(units > 0 && units <= Units, "withdrawal.units", "units", Units);
        Terms.Require(units <= queue.Year.RoomUnits, "withdrawal.yearly-limit", "units", units, queue.Year.RoomUnits);
        var rest = units < Units ? Rest(restId, Units - units) : null;
        Units = units;
        Decide(WithdrawalState.Approved, queue.Today, by);
        return rest;
    }

    /// <summary>The board says no, with a reason that the holder reads.</summary>
    /// <exception cref="Refused"><c>withdrawal.state</c></exception>
    public void Decline(string reason, DateOnly today, Signature by)
    {
        RequireAsked(WithdrawalState.Declined);
        DeclinedReason = reason;
        Decide(WithdrawalState.Declined, today, by);
    }

    /// <summary>The holder wants to keep the shares after all; possible until the board has decided.</summary>
    /// <exception cref="Refused"><c>withdrawal.state</c></exception>
    public void TakeBack()
    {
        RequireAsked(WithdrawalState.TakenBack);
        State = WithdrawalState.TakenBack;
        Version++;
    }

    /// <summary>
    /// The holder has died and no run pays it: the shares are free to pass on. What a run pays already stays in it, and its
    /// line waits for the estate.
    /// </summary>
    public void EndOnDeath()
    {
        Invariant.Holds(IsOpen && RunId is null, "a withdrawal that is paid or over ends by a death");
        State = WithdrawalState.TakenBack;
        Version++;
    }

    /// <summary>A run is calculated that pays it.</summary>
    public void TakeInto(PayoutRunId run)
    {
        Invariant.Holds(State == WithdrawalState.Approved && RunId is null, "a withdrawal is in two runs");
        RunId = run;
        Version++;
    }

    /// <summary>The run was given up.</summary>
    public void TakeOut()
    {
        Invariant.Holds(State == WithdrawalState.Approved && RunId is not null, "a withdrawal leaves no run");
        RunId = null;
        Version++;
    }

    /// <summary>The shares have left the register.</summary>
    public void Pay(DateOnly on)
    {
        Invariant.Holds(State == WithdrawalState.Approved && RunId is not null, "a withdrawal is paid twice");
        (State, PaidOn) = (WithdrawalState.Paid, on);
        Version++;
    }

    private Withdrawal Rest(WithdrawalId id, long units) =>
        new()
        {
            Id = id,
            EnterpriseId = EnterpriseId,
            ShareClassId = ShareClassId,
            MemberId = MemberId,
            Units = units,
            AskedAt = AskedAt,
            AskedOn = AskedOn,
            PossibleOn = PossibleOn,
            State = WithdrawalState.Asked,
            Version = 1,
        };

    private void RequireAsked(WithdrawalState to)
    {
        if (State != WithdrawalState.Asked)
            throw new Refused("withdrawal.state", State, to);
    }

    private void Decide(WithdrawalState to, DateOnly today, Signature by)
    {
        (State, DecidedOn) = (to, today);
        (DecidedBy, DecidedByName, DecidedAt) = (by.PersonId, by.Name, by.At);
        Version++;
    }
}
