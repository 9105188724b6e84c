namespace SocialShares.Domain;

/// <summary>What a changed offer document means for somebody who has applied.</summary>
public sealed partial class Application
{
    /// <summary>
    /// The last day on which the applicant may cancel because the offer document was changed after they had applied, in
    /// the offer's zone; null when it was not.
    /// </summary>
    public DateOnly? CancelUntil { get; private set; }

    /// <summary>The last day on which paid money goes back without a reason; null before payment.</summary>
    public DateOnly? LastDayToCancel => CancelUntil > ReflectionEndsOn ? CancelUntil : ReflectionEndsOn;

    /// <summary>May paid money still go back on a day, without a reason?</summary>
    public bool MayCancelPaid(DateOnly today) =>
        State is ApplicationState.Paid or ApplicationState.Confirmed && today <= LastDayToCancel;

    /// <summary>Agrees to the newest version of the offer document. The right to cancel stays until its day.</summary>
    /// <param name="version">The version that the applicant read.</param>
    /// <param name="current">The version in force.</param>
    /// <exception cref="Refused"><c>application.not-waiting</c>, <c>application.document-changed</c>.</exception>
    public void AcceptDocument(int version, int current)
    {
        if (!State.IsSentIn())
            throw new Refused("application.not-waiting");
        if (version != current)
            throw new Refused("application.document-changed", current) { Field = "documentVersion" };
        if (AcceptedDocumentVersion == version)
            return;
        AcceptedDocumentVersion = version;
        Version++;
    }
}
