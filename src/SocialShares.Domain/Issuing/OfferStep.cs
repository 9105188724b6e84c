namespace SocialShares.Domain;

/// <summary>One change of state of an offer.</summary>
public sealed class OfferStep
{
    private OfferStep() { }

    internal OfferStep(OfferId offerId, int no, OfferState state, Signature by, string? note, DateOnly? closesOn)
    {
        (OfferId, No, State, Note, ClosesOn) = (offerId, no, state, note, closesOn);
        (PersonId, Name, At) = (by.PersonId, by.Name, by.At);
    }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>Counts from 1 in the order of events.</summary>
    public int No { get; private set; }

    /// <summary>The state that was reached.</summary>
    public OfferState State { get; private set; }

    /// <summary>Who decided; null for the clock.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>Name as shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The reason given, where one was asked.</summary>
    public string? Note { get; private set; }

    /// <summary>The last day that was set: by an extension, a re-opening, or the end of an open offer; else null.</summary>
    public DateOnly? ClosesOn { get; private set; }
}
