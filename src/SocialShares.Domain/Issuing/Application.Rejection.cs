namespace SocialShares.Domain;

/// <summary>The board or an administrator refuses an application.</summary>
public sealed partial class Application
{
    /// <summary>When it was refused, UTC; null when it was not.</summary>
    public DateTime? RejectedAt { get; private set; }

    /// <summary>Name of who refused it.</summary>
    public string? RejectedByName { get; private set; }

    /// <summary>Why, in the words that the applicant reads.</summary>
    public string? RejectionReason { get; private set; }

    /// <summary>
    /// Refuses the application with a reason, at any time before its units are allotted. Money that was paid goes back.
    /// </summary>
    /// <param name="reason">What the applicant reads.</param>
    /// <param name="by">Who decided.</param>
    /// <returns>True when money must be refunded.</returns>
    /// <exception cref="Refused"><c>application.state</c>: it is issued, or over.</exception>
    public bool Reject(string reason, Signature by)
    {
        var wasPaid = State is ApplicationState.Paid or ApplicationState.Confirmed;
        Move(ApplicationState.Rejected, by.At);
        (RejectedAt, RejectedByName, RejectionReason) = (by.At, by.Name, reason);
        if (wasPaid)
            Move(ApplicationState.Refunding, by.At);
        return wasPaid;
    }
}
