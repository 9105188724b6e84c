namespace SocialShares.Domain;

/// <summary>Where an application on paper stands. Stored by name.</summary>
public enum PaperState
{
    /// <summary>Somebody typed it; nothing is submitted yet.</summary>
    Typed,

    /// <summary>A second person compared it with the paper and submitted it.</summary>
    Confirmed,

    /// <summary>A second person refused it, with a reason.</summary>
    Refused,
}

/// <summary>What the paper says beside the answers of the application.</summary>
/// <param name="SignedOn">Day on which the applicant signed, where the enterprise is.</param>
/// <param name="DocumentVersion">Version of the offer document that the applicant read on paper.</param>
/// <param name="KeptAt">Where the paper is kept; 3 to 150 characters.</param>
/// <param name="Email">Where mail reaches the applicant; null: nowhere.</param>
/// <param name="Language">Language of that mail: <c>en</c> or <c>nl</c>.</param>
public sealed record PaperFacts(DateOnly SignedOn, int DocumentVersion, string KeptAt, string? Email, string Language);

/// <summary>
/// An application that somebody typed from paper for a person without an account, and what became of it. A second person
/// compares it with the paper; until then nothing is binding and no units are held.
/// </summary>
public sealed class PaperApplication
{
    private PaperApplication() { }

    /// <summary>The application that was typed; the identity of this too.</summary>
    public ApplicationId ApplicationId { get; private set; }

    /// <summary>The issuer, for access checks.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Who typed it; never the one who decides.</summary>
    public PersonId TypedBy { get; private set; }

    /// <summary>Name of who typed it.</summary>
    public string TypedByName { get; private set; } = "";

    /// <summary>When it was typed, UTC.</summary>
    public DateTime TypedAt { get; private set; }

    /// <inheritdoc cref="PaperFacts.SignedOn"/>
    public DateOnly SignedOn { get; private set; }

    /// <inheritdoc cref="PaperFacts.DocumentVersion"/>
    public int DocumentVersion { get; private set; }

    /// <inheritdoc cref="PaperFacts.KeptAt"/>
    public string KeptAt { get; private set; } = "";

    /// <inheritdoc cref="PaperFacts.Email"/>
    public string? Email { get; private set; }

    /// <inheritdoc cref="PaperFacts.Language"/>
    public string Language { get; private set; } = "en";

    /// <summary>Where it stands.</summary>
    public PaperState State { get; private set; }

    /// <summary>Who decided; null before.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Name of who decided.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? Reason { get; private set; }

    /// <summary>Where the letter is kept by which the applicant cancelled after it was confirmed; null: did not.</summary>
    public string? CancelledOn { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Somebody typed an application from paper.</summary>
    /// <param name="application">The answers.</param>
    /// <param name="facts">What else the paper says.</param>
    /// <param name="publishedOn">First day on which that version of the document could be read.</param>
    /// <param name="today">The day it is where the enterprise is.</param>
    /// <param name="by">Who typed.</param>
    /// <exception cref="Refused"><c>paper.signed-later</c>, <c>paper.signed-before-document</c>.</exception>
    public static PaperApplication Type(
        Application application,
        PaperFacts facts,
        DateOnly publishedOn,
        DateOnly today,
        Signature by
    )
    {
        if (facts.SignedOn > today)
            throw new Refused("paper.signed-later") { Field = "signedOn" };
        if (facts.SignedOn < publishedOn)
            throw new Refused("paper.signed-before-document", facts.DocumentVersion, publishedOn)
            {
                Field = "signedOn",
            };
        return new PaperApplication
        {
            ApplicationId = application.Id,
            EnterpriseId = application.EnterpriseId,
            TypedBy = by.PersonId ?? throw new InvariantBroken("an application is typed by a person"),
            TypedByName = by.Name,
            TypedAt = by.At,
            SignedOn = facts.SignedOn,
            DocumentVersion = facts.DocumentVersion,
            KeptAt = facts.KeptAt,
            Email = facts.Email,
            Language = facts.Language,
            Version = 1,
        };
    }

    /// <summary>A second person found that it says what the paper says.</summary>
    /// <exception cref="Refused"><c>paper.own-decision</c>, <c>paper.decided</c>, <c>four-eyes.seated-by-first</c>.</exception>
    public void Confirm(Signature by, FourEyes eyes)
    {
        eyes.RequireTwo(TypedBy, by, "paper.own-decision");
        Decide(PaperState.Confirmed, by);
    }

    /// <summary>A second person refuses it.</summary>
    /// <exception cref="Refused"><c>paper.own-decision</c>, <c>paper.decided</c>.</exception>
    public void Refuse(string reason, Signature by)
    {
        Decide(PaperState.Refused, by);
        Reason = reason;
    }

    /// <summary>The applicant cancelled by letter or word of mouth; the board wrote down where that is kept.</summary>
    /// <exception cref="Refused"><c>paper.not-confirmed</c></exception>
    public void Cancel(string keptAt)
    {
        if (State != PaperState.Confirmed)
            throw new Refused("paper.not-confirmed");
        CancelledOn = keptAt;
        Version++;
    }

    private void Decide(PaperState state, Signature by)
    {
        if (by.PersonId == TypedBy)
            throw new Refused("paper.own-decision");
        if (State != PaperState.Typed)
            throw new Refused("paper.decided");
        (State, DecidedBy, DecidedByName, DecidedAt) = (state, by.PersonId, by.Name, by.At);
        Version++;
    }
}
