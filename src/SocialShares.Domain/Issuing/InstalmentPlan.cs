namespace SocialShares.Domain;

/// <summary>Where a promise to pay in parts stands.</summary>
public enum InstalmentState
{
    /// <summary>Chosen with the application; the first part is not paid.</summary>
    Proposed,

    /// <summary>The first part is paid; others are still to come.</summary>
    Running,

    /// <summary>Every part is paid.</summary>
    Completed,

    /// <summary>Ended before: by the applicant, by parts that were not paid, or with the application.</summary>
    Stopped,
}

/// <summary>
/// An applicant's promise to pay for shares in monthly parts. The first part is the application itself; each later part is an
/// application of its own that takes its shares from what is promised, so that each has one payment, at most one refund and one
/// entry in the register.
/// </summary>
public sealed class InstalmentPlan
{
    /// <summary>Days before a part is due on which the applicant is reminded.</summary>
    public const int ReminderDays = 7;

    /// <summary>The reason of whoever stops of their own will.</summary>
    public const string ByApplicant = "by-applicant";

    /// <summary>The reason where a part was not paid within the days of grace.</summary>
    public const string NotPaid = "not-paid";

    /// <summary>The reason where the first application ended, or the offer failed.</summary>
    public const string WithApplication = "with-application";

    private InstalmentPlan() { }

    /// <summary>Identity: the application that is its first part.</summary>
    public ApplicationId Id { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>How many parts were chosen, the first included.</summary>
    public int Parts { get; private set; }

    /// <summary>Shares of all parts together.</summary>
    public long TotalUnits { get; private set; }

    /// <summary>Shares of each part after the first; the first has what does not divide.</summary>
    public long PartUnits { get; private set; }

    /// <summary>Shares that make a member: the least of the offer for this applicant. Settled when it is submitted.</summary>
    public long LeastUnits { get; private set; }

    /// <summary>Shares that are paid.</summary>
    public long PaidUnits { get; private set; }

    /// <summary>Parts that are paid.</summary>
    public int PaidParts { get; private set; }

    /// <summary>The day from which the months count: the end of the reflection period; null before the first payment.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>When the next part is due; null when none is.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>How often the applicant was reminded of the part that is due.</summary>
    public int Reminders { get; private set; }

    /// <summary>Where it stands.</summary>
    public InstalmentState State { get; private set; }

    /// <summary><see cref="ByApplicant"/>, <see cref="NotPaid"/> or <see cref="WithApplication"/>; null unless stopped.</summary>
    public string? StopReason { get; private set; }

    /// <summary>When it was completed or stopped, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Is enough paid to become a member?</summary>
    public bool HasLeast => PaidUnits >= LeastUnits;

    /// <summary>The applicant chooses how many parts; the application keeps the first of them.</summary>
    /// <exception cref="Refused"><c>instalments.not-offered</c>, <c>instalments.parts</c>, <c>instalments.gift</c>,
    /// <c>application.already-submitted</c>.</exception>
    public static InstalmentPlan Propose(Application first, Offer offer, int parts)
    {
        var plan = new InstalmentPlan { Id = first.Id, OfferId = offer.Id };
        plan.Divide(first, offer, parts);
        return plan;
    }

    /// <summary>Divides anew, after the amount or the number of parts changed.</summary>
    /// <exception cref="Refused">As <see cref="Propose"/>.</exception>
    public void Divide(Application first, Offer offer, int parts)
    {
        var units = first.UnitsInAll;
        var most = (int)Math.Min(offer.Instalments?.MostParts ?? 0, units);
        if (most < InstalmentTerms.FewestParts)
            throw new Refused("instalments.not-offered") { Field = "parts" };
        if (parts < InstalmentTerms.FewestParts || parts > most)
            throw new Refused("instalments.parts", InstalmentTerms.FewestParts, most) { Field = "parts" };
        (Parts, TotalUnits, PartUnits) = (parts, units, units / parts);
        first.KeepFirstPart(offer, PartUnits * (parts - 1));
        Version++;
    }

    /// <summary>The application is submitted: settles how much makes a member.</summary>
    /// <param name="first">The application; the shares of all parts were taken from the offer.</param>
    /// <param name="leastUnits">The least of the offer for this applicant.</param>
    public void Agree(Application first, long leastUnits)
    {
        LeastUnits = Math.Min(leastUnits, TotalUnits);
        first.AwaitLeast(first.Units < LeastUnits);
        Version++;
    }

    /// <summary>The first part is paid.</summary>
    public void Begin(Application first)
    {
        Invariant.Holds(State == InstalmentState.Proposed, "instalments begin twice");
        (State, StartsOn) = (InstalmentState.Running, first.ReflectionEndsOn);
        Count(first.Units);
    }

    /// <summary>The applicant pays the next part, or all that is left: an application for its shares.</summary>
    /// <param name="first">The first part; gives up what it promised of these shares.</param>
    /// <param name="offer">The offer: whatever it is, as long as it has not failed.</param>
    /// <param name="id">Identity of the part.</param>
    /// <param name="all">All that is left at once.</param>
    /// <param name="heldUntil">Deadline of the payment, UTC.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="Refused"><c>instalments.over</c>, <c>instalments.in-reflection</c>.</exception>
    public Application Next(
        Application first,
        Offer offer,
        ApplicationId id,
        bool all,
        DateTime heldUntil,
        DateTime now
    )
    {
        if (State != InstalmentState.Running || first.PromisedUnits == 0)
            throw new Refused("instalments.over");
        if (first.State is ApplicationState.Paid)
            throw new Refused("instalments.in-reflection", first.LastDayToCancel!);
        var units = all ? first.PromisedUnits : Math.Min(PartUnits, first.PromisedUnits);
        Version++;
        return first.NextPart(id, offer, units, heldUntil, now);
    }

    /// <summary>A later part is paid.</summary>
    /// <param name="part">The part.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <returns>True when this makes the applicant a member: what waited for it waits no more.</returns>
    public bool PartPaid(Application part, DateTime now)
    {
        Invariant.Holds(part.InstalmentOf == Id, "a part of other instalments is counted");
        var hadLeast = HasLeast;
        Count(part.Units);
        if (State == InstalmentState.Completed)
            EndedAt = now;
        return !hadLeast && HasLeast;
    }

    /// <summary>A part that was paid goes back, because the offer document changed: it is not promised any more either.</summary>
    public void PartGivenUp(Application part, DateTime now)
    {
        Invariant.Holds(part.InstalmentOf == Id, "a part of other instalments is given up");
        (PaidUnits, TotalUnits) = (PaidUnits - part.Units, TotalUnits - part.Units);
        Version++;
        if (State == InstalmentState.Running && PaidUnits == TotalUnits && HasLeast)
            (State, DueOn, EndedAt) = (InstalmentState.Completed, null, now);
    }

    /// <summary>The applicant was reminded of the part that is due.</summary>
    public void Reminded()
    {
        Reminders++;
        Version++;
    }

    /// <summary>Should a reminder go out today: one before the part is due, one after it was not paid?</summary>
    public bool AsksReminder(DateOnly today) =>
        DueOn is { } due && (Reminders == 0 && today >= due.AddDays(-ReminderDays) || Reminders == 1 && today > due);

    /// <summary>Is the part that is due unpaid although the days of grace are over?</summary>
    public bool IsOverdue(DateOnly today, int graceDays) => DueOn is { } due && today > due.AddDays(graceDays);

    /// <summary>Ends it. What is still promised was let go by the first application.</summary>
    /// <returns>False: it had ended before.</returns>
    public bool Stop(string reason, DateTime now)
    {
        if (State is InstalmentState.Completed or InstalmentState.Stopped)
            return false;
        (State, StopReason, EndedAt, DueOn) = (InstalmentState.Stopped, reason, now, null);
        Version++;
        return true;
    }

    private void Count(long units)
    {
        (PaidUnits, PaidParts, Reminders) = (PaidUnits + units, PaidParts + 1, 0);
        Invariant.Holds(PaidUnits <= TotalUnits, "more is paid in parts than was promised");
        Version++;
        // A payment that slips in after the end changes no more than what is paid.
        if (State != InstalmentState.Running)
            return;
        if (PaidUnits == TotalUnits)
            (State, DueOn) = (InstalmentState.Completed, null);
        else
            // From the first day each time, so that the 31st stays the 31st where a month has one.
            DueOn = StartsOn!.Value.AddMonths(PaidParts);
    }
}
