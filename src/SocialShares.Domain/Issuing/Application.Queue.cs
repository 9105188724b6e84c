namespace SocialShares.Domain;

/// <summary>The queue for those whom the enterprise's resident quota does not admit yet. It holds no units and takes no money.</summary>
public sealed partial class Application
{
    /// <summary>Since when it has waited in the queue, UTC; the order of the queue. Null: it never did.</summary>
    public DateTime? QueuedAt { get; private set; }

    /// <summary>Submits after the check page into the queue: what was accepted counts, nothing is held and nothing is to be paid yet.</summary>
    /// <param name="acceptedDocumentVersion">The version that the applicant saw; must be the current one.</param>
    /// <param name="currentDocumentVersion">The version in force.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="Refused"><c>application.who-missing</c>, <c>application.document-changed</c>.</exception>
    public void Wait(int acceptedDocumentVersion, int currentDocumentVersion, DateTime now)
    {
        Accept(acceptedDocumentVersion, currentDocumentVersion, now);
        QueuedAt = now;
        Move(ApplicationState.Waiting, now);
    }

    /// <summary>There is room under the quota; the units were taken from the offer in the same transaction.</summary>
    /// <param name="heldUntil">Deadline of the payment, UTC.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="Refused"><c>application.state</c>: it does not wait.</exception>
    public void AdmitFromQueue(DateTime heldUntil, DateTime now)
    {
        RequireWaiting();
        HeldUntil = heldUntil;
        Move(ApplicationState.AwaitingPayment, now);
    }

    /// <summary>The offer has ended, and the quota never admitted it. Nothing was paid.</summary>
    /// <exception cref="Refused"><c>application.state</c>: it does not wait.</exception>
    public void LeaveQueue(DateTime now)
    {
        RequireWaiting();
        Move(ApplicationState.Cancelled, now);
    }

    private void RequireWaiting()
    {
        if (State != ApplicationState.Waiting)
            throw new Refused("application.state", State, ApplicationState.AwaitingPayment);
    }

    private void Accept(int acceptedDocumentVersion, int currentDocumentVersion, DateTime now)
    {
        if (Name.Length == 0 && !IsGift)
            throw new Refused("application.who-missing") { Field = "name" };
        if (acceptedDocumentVersion != currentDocumentVersion)
            throw new Refused("application.document-changed", currentDocumentVersion) { Field = "documentVersion" };
        AcceptedDocumentVersion = acceptedDocumentVersion;
        RiskAcceptedAt = now;
    }
}
