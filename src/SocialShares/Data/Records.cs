namespace SocialShares.Data;

/// <summary>A version of the document of an offer, kept as it was uploaded.</summary>
public sealed class OfferDocument
{
    public DocumentId Id { get; init; }
    public OfferId OfferId { get; init; }

    /// <summary>Counts from 1 within the offer.</summary>
    public int Version { get; init; }
    public string FileName { get; init; } = "";
    public byte[] Content { get; init; } = [];
    public string Sha256 { get; init; } = "";
    public DateTime UploadedAt { get; init; }
    public PersonId UploadedBy { get; init; }

    /// <summary>A changed document of an approved offer, which an administrator has not decided on.</summary>
    public bool AwaitsReview { get; set; }

    /// <summary>The administrator who decided; null where nobody had to.</summary>
    public PersonId? DecidedBy { get; set; }
    public string? DecidedByName { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was not published; null when it was.</summary>
    public string? ReturnReason { get; set; }
}

/// <summary>Work that leaves the process: written with the change that causes it, delivered afterwards.</summary>
public sealed class OutboxRow
{
    public Guid Id { get; init; }

    /// <summary>Name of the delivery, for example <c>StartPayment</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The delivery as JSON.</summary>
    public string Body { get; init; } = "";
    public DateTime CreatedAt { get; init; }
    public DateTime DueAt { get; set; }

    /// <summary>Nobody else takes the row before this instant.</summary>
    public DateTime? ClaimedUntil { get; set; }
    public int Attempts { get; set; }
    public DateTime? DoneAt { get; set; }

    /// <summary>Given up until an administrator retries it.</summary>
    public DateTime? ParkedAt { get; set; }
    public string? LastError { get; set; }
}

/// <summary>An event of the payment provider, stored once before it is acted on.</summary>
public sealed class ReceivedEvent
{
    /// <summary>The provider's id of the event.</summary>
    public string Id { get; init; } = "";
    public string Type { get; init; } = "";

    /// <summary>The object that the event speaks of.</summary>
    public string ObjectId { get; init; } = "";
    public DateTime ReceivedAt { get; init; }
    public DateTime? HandledAt { get; set; }
}

/// <summary>Who asked for what, and when. Written in the same save as what it did.</summary>
public sealed class AuditRow
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
    public PersonId? PersonId { get; init; }
    public string Name { get; init; } = "";

    /// <summary>Name of the command.</summary>
    public string Action { get; init; } = "";

    /// <summary>What it was about, for example <c>offer 0199...</c>.</summary>
    public string Subject { get; init; } = "";
}

/// <summary>A key that a client gave with a command, with the answer, so that a repeat answers as the first time.</summary>
public sealed class CommandKey
{
    public Guid Key { get; init; }

    /// <summary>Who gave it; two people may choose the same key.</summary>
    public Guid Caller { get; init; }
    public string Command { get; init; } = "";

    /// <summary>SHA-256 of the command's content.</summary>
    public string ContentHash { get; init; } = "";
    public string Answer { get; init; } = "";
    public DateTime At { get; init; }
}

/// <summary>One run of a job.</summary>
public sealed class JobRun
{
    public Guid Id { get; init; }
    public string Job { get; init; } = "";
    public string StartedBy { get; init; } = "";
    public DateTime StartedAt { get; init; }
    public DateTime? EndedAt { get; set; }

    /// <summary>What it did, in figures.</summary>
    public string Did { get; set; } = "";
    public string? Failure { get; set; }
}

/// <summary>A message that was sent, as the development mail page shows it.</summary>
public sealed class SentMail
{
    public Guid Id { get; init; }
    public string To { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Text { get; init; } = "";
    public DateTime SentAt { get; init; }
}
