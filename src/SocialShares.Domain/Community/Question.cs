namespace SocialShares.Domain;

/// <summary>The life of a question. Stored by name; the order has no meaning.</summary>
public enum QuestionState
{
    /// <summary>The board has not decided yet; only the asker and the board see it.</summary>
    Waiting,

    /// <summary>Answered for the asker alone.</summary>
    Answered,

    /// <summary>Question and answer stand on the public page of the offer.</summary>
    Published,

    /// <summary>The board does not answer it, and told the asker why.</summary>
    Declined,

    /// <summary>An administrator took it off the platform, with a reason.</summary>
    Hidden,
}

/// <summary>
/// What somebody asked the board about an offer, and what came of it. Texts are plain: they are never read as HTML or
/// Markdown. A published answer can be taken away by an administrator only, so that a board cannot unsay it.
/// </summary>
public sealed class Question
{
    /// <summary>The longest question, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>The longest answer, in characters.</summary>
    public const int LongestAnswer = 4000;

    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>So many questions of one person may wait at one offer.</summary>
    public const int MostWaiting = 3;

    private static readonly HashSet<(QuestionState From, QuestionState To)> Moves =
    [
        (QuestionState.Waiting, QuestionState.Answered),
        (QuestionState.Waiting, QuestionState.Published),
        (QuestionState.Waiting, QuestionState.Declined),
        (QuestionState.Answered, QuestionState.Published),
        // The board thinks better of it.
        (QuestionState.Declined, QuestionState.Answered),
        (QuestionState.Declined, QuestionState.Published),
        (QuestionState.Waiting, QuestionState.Hidden),
        (QuestionState.Answered, QuestionState.Hidden),
        (QuestionState.Published, QuestionState.Hidden),
        (QuestionState.Declined, QuestionState.Hidden),
    ];

    private Question() { }

    /// <summary>Identity; the key that the asker's client chose.</summary>
    public QuestionId Id { get; private set; }

    /// <summary>The offer that it is about.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Who asked; the public page does not name them.</summary>
    public PersonId AskerId { get; private set; }

    /// <summary>Name of the asker, for the board.</summary>
    public string AskerName { get; private set; } = "";

    /// <summary>The question.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was asked, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public QuestionState State { get; private set; }

    /// <summary>The answer; null until there is one.</summary>
    public string? Answer { get; private set; }

    /// <summary>Name of the board member who answered.</summary>
    public string? AnsweredByName { get; private set; }

    /// <summary>When it was answered, UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Why it was declined or hidden.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who decided last.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When the state last changed, UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>When the board got a mail about it, UTC; null while it did not.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Somebody asks.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="by">Who asks and when.</param>
    /// <param name="text">The question.</param>
    /// <param name="waiting">How many questions of this person wait at this offer already.</param>
    /// <exception cref="Refused"><c>question.too-many-waiting</c></exception>
    public static Question Ask(QuestionId id, Offer offer, Signature by, string text, int waiting)
    {
        if (waiting >= MostWaiting)
            throw new Refused("question.too-many-waiting", MostWaiting) { Field = "text" };
        return new Question
        {
            Id = id,
            OfferId = offer.Id,
            EnterpriseId = offer.EnterpriseId,
            AskerId = by.PersonId ?? throw new InvariantBroken("a question was asked by nobody"),
            AskerName = by.Name,
            Text = text,
            AskedAt = by.At,
            ChangedAt = by.At,
            State = QuestionState.Waiting,
            Version = 1,
        };
    }

    /// <summary>The board answers, for everyone or for the asker alone.</summary>
    /// <exception cref="Refused"><c>question.state</c></exception>
    public void Reply(string answer, bool publish, Signature by)
    {
        Move(publish ? QuestionState.Published : QuestionState.Answered, by);
        (Answer, AnsweredByName, AnsweredAt, Reason) = (answer, by.Name, by.At, null);
    }

    /// <summary>The board puts an answer that the asker has on the public page.</summary>
    /// <exception cref="Refused"><c>question.state</c></exception>
    public void Publish(Signature by)
    {
        if (Answer is null)
            throw new Refused("question.no-answer");
        Move(QuestionState.Published, by);
    }

    /// <summary>The board does not answer, and says why.</summary>
    /// <exception cref="Refused"><c>question.state</c></exception>
    public void Decline(string reason, Signature by)
    {
        Move(QuestionState.Declined, by);
        Reason = reason;
    }

    /// <summary>An administrator takes it off the platform, and says why.</summary>
    /// <exception cref="Refused"><c>question.state</c></exception>
    public void Hide(string reason, Signature by)
    {
        Move(QuestionState.Hidden, by);
        Reason = reason;
    }

    /// <summary>The board got a mail about it.</summary>
    public void BoardWasTold(DateTime now)
    {
        ToldAt = now;
        Version++;
    }

    private void Move(QuestionState to, Signature by)
    {
        if (!Moves.Contains((State, to)))
            throw new Refused("question.state", State, to);
        State = to;
        (DecidedBy, ChangedAt) = (by.PersonId, by.At);
        Version++;
    }
}
