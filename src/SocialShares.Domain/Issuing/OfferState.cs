namespace SocialShares.Domain;

/// <summary>The life of an offer. Stored by name; the order has no meaning.</summary>
public enum OfferState
{
    /// <summary>The board writes it.</summary>
    Draft,

    /// <summary>The board submitted it; an administrator reads it.</summary>
    InReview,

    /// <summary>An administrator approved it; it opens on its day.</summary>
    Approved,

    /// <summary>Citizens may apply.</summary>
    Open,

    /// <summary>The window has ended; reflection periods run out.</summary>
    Closed,

    /// <summary>Shares are issued; the money is on its way to the enterprise.</summary>
    Allotted,

    /// <summary>The enterprise has its money.</summary>
    Completed,

    /// <summary>The minimum was missed; everyone is refunded.</summary>
    Failed,

    /// <summary>Withdrawn by the board before it opened.</summary>
    Cancelled,
}
