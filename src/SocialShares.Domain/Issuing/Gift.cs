namespace SocialShares.Domain;

/// <summary>Where a gift stands. Stored by name; the order has no meaning.</summary>
public enum GiftState
{
    /// <summary>The giver has said for whom it is; not paid yet, so nobody was invited.</summary>
    Prepared,

    /// <summary>Paid; the receiver is invited.</summary>
    Offered,

    /// <summary>The receiver will be the holder.</summary>
    Accepted,

    /// <summary>The receiver said no; the giver gets the money back.</summary>
    Declined,

    /// <summary>The receiver said nothing in time; the giver gets the money back.</summary>
    Lapsed,

    /// <summary>The giver took it back within the reflection period.</summary>
    TakenBack,

    /// <summary>The offer failed, or the application was refused; the giver gets the money back.</summary>
    Over,
}

/// <summary>
/// An application that one person pays and another will hold. The receiver must be eligible and accept before the units are
/// issued; else the giver gets everything back.
/// </summary>
public sealed class Gift
{
    /// <summary>The longest time in which a receiver may answer, in days.</summary>
    public const int LongestDays = 30;

    private Gift() { }

    /// <param name="application">What is given; its answers say nothing of the receiver yet.</param>
    /// <param name="words">What the giver says.</param>
    public Gift(Application application, GiftWords words)
    {
        (ApplicationId, EnterpriseId, Version) = (application.Id, application.EnterpriseId, 0);
        Prepare(words);
    }

    /// <summary>The application that pays for it; also its identity.</summary>
    public ApplicationId ApplicationId { get; private set; }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Who gives, as the receiver reads it.</summary>
    public string GiverName { get; private set; } = "";

    /// <summary>For whom it is, as the giver writes it; the register gets what the receiver answers.</summary>
    public string ReceiverName { get; private set; } = "";

    /// <summary>Where the invitation goes.</summary>
    public string ReceiverEmail { get; private set; } = "";

    /// <summary>What the giver wishes to say; empty for nothing.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public GiftState State { get; private set; }

    /// <summary>The last day on which the receiver may accept, in the offer's zone; null before it was paid.</summary>
    public DateOnly? AcceptBy { get; private set; }

    /// <summary>The receiver; null before acceptance.</summary>
    public PersonId? ReceiverId { get; private set; }

    /// <summary>When it was accepted, declined or ended, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Does it still need the receiver's word?</summary>
    public bool IsOpen => State is GiftState.Prepared or GiftState.Offered;

    /// <summary>The giver says, or says anew, for whom it is; before paying.</summary>
    /// <exception cref="Refused"><c>gift.over</c></exception>
    public void Prepare(GiftWords words)
    {
        Require(GiftState.Prepared);
        (GiverName, ReceiverName) = (words.GiverName, words.ReceiverName);
        (ReceiverEmail, Message) = (words.ReceiverEmail, words.Message);
        Version++;
    }

    /// <summary>
    /// It was paid: the receiver is asked. The last day to accept is thirty days on, but never later than applicants who pay
    /// on the offer's last day may still cancel: nobody waits longer for a gift than for reflection.
    /// </summary>
    public void Invite(DateOnly paidOn, DateOnly? closesOn, int reflectionDays)
    {
        Require(GiftState.Prepared);
        var longest = paidOn.AddDays(LongestDays);
        var settles = closesOn?.AddDays(reflectionDays);
        AcceptBy = settles < longest ? settles : longest;
        State = GiftState.Offered;
        Version++;
    }

    /// <summary>The receiver accepts.</summary>
    /// <param name="receiver">Who signed in.</param>
    /// <param name="giver">Who pays; a gift to oneself is none.</param>
    /// <param name="today">The day in the offer's zone.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="Refused"><c>gift.over</c>, <c>gift.own</c>, <c>gift.too-late</c>.</exception>
    public void Accept(PersonId receiver, PersonId giver, DateOnly today, DateTime now)
    {
        Require(GiftState.Offered);
        if (receiver == giver)
            throw new Refused("gift.own");
        if (today > AcceptBy)
            throw new Refused("gift.too-late", AcceptBy!);
        ReceiverId = receiver;
        Decide(GiftState.Accepted, now);
    }

    /// <summary>The receiver declines.</summary>
    /// <exception cref="Refused"><c>gift.over</c></exception>
    public void Decline(DateTime now)
    {
        Require(GiftState.Offered);
        Decide(GiftState.Declined, now);
    }

    /// <summary>The receiver did not answer in time.</summary>
    public void Lapse(DateOnly today, DateTime now)
    {
        Require(GiftState.Offered);
        Invariant.Holds(today > AcceptBy, "a gift lapses before its last day is over");
        Decide(GiftState.Lapsed, now);
    }

    /// <summary>The application ended: taken back by the giver, or over for another reason. A gift that ended stays as it is.</summary>
    /// <returns>True when the receiver was asked already, and should be told.</returns>
    public bool End(GiftState how, DateTime now)
    {
        Invariant.Holds(how is GiftState.TakenBack or GiftState.Over, "a gift ends by its giver or its offer");
        if (State is not (GiftState.Prepared or GiftState.Offered or GiftState.Accepted))
            return false;
        var wasAsked = State != GiftState.Prepared;
        Decide(how, now);
        return wasAsked;
    }

    private void Decide(GiftState to, DateTime now)
    {
        (State, DecidedAt) = (to, now);
        Version++;
    }

    private void Require(GiftState state)
    {
        if (State != state)
            throw new Refused("gift.over");
    }
}

/// <summary>What a giver says of a gift.</summary>
/// <param name="ReceiverName">For whom it is.</param>
/// <param name="ReceiverEmail">Where the invitation goes.</param>
/// <param name="GiverName">Who gives, as the receiver reads it.</param>
/// <param name="Message">What else to say; empty for nothing.</param>
public sealed record GiftWords(string ReceiverName, string ReceiverEmail, string GiverName, string Message);
