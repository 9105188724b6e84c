namespace SocialShares.Domain;

/// <content>The steps from asked to done, and the ways out.</content>
public sealed partial class Transfer
{
    private static readonly HashSet<(TransferState From, TransferState To)> Moves =
    [
        (TransferState.Recorded, TransferState.Asked),
        (TransferState.Recorded, TransferState.Declined),
        (TransferState.Recorded, TransferState.TakenBack),
        (TransferState.Asked, TransferState.Accepted),
        (TransferState.Asked, TransferState.Declined),
        (TransferState.Asked, TransferState.TakenBack),
        (TransferState.Accepted, TransferState.Done),
        (TransferState.Accepted, TransferState.Declined),
        (TransferState.Accepted, TransferState.TakenBack),
    ];

    /// <summary>The giver confirms what the board recorded.</summary>
    /// <exception cref="Refused"><c>transfer.state</c>, <c>transfer.on-death</c>: then an administrator confirms.</exception>
    public void Confirm(Signature by)
    {
        if (IsOnDeath)
            throw new Refused("transfer.on-death");
        Move(TransferState.Asked);
        (ConfirmedBy, ConfirmedByName, ConfirmedAt) = (by.PersonId, by.Name, by.At);
    }

    /// <summary>An administrator confirms in the place of a giver who cannot.</summary>
    /// <param name="evidence">What they saw.</param>
    /// <param name="sitsOnBoard">Does the administrator sit on the board of the enterprise?</param>
    /// <param name="by">Who confirms.</param>
    /// <exception cref="Refused"><c>transfer.state</c>, <c>transfer.own-board</c>.</exception>
    public void Confirm(string evidence, bool sitsOnBoard, Signature by)
    {
        if (sitsOnBoard || by.PersonId == AskedBy)
            throw new Refused("transfer.own-board");
        Move(TransferState.Asked);
        (ConfirmedBy, ConfirmedByName, ConfirmedAt, Evidence) = (by.PersonId, by.Name, by.At, evidence);
    }

    /// <summary>The receiver accepts and says how they will stand in the register.</summary>
    /// <param name="details">Name and address.</param>
    /// <param name="known">The holder that the receiver is already; null for somebody new.</param>
    /// <param name="by">The receiver.</param>
    /// <param name="today">For the receiver's age.</param>
    /// <exception cref="Refused"><c>transfer.state</c>, <c>transfer.to-self</c>, <c>transfer.to-yourself</c>, and those of <see cref="HolderDetails.CheckAge"/>.</exception>
    public void Accept(HolderDetails details, Member? known, Signature by, DateOnly today)
    {
        if (known is not null && known.Id == FromMemberId)
            throw new Refused("transfer.to-self");
        // Whoever recorded it for the board cannot be the one who gains, under whatever address.
        if (ConfirmedBy is not null && by.PersonId == AskedBy)
            throw new Refused("transfer.to-yourself");
        // The register keeps no dates of birth: whoever stands in it was of age when they came.
        if (known is null)
            details.CheckAge(today);
        Move(TransferState.Accepted);
        (Receiver, AcceptedBy, AcceptedAt) = (details, by.PersonId, by.At);
    }

    /// <summary>The board approves what two holders agreed.</summary>
    /// <param name="isParty">Is the board member the giver or the receiver?</param>
    /// <param name="by">The board member, or an administrator.</param>
    /// <param name="eyes">Who sits on the board by whose word.</param>
    /// <exception cref="Refused"><c>transfer.state</c>, <c>transfer.own-approval</c>, <c>four-eyes.seated-by-first</c>.</exception>
    public void Approve(bool isParty, Signature by, FourEyes eyes)
    {
        if (State != TransferState.Accepted || !NeedsApproval)
            throw new Refused("transfer.state", State, TransferState.Done);
        if (isParty)
            throw new Refused("transfer.own-approval");
        eyes.RequireTwo(AskedBy, by, "transfer.own-approval");
        if (AcceptedBy is { } receiver)
            eyes.RequireTwo(receiver, by, "transfer.own-approval");
        (DecidedBy, DecidedByName, DecidedAt) = (by.PersonId, by.Name, by.At);
        Version++;
    }

    /// <summary>Is nothing missing any more?</summary>
    public bool IsReady => State == TransferState.Accepted && (!NeedsApproval || DecidedBy is not null);

    /// <summary>The entries are written.</summary>
    public void Complete(MemberId to, DateOnly on)
    {
        Invariant.Holds(IsReady, "a transfer is done before everybody agreed");
        Move(TransferState.Done);
        (ToMemberId, DoneOn) = (to, on);
    }

    /// <summary>The receiver or the board says no.</summary>
    /// <exception cref="Refused"><c>transfer.state</c></exception>
    public void Decline(string reason, Signature by)
    {
        Move(TransferState.Declined);
        (DecidedBy, DecidedByName, DecidedAt, DeclinedReason) = (by.PersonId, by.Name, by.At, reason);
    }

    /// <summary>The giver takes it back, or never wanted what the board recorded.</summary>
    /// <exception cref="Refused"><c>transfer.state</c></exception>
    public void TakeBack() => Move(TransferState.TakenBack);

    private void Move(TransferState to)
    {
        if (!Moves.Contains((State, to)))
            throw new Refused("transfer.state", State, to);
        State = to;
        Version++;
    }
}
