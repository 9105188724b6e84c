namespace SocialShares.Domain;

/// <summary>How the window of an offer that was approved may still change.</summary>
public sealed partial class Offer
{
    /// <summary>The last day before the board extended the window; null while it has not.</summary>
    public DateOnly? ExtendedFrom { get; private set; }

    /// <summary>The board sells longer: once, where the terms allow it, before it closes, never beyond a year.</summary>
    /// <param name="closesOn">The new last day.</param>
    /// <param name="by">Who and when.</param>
    /// <exception cref="Refused"><c>offer.not-open</c>, <c>offer.not-extendable</c>, <c>offer.extended-already</c>,
    /// <c>offer.terms.extension</c>, <c>offer.terms.window</c>.</exception>
    public void Extend(DateOnly closesOn, Signature by)
    {
        // The clock may not have closed it yet although its last day is over.
        if (State != OfferState.Open || ClosesOn is not { } last || LegalDay.Of(by.At, TimeZone) > last)
            throw new Refused("offer.not-open");
        if (!Extendable)
            throw new Refused("offer.not-extendable");
        if (ExtendedFrom is { } earlier)
            throw new Refused("offer.extended-already", earlier);
        Terms.Require(closesOn > last, "offer.terms.extension", "closesOn", last);
        RequireWithinAYear(closesOn);
        (ExtendedFrom, ClosesOn) = (last, closesOn);
        Note(by, null, closesOn);
    }

    /// <summary>
    /// The board sells the rest after all: only when the minimum was met, only up to the stated maximum, before the
    /// allotment, never beyond a year.
    /// </summary>
    /// <param name="closesOn">The new last day.</param>
    /// <param name="paidUnits">Units that are paid, in their reflection period or after it.</param>
    /// <param name="by">Who and when.</param>
    /// <exception cref="Refused"><c>offer.not-closed</c>, <c>offer.reopen-minimum</c>, <c>offer.reopen-full</c>,
    /// <c>offer.terms.reopening</c>, <c>offer.terms.window</c>.</exception>
    public void Reopen(DateOnly closesOn, long paidUnits, Signature by)
    {
        if (State != OfferState.Closed || Kind == OfferKind.Open)
            throw new Refused("offer.not-closed");
        if (!WillSucceed(paidUnits))
            throw new Refused(
                "offer.reopen-minimum",
                new Money(paidUnits * ParValueMinor, Currency),
                new Money(MinimumTargetMinor, Currency)
            );
        if (UnitsReserved >= UnitsOffered)
            throw new Refused("offer.reopen-full", new Money(MaximumTargetMinor, Currency));
        var today = LegalDay.Of(by.At, TimeZone);
        Terms.Require(closesOn > today, "offer.terms.reopening", "closesOn", today);
        RequireWithinAYear(closesOn);
        ClosesOn = closesOn;
        Move(OfferState.Open, by, closesOn: closesOn);
    }

    /// <summary>The board names the last day of an open offer.</summary>
    /// <param name="closesOn">Today or later.</param>
    /// <param name="by">Who and when.</param>
    /// <exception cref="Refused"><c>offer.not-open</c>, <c>offer.has-last-day</c>, <c>offer.terms.ends-on</c>.</exception>
    public void End(DateOnly closesOn, Signature by)
    {
        if (Kind != OfferKind.Open)
            throw new Refused("offer.has-last-day", LastDay);
        if (State != OfferState.Open)
            throw new Refused("offer.not-open");
        var today = LegalDay.Of(by.At, TimeZone);
        Terms.Require(closesOn >= today, "offer.terms.ends-on", "closesOn", today);
        ClosesOn = closesOn;
        Note(by, null, closesOn);
    }

    /// <summary>Something of an open offer was issued, and it goes on; or parts that were paid after an offer was completed.</summary>
    public void IssuedMore()
    {
        Invariant.Holds(
            Kind == OfferKind.Open && State is OfferState.Open or OfferState.Closed
                || InstalmentParts > 0 && State == OfferState.Completed,
            "an offer that is allotted once issues more"
        );
        Version++;
    }

    /// <summary>An open offer has ended and nothing of it waits: completed when something was issued, else failed.</summary>
    public void Conclude(bool hasIssued, Signature by)
    {
        Invariant.Holds(Kind == OfferKind.Open, "an offer that is allotted at its end is concluded");
        Move(hasIssued ? OfferState.Completed : OfferState.Failed, by);
    }

    /// <summary>
    /// A next offer of a class comes a year after the last, and within the largest maximum so far; else the members
    /// must have approved it. A pioneer offer does not count as the last.
    /// </summary>
    /// <param name="earlier">What was sold of the class before.</param>
    /// <param name="membersApproved">Is their approval recorded with this offer?</param>
    /// <exception cref="Refused"><c>offer.members-too-soon</c>, <c>offer.members-above</c>.</exception>
    public void CheckNext(EarlierOffers earlier, bool membersApproved)
    {
        if (membersApproved)
            return;
        if (earlier.LastEndedOn?.AddYears(1) > OpensOn)
            throw new Refused("offer.members-too-soon", earlier.LastEndedOn) { Field = "opensOn" };
        if (MaximumTargetMinor > earlier.HighestMaximumMinor)
            throw new Refused("offer.members-above", new Money(earlier.HighestMaximumMinor.Value, Currency))
            {
                Field = "maximumTargetMinor",
            };
    }

    /// <summary>The document of an offer may change from its approval until it is allotted.</summary>
    /// <exception cref="Refused"><c>offer.document-over</c></exception>
    public void RequireDocumentMayChange()
    {
        if (State is not (OfferState.Approved or OfferState.Open or OfferState.Closed))
            throw new Refused("offer.document-over");
    }

    private void RequireWithinAYear(DateOnly closesOn) =>
        Terms.Require(
            closesOn.DayNumber - OpensOn.DayNumber <= OfferTerms.LongestWindowDays,
            "offer.terms.window",
            "closesOn",
            OfferTerms.LongestWindowDays
        );
}

/// <summary>What was sold of a class before.</summary>
/// <param name="LastEndedOn">Last day of the latest offer; 31 December 9998 while one is open without a last day; null: there
/// was none.</param>
/// <param name="HighestMaximumMinor">The largest maximum target; null: there was none.</param>
public sealed record EarlierOffers(DateOnly? LastEndedOn, long? HighestMaximumMinor)
{
    /// <summary>Stands for the last day of an offer that has none.</summary>
    public static readonly DateOnly NoLastDay = new(9998, 12, 31);
}
