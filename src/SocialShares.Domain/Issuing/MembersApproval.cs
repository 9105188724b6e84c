namespace SocialShares.Domain;

/// <summary>
/// The members approved an offer that needs it: one that comes within a year of the last of its class, or asks for more
/// than was asked before. Recorded by the board with the minutes; never changed.
/// </summary>
public sealed class MembersApproval
{
    private MembersApproval() { }

    /// <param name="id">Identity.</param>
    /// <param name="offerId">The offer.</param>
    /// <param name="approvedOn">Day of the members' decision.</param>
    /// <param name="minutes">The document that records it.</param>
    /// <param name="by">Who recorded it, and when.</param>
    /// <param name="today">The day in the offer's zone.</param>
    /// <exception cref="Refused"><c>offer.members-in-future</c></exception>
    public MembersApproval(
        DocumentId id,
        OfferId offerId,
        DateOnly approvedOn,
        ApprovalMinutes minutes,
        Signature by,
        DateOnly today
    )
    {
        if (approvedOn > today)
            throw new Refused("offer.members-in-future") { Field = "approvedOn" };
        (Id, OfferId, ApprovedOn) = (id, offerId, approvedOn);
        (FileName, Content, Sha256) = (minutes.FileName, minutes.Content, minutes.Sha256);
        (RecordedBy, RecordedByName, RecordedAt) = (by.PersonId, by.Name, by.At);
    }

    /// <summary>Identity.</summary>
    public DocumentId Id { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>Day of the members' decision.</summary>
    public DateOnly ApprovedOn { get; private set; }

    /// <summary>Name of the file with the minutes.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The file, a PDF.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Its SHA-256, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who recorded it.</summary>
    public PersonId? RecordedBy { get; private set; }

    /// <summary>Their name.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime RecordedAt { get; private set; }
}

/// <summary>The document that records a decision of the members.</summary>
public sealed record ApprovalMinutes(string FileName, byte[] Content, string Sha256);
