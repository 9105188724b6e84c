namespace SocialShares.Domain;

/// <summary>
/// A board asks, before its approved offer opens, who would take part and with how much. A pledge is no money, no application and
/// no claim on shares: it binds nobody. When the offer opens those who pledged are invited; some time later their data go.
/// </summary>
public sealed class PledgeRound
{
    /// <summary>Names, addresses and amounts are erased so many days after the round closed.</summary>
    public const int KeptDays = 90;

    private PledgeRound() { }

    /// <summary>The offer; it has one round.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Who opened it.</summary>
    public PersonId OpenedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string OpenedByName { get; private set; } = "";

    /// <summary>When it opened, UTC.</summary>
    public DateTime OpenedAt { get; private set; }

    /// <summary>When it closed, UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>When those who pledged were invited, UTC; null when they were not.</summary>
    public DateTime? InvitedAt { get; private set; }

    /// <summary>When personal data were erased, UTC; null while they are there.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Confirmed pledges when the round closed; the figures outlive the data.</summary>
    public int CountAtClose { get; private set; }

    /// <summary>Sum of the confirmed pledges when the round closed, minor units.</summary>
    public long SumAtCloseMinor { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Does it take pledges?</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>The first instant at which personal data of the round must be gone, UTC; null while it is open.</summary>
    public DateTime? EraseAt => ClosedAt?.AddDays(KeptDays);

    /// <summary>
    /// A board opens the round of an offer that is approved and has not opened: its text is shown to everyone and mail goes
    /// to whatever address is typed, so somebody else has read it first.
    /// </summary>
    /// <exception cref="Refused"><c>pledge.not-approved</c>, <c>pledge.offer-opened</c>.</exception>
    public static PledgeRound Open(Offer offer, Signature by)
    {
        if (offer.State is OfferState.Draft or OfferState.InReview)
            throw new Refused("pledge.not-approved");
        if (offer.State != OfferState.Approved)
            throw new Refused("pledge.offer-opened");
        return new PledgeRound
        {
            OfferId = offer.Id,
            EnterpriseId = offer.EnterpriseId,
            OpenedBy = by.PersonId ?? throw new InvariantBroken("a pledge round was opened by nobody"),
            OpenedByName = by.Name,
            OpenedAt = by.At,
            Version = 1,
        };
    }

    /// <summary>Ends the round: the offer opened, was withdrawn, or the board wants no more pledges.</summary>
    /// <exception cref="Refused"><c>pledge.round-closed</c></exception>
    public void Close(int count, long sumMinor, DateTime now)
    {
        if (!IsOpen)
            throw new Refused("pledge.round-closed");
        (ClosedAt, CountAtClose, SumAtCloseMinor) = (now, count, sumMinor);
        Version++;
    }

    /// <summary>Those who pledged were invited.</summary>
    public void Invited(DateTime now)
    {
        Invariant.Holds(InvitedAt is null && ErasedAt is null, "pledgers are invited twice, or after their data went");
        InvitedAt = now;
        Version++;
    }

    /// <summary>Personal data are gone.</summary>
    public void Erased(DateTime now)
    {
        Invariant.Holds(EraseAt <= now, "pledges are erased before their time");
        ErasedAt = now;
        Version++;
    }
}
