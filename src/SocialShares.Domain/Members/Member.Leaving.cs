namespace SocialShares.Domain;

/// <content>How membership begins, ends and begins again, and the holder's death.</content>
public sealed partial class Member
{
    /// <summary>Day of death, confirmed by an administrator; null for the living.</summary>
    public DateOnly? DiedOn { get; private set; }

    /// <summary>Is this holder a member now? Whoever holds bonds only, or gave all shares away, is none.</summary>
    public bool IsMember => AdmittedOn is not null && CeasedOn is null;

    /// <summary>Where a payment calculated now goes: nothing is left in as shares of somebody who has left or died.</summary>
    public PayoutDestination DestinationNow =>
        CeasedOn is null && DiedOn is null ? Destination : PayoutDestination.Bank;

    /// <summary>A bondholder becomes a member with the first share; one who left becomes a member again.</summary>
    /// <param name="on">The first day; where the membership before ended later, the day on which it ended.</param>
    /// <returns>The membership that had ended before; null the first time.</returns>
    public FormerMembership? Admit(DateOnly on)
    {
        Invariant.Holds(!IsMember, "a member is admitted twice");
        var former = CeasedOn is { } ceased ? new FormerMembership(Id, AdmittedOn!.Value, ceased) : null;
        (AdmittedOn, CeasedOn) = (former is not null && former.CeasedOn > on ? former.CeasedOn : on, null);
        Version++;
        return former;
    }

    /// <summary>
    /// A register kept before names the holder from a day on: a member from then at the latest, who becomes one again after
    /// leaving. Where that day lies before what stood here, the register of the days between names them too.
    /// </summary>
    /// <param name="on">The day of entry in that register.</param>
    /// <returns>The membership that had ended before; null where none had.</returns>
    public FormerMembership? AdmitFromList(DateOnly on)
    {
        var former = IsMember ? null : Admit(on);
        if (on < AdmittedOn)
        {
            AdmittedOn = on;
            Version++;
        }
        return former;
    }

    /// <summary>Membership ends with the last share. Bonds may still be held.</summary>
    /// <param name="on">The day: on it the member holds nothing any more.</param>
    public void Cease(DateOnly on)
    {
        Invariant.Holds(IsMember, "the same member leaves twice");
        CeasedOn = on;
        Version++;
    }

    /// <summary>An administrator has confirmed the holder's death.</summary>
    public void Die(DateOnly on)
    {
        Invariant.Holds(DiedOn is null, "the same holder dies twice");
        DiedOn = on;
        Version++;
    }

    /// <summary>Refuses what only a living holder can ask.</summary>
    /// <exception cref="Refused"><c>holder.died</c></exception>
    public void RequireAlive()
    {
        if (DiedOn is not null)
            throw new Refused("holder.died");
    }
}

/// <summary>A membership that ended before the member was admitted again. Never changed.</summary>
public sealed class FormerMembership
{
    private FormerMembership() { }

    /// <param name="memberId">The member.</param>
    /// <param name="admittedOn">Its first day.</param>
    /// <param name="ceasedOn">The day on which it ended.</param>
    public FormerMembership(MemberId memberId, DateOnly admittedOn, DateOnly ceasedOn) =>
        (Id, MemberId, AdmittedOn, CeasedOn) = (Guid.CreateVersion7(), memberId, admittedOn, ceasedOn);

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The member.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>Its first day.</summary>
    public DateOnly AdmittedOn { get; private set; }

    /// <summary>The day on which it ended.</summary>
    public DateOnly CeasedOn { get; private set; }
}
