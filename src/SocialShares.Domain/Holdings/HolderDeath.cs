namespace SocialShares.Domain;

/// <summary>Where the record of a death stands. Stored by name.</summary>
public enum HolderDeathState
{
    /// <summary>The board recorded it; an administrator must confirm.</summary>
    Recorded,

    /// <summary>Payouts and votes of the holder have stopped.</summary>
    Confirmed,

    /// <summary>It was a mistake; nothing had happened yet.</summary>
    Dropped,
}

/// <summary>
/// A holder has died. The board records it with evidence, an administrator confirms; then nothing is paid or voted in the
/// holder's name, and the units pass on by transfers of their own.
/// </summary>
public sealed partial class HolderDeath
{
    private HolderDeath() { }

    /// <summary>Identity.</summary>
    public HolderDeathId Id { get; private set; }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Who died.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>Day of death.</summary>
    public DateOnly DiedOn { get; private set; }

    /// <summary>What the board saw, for example a certificate and its number.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public HolderDeathState State { get; private set; }

    /// <summary>Who recorded it.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who confirmed or dropped it; null before.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The board records a death.</summary>
    /// <exception cref="Refused"><c>death.organisation</c>, <c>death.day</c>, <c>holder.died</c>, <c>death.own</c>.</exception>
    public static HolderDeath Record(
        HolderDeathId id,
        Member member,
        DateOnly diedOn,
        string evidence,
        DateOnly today,
        Signature by
    )
    {
        member.RequireAlive();
        if (member.Kind == HolderKind.Organisation)
            throw new Refused("death.organisation") { Field = "number" };
        if (by.PersonId == member.PersonId)
            throw new Refused("death.own") { Field = "number" };
        Terms.Require(diedOn <= today, "death.day", "diedOn");
        return new HolderDeath
        {
            Id = id,
            EnterpriseId = member.EnterpriseId,
            MemberId = member.Id,
            DiedOn = diedOn,
            Evidence = evidence,
            State = HolderDeathState.Recorded,
            RecordedBy = by.PersonId ?? throw new InvariantBroken("a death is recorded by nobody"),
            RecordedByName = by.Name,
            RecordedAt = by.At,
            Version = 1,
        };
    }

    /// <summary>An administrator who does not sit on that board confirms.</summary>
    /// <exception cref="Refused"><c>death.state</c>, <c>death.own-board</c>.</exception>
    public void Confirm(Member member, bool sitsOnBoard, Signature by)
    {
        RequireOther(sitsOnBoard, by);
        Decide(HolderDeathState.Confirmed, by);
        member.Die(DiedOn);
    }

    /// <summary>It was a mistake.</summary>
    /// <exception cref="Refused"><c>death.state</c></exception>
    public void Drop(Signature by) => Decide(HolderDeathState.Dropped, by);

    private void Decide(HolderDeathState to, Signature by)
    {
        if (State != HolderDeathState.Recorded)
            throw new Refused("death.state", State, to);
        State = to;
        (DecidedBy, DecidedByName, DecidedAt) = (by.PersonId, by.Name, by.At);
        Version++;
    }
}
