namespace SocialShares.Domain;

/// <summary>Who reads an update.</summary>
public enum UpdateAudience
{
    /// <summary>Everyone who sees the offer.</summary>
    Everyone,

    /// <summary>Whoever applied and whoever holds what the offer sells.</summary>
    Applicants,
}

/// <summary>
/// What a board tells about its offer. Written once and never changed: what people were told stays what they were told.
/// The text is Markdown of which only a safe part is shown.
/// </summary>
public sealed class OfferUpdate
{
    /// <summary>The longest heading, in characters.</summary>
    public const int LongestTitle = 120;

    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 10_000;

    /// <summary>So many updates of one offer are mailed within a day; more would drown those who read them.</summary>
    public const int MostADay = 3;

    private OfferUpdate() { }

    /// <summary>Identity.</summary>
    public UpdateId Id { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Counts from 1 within the offer.</summary>
    public int No { get; private set; }

    /// <summary>Heading.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who reads it.</summary>
    public UpdateAudience Audience { get; private set; }

    /// <summary>A notice that the law or the offer document asks for: it reaches also who wants no other updates.</summary>
    public bool IsLegal { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId WrittenBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string WrittenByName { get; private set; } = "";

    /// <summary>When it was published, UTC.</summary>
    public DateTime PublishedAt { get; private set; }

    /// <summary>A board publishes an update.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="offer">The offer; a draft has no readers yet.</param>
    /// <param name="letter">What it says and to whom.</param>
    /// <param name="before">Updates of this offer before this one, and how many of them within the last day.</param>
    /// <param name="by">Who writes and when.</param>
    /// <exception cref="Refused"><c>update.not-public-yet</c>, <c>update.too-many-today</c>.</exception>
    public static OfferUpdate Publish(
        UpdateId id,
        Offer offer,
        UpdateLetter letter,
        (int All, int Today) before,
        Signature by
    )
    {
        if (offer.State is OfferState.Draft or OfferState.InReview or OfferState.Cancelled)
            throw new Refused("update.not-public-yet");
        if (before.Today >= MostADay && !letter.IsLegal)
            throw new Refused("update.too-many-today", MostADay) { Field = "title" };
        return new OfferUpdate
        {
            Id = id,
            OfferId = offer.Id,
            EnterpriseId = offer.EnterpriseId,
            No = before.All + 1,
            Title = letter.Title,
            Text = letter.Text,
            Audience = letter.Audience,
            IsLegal = letter.IsLegal,
            WrittenBy = by.PersonId ?? throw new InvariantBroken("an update was written by nobody"),
            WrittenByName = by.Name,
            PublishedAt = by.At,
        };
    }
}

/// <summary>What an update says and to whom; see <see cref="OfferUpdate"/>.</summary>
public sealed record UpdateLetter(string Title, string Text, UpdateAudience Audience, bool IsLegal);
