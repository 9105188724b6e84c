using System.Security.Cryptography;

namespace SocialShares.Domain;

/// <summary>The life of a transfer. Stored by name.</summary>
public enum TransferState
{
    /// <summary>A board wrote it down; the giver, or an administrator with evidence, must confirm.</summary>
    Recorded,

    /// <summary>The giver wants it; the receiver must accept.</summary>
    Asked,

    /// <summary>The receiver accepted; the board must approve.</summary>
    Accepted,

    /// <summary>It stands in the register.</summary>
    Done,

    /// <summary>The receiver or the board said no.</summary>
    Declined,

    /// <summary>The giver took it back.</summary>
    TakenBack,
}

/// <summary>Why units pass to somebody else. Stored by name.</summary>
public enum TransferCause
{
    /// <summary>Two people agreed it.</summary>
    Agreement,

    /// <summary>The holder died, and had named who receives.</summary>
    Nomination,

    /// <summary>The holder died: to those who settle the estate, or to heirs.</summary>
    Estate,
}

/// <summary>
/// Units of a class or a series on their way from one holder to another. Nothing passes before the giver wants it, the
/// receiver has accepted it and, where the class asks, the board has approved it: three different people.
/// </summary>
public sealed partial class Transfer
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private Transfer() { }

    /// <summary>Identity; the source of both entries in the register.</summary>
    public TransferId Id { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The class of shares; null for bonds.</summary>
    public ShareClassId? ShareClassId { get; private set; }

    /// <summary>The series of bonds; null for shares.</summary>
    public BondSeriesId? BondSeriesId { get; private set; }

    /// <summary>Who gives.</summary>
    public MemberId FromMemberId { get; private set; }

    /// <summary>The mail address with which the receiver signs in, now or once they have signed up.</summary>
    public string ToEmail { get; private set; } = "";

    /// <summary>Shares or bonds.</summary>
    public long Units { get; private set; }

    /// <summary>Why.</summary>
    public TransferCause Cause { get; private set; }

    /// <summary>What it rests on, in a sentence.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The day from which it holds; null: the day on which the last of them agrees.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>Must the board approve?</summary>
    public bool NeedsApproval { get; private set; }

    /// <summary>On a death: the board decided that lock-in does not hold for the receiver.</summary>
    public bool WaivesLockIn { get; private set; }

    /// <summary>Stands in the mail to the receiver only: who has it reads that mailbox.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Where it is in its life.</summary>
    public TransferState State { get; private set; }

    /// <summary>Who asked for it or recorded it.</summary>
    public PersonId AskedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string AskedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>Who confirmed that the giver wants it; null before.</summary>
    public PersonId? ConfirmedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? ConfirmedByName { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>What an administrator saw who confirmed in the giver's place; null when the giver did.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The receiver as they will stand in the register; null before they accept.</summary>
    public HolderDetails? Receiver { get; private set; }

    /// <summary>The receiver who signs in; null before.</summary>
    public PersonId? AcceptedBy { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>Who approved it for the board, or declined it; null before.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? DeclinedReason { get; private set; }

    /// <summary>The receiver's holding; null before it is done.</summary>
    public MemberId? ToMemberId { get; private set; }

    /// <summary>The day on which the receiver began to hold; null before it is done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Does it keep units from going elsewhere?</summary>
    public bool IsOpen => State is TransferState.Recorded or TransferState.Asked or TransferState.Accepted;

    /// <summary>The units pass on the death of their holder.</summary>
    public bool IsOnDeath => Cause != TransferCause.Agreement;

    /// <summary>A holder asks to pass units on.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="of">What passes, and its rules.</param>
    /// <param name="from">The giver.</param>
    /// <param name="order">To whom, how many and why.</param>
    /// <param name="freeUnits">Units that the giver holds and that are promised to nobody.</param>
    /// <param name="by">The giver.</param>
    /// <exception cref="Refused"><c>holder.died</c>, <c>transfer.not-allowed</c>, <c>transfer.units</c>.</exception>
    public static Transfer Ask(
        TransferId id,
        TransferredSecurity of,
        Member from,
        UnitTransfer order,
        long freeUnits,
        Signature by
    )
    {
        from.RequireAlive();
        var transfer = Begin(id, of, from, order, freeUnits, by);
        transfer.State = TransferState.Asked;
        transfer.NeedsApproval = of.NeedsApproval;
        return transfer;
    }

    /// <summary>A board writes down a transfer that two holders agreed, or that follows from a death.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="of">What passes, and its rules.</param>
    /// <param name="from">The giver.</param>
    /// <param name="order">To whom, how many, when and why.</param>
    /// <param name="freeUnits">Units that the giver holds and that are promised to nobody.</param>
    /// <param name="by">The board member who records it.</param>
    /// <param name="byEmail">With which they sign in: nobody records to themselves.</param>
    /// <exception cref="Refused">As <see cref="Ask"/>, and <c>transfer.to-yourself</c>, <c>transfer.not-died</c>.</exception>
    public static Transfer Record(
        TransferId id,
        TransferredSecurity of,
        Member from,
        UnitTransfer order,
        long freeUnits,
        Signature by,
        string byEmail
    )
    {
        var onDeath = order.Cause != TransferCause.Agreement;
        if (!onDeath)
            from.RequireAlive();
        Terms.Require(!onDeath || from.DiedOn is not null, "transfer.not-died", "fromNumber");
        var transfer = Begin(id, of, from, order, freeUnits, by);
        Terms.Require(!IsSame(byEmail, order.ToEmail), "transfer.to-yourself", "toEmail");
        transfer.State = TransferState.Recorded;
        // What a board records it wants; a second look is the giver's or the administrator's.
        transfer.NeedsApproval = false;
        transfer.WaivesLockIn = onDeath && order.WaivesLockIn;
        return transfer;
    }

    private static Transfer Begin(
        TransferId id,
        TransferredSecurity of,
        Member from,
        UnitTransfer order,
        long freeUnits,
        Signature by
    )
    {
        var onDeath = order.Cause != TransferCause.Agreement;
        Terms.Require(of.Transferable || onDeath, "transfer.not-allowed", "units");
        Terms.Require(order.Units > 0 && order.Units <= freeUnits, "transfer.units", "units", freeUnits);
        return new Transfer
        {
            Id = id,
            EnterpriseId = of.EnterpriseId,
            ShareClassId = of.ShareClassId,
            BondSeriesId = of.BondSeriesId,
            FromMemberId = from.Id,
            ToEmail = order.ToEmail,
            Units = order.Units,
            Cause = order.Cause,
            Reason = order.Reason,
            On = order.On,
            Code = RandomNumberGenerator.GetString(Letters, 24),
            AskedBy = by.PersonId ?? throw new InvariantBroken("units are given away by nobody"),
            AskedByName = by.Name,
            AskedAt = by.At,
            Version = 1,
        };
    }

    private static bool IsSame(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>What passes to somebody else, and the rules of its terms.</summary>
/// <param name="EnterpriseId">The issuer.</param>
/// <param name="ShareClassId">The class; null for bonds.</param>
/// <param name="BondSeriesId">The series; null for shares.</param>
/// <param name="Transferable">Do the terms allow transfers?</param>
/// <param name="NeedsApproval">Must the board approve what holders agree?</param>
public sealed record TransferredSecurity(
    EnterpriseId EnterpriseId,
    ShareClassId? ShareClassId,
    BondSeriesId? BondSeriesId,
    bool Transferable,
    bool NeedsApproval
)
{
    /// <summary>Shares of a class.</summary>
    public static TransferredSecurity Of(ShareClass c) =>
        new(c.EnterpriseId, c.Id, null, c.Holding.Transferable, c.Holding.TransferNeedsApproval);

    /// <summary>Bonds of a series: where their terms allow transfers, no board has a say.</summary>
    public static TransferredSecurity Of(BondSeries s) => new(s.EnterpriseId, null, s.Id, s.Transferable, false);
}

/// <summary>A transfer as it is asked for.</summary>
/// <param name="ToEmail">With which the receiver signs in.</param>
/// <param name="Units">Shares or bonds.</param>
/// <param name="Reason">What it rests on.</param>
/// <param name="On">The day; null: when the last of them agrees.</param>
/// <param name="Cause">Why.</param>
/// <param name="WaivesLockIn">On a death: lock-in does not hold for the receiver.</param>
public sealed record UnitTransfer(
    string ToEmail,
    long Units,
    string Reason,
    DateOnly? On = null,
    TransferCause Cause = TransferCause.Agreement,
    bool WaivesLockIn = false
);
