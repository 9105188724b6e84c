using System.Linq.Expressions;

namespace SocialShares.Domain;

/// <summary>Shares of one class, or series of bonds, put on sale to citizens, with terms, targets and a window.</summary>
public sealed partial class Offer
{
    private static readonly HashSet<(OfferState From, OfferState To)> Moves =
    [
        (OfferState.Draft, OfferState.InReview),
        (OfferState.Draft, OfferState.Cancelled),
        (OfferState.InReview, OfferState.Draft),
        (OfferState.InReview, OfferState.Approved),
        (OfferState.InReview, OfferState.Cancelled),
        (OfferState.Approved, OfferState.Open),
        (OfferState.Approved, OfferState.Cancelled),
        (OfferState.Open, OfferState.Closed),
        (OfferState.Closed, OfferState.Allotted),
        (OfferState.Closed, OfferState.Failed),
        // Re-opened by the board before it is allotted.
        (OfferState.Closed, OfferState.Open),
        // An open offer that ended, of which everything was issued before.
        (OfferState.Closed, OfferState.Completed),
        (OfferState.Allotted, OfferState.Completed),
    ];

    private readonly List<OfferStep> steps = [];

    private Offer() { }

    /// <summary>Identity.</summary>
    public OfferId Id { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The class of shares that it sells; null when it sells bonds, whose series name the offer.</summary>
    public ShareClassId? ShareClassId { get; private set; }

    /// <summary>Does it sell bonds?</summary>
    public bool IsOfBonds => ShareClassId is null;

    /// <summary>Its name in addresses and in account names; unique.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Headline, for example <c>Reopen Hallowby's village shop</c>.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What will happen in the village if this succeeds.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Price of one unit in minor units: the class's par value when the offer was drafted, or a bond's nominal value.</summary>
    public long ParValueMinor { get; private set; }

    /// <summary>Currency of all amounts of this offer.</summary>
    public Currency Currency { get; private set; }

    /// <summary>IANA zone in which the window's days are read.</summary>
    public string TimeZone { get; private set; } = "";

    /// <inheritdoc cref="OfferTerms.MinimumTargetMinor"/>
    public long MinimumTargetMinor { get; private set; }

    /// <inheritdoc cref="OfferTerms.OptimumTargetMinor"/>
    public long OptimumTargetMinor { get; private set; }

    /// <inheritdoc cref="OfferTerms.MaximumTargetMinor"/>
    public long MaximumTargetMinor { get; private set; }

    /// <inheritdoc cref="OfferTerms.OpensOn"/>
    public DateOnly OpensOn { get; private set; }

    /// <inheritdoc cref="OfferTerms.ClosesOn"/>
    public DateOnly? ClosesOn { get; private set; }

    /// <inheritdoc cref="OfferTerms.MinimumPerHolderMinor"/>
    public long MinimumPerHolderMinor { get; private set; }

    /// <inheritdoc cref="OfferTerms.MaximumPerHolderMinor"/>
    public long MaximumPerHolderMinor { get; private set; }

    /// <inheritdoc cref="OfferTerms.MaximumPerOrganisationMinor"/>
    public long MaximumPerOrganisationMinor { get; private set; }

    /// <inheritdoc cref="OfferTerms.ReflectionDays"/>
    public int ReflectionDays { get; private set; }

    /// <inheritdoc cref="OfferTerms.Extendable"/>
    public bool Extendable { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public OfferState State { get; private set; }

    /// <summary>Units on sale: maximum target / par value.</summary>
    public long UnitsOffered { get; private set; }

    /// <summary>Units that applications ask for at the moment, paid or not yet; once allotted, what they got.</summary>
    public long UnitsReserved { get; private set; }

    /// <summary>Who submitted it for review; the same person may not approve it.</summary>
    public PersonId? SubmittedBy { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Each change of state with who and when, oldest first.</summary>
    public IReadOnlyList<OfferStep> Steps => steps;

    /// <summary>May <paramref name="units"/> more be reserved? The one place of this rule, in memory and in SQL.</summary>
    public static Expression<Func<Offer, bool>> HasRoomFor(long units) =>
        offer =>
            offer.State == OfferState.Open && offer.UnitsReserved + units <= offer.UnitsOffered + offer.UnitsBeyond;

    /// <summary>A board drafts an offer.</summary>
    public static Offer Draft(
        OfferId id,
        Enterprise enterprise,
        OfferedUnit unit,
        string slug,
        string title,
        string purpose,
        OfferTerms terms,
        Signature by
    )
    {
        var offer = new Offer
        {
            Id = id,
            EnterpriseId = enterprise.Id,
            ShareClassId = unit.ShareClassId,
            Slug = slug,
            Currency = unit.Price.Currency,
            ParValueMinor = unit.Price.Minor,
            TimeZone = enterprise.TimeZone,
            State = OfferState.Draft,
            AllotmentSeed = NewSeed(),
        };
        offer.Write(title, purpose, terms);
        offer.steps.Add(new OfferStep(id, 1, OfferState.Draft, by, null, null));
        return offer;
    }

    /// <summary>The board rewrites a draft; the nominal value of its bonds may change with it.</summary>
    /// <exception cref="Refused"><c>offer.not-draft</c> or a code <c>offer.terms.*</c>.</exception>
    public void Revise(string title, string purpose, OfferTerms terms, long? nominalMinor = null)
    {
        if (State != OfferState.Draft)
            throw new Refused("offer.not-draft");
        ParValueMinor = nominalMinor ?? ParValueMinor;
        Write(title, purpose, terms);
    }

    /// <summary>The board asks for review; the terms must be complete and a document must be there.</summary>
    /// <exception cref="Refused"><c>offer.document-missing</c>, <c>offer.opens-in-past</c>, <c>offer.payment-account-missing</c>.</exception>
    public void Submit(Enterprise enterprise, bool hasDocument, Signature by)
    {
        if (!hasDocument)
            throw new Refused("offer.document-missing") { Field = "document" };
        if (enterprise.PaymentAccount is null)
            throw new Refused("offer.payment-account-missing");
        if (ClosesOn is { } last && last <= LegalDay.Of(by.At, TimeZone))
            throw new Refused("offer.closes-in-past") { Field = "closesOn" };
        SubmittedBy = by.PersonId;
        Move(OfferState.InReview, by);
    }

    /// <summary>An administrator sends it back to the board with a reason.</summary>
    public void Return(string reason, Signature by) => Move(OfferState.Draft, by, reason);

    /// <summary>An administrator approves; never the person who submitted.</summary>
    /// <exception cref="Refused"><c>offer.own-approval</c></exception>
    public void Approve(Signature by)
    {
        if (State == OfferState.InReview && SubmittedBy == by.PersonId)
            throw new Refused("offer.own-approval");
        Move(OfferState.Approved, by);
    }

    /// <summary>The board withdraws an offer that has not opened.</summary>
    public void Cancel(Signature by) => Move(OfferState.Cancelled, by);

    /// <summary>Opens on its day; called by the clock.</summary>
    public void Open(Signature by)
    {
        Invariant.Holds(LegalDay.Of(by.At, TimeZone) >= OpensOn, "an offer opens before its day");
        Move(OfferState.Open, by);
    }

    /// <summary>Closes after its last day; called by the clock.</summary>
    public void Close(Signature by)
    {
        Invariant.Holds(LegalDay.Of(by.At, TimeZone) > ClosesOn, "an offer closes before its last day has ended");
        Move(OfferState.Closed, by);
    }

    /// <summary>Do the units that can be allotted reach the minimum, and at least one?</summary>
    public bool WillSucceed(long units) => units > 0 && units * ParValueMinor >= MinimumTargetMinor;

    /// <summary>
    /// Decides what becomes of a closed offer: allotted when what can be allotted reaches the minimum (and at least one unit),
    /// else failed.
    /// </summary>
    /// <param name="confirmedUnits">Units that confirmed applications ask for.</param>
    /// <param name="allottedUnits">Units of these that the policy allots.</param>
    /// <param name="by">Who decided, or the clock.</param>
    /// <returns>True when shares are to be issued.</returns>
    public bool Settle(long confirmedUnits, long allottedUnits, Signature by)
    {
        Invariant.Holds(allottedUnits <= UnitsOffered, "more units are allotted than were offered");
        Invariant.Holds(allottedUnits <= confirmedUnits, "more units are allotted than were asked for");
        var succeeded = WillSucceed(allottedUnits);
        Move(succeeded ? OfferState.Allotted : OfferState.Failed, by);
        // What is not allotted is refunded; nobody asks for it any more.
        UnitsReserved -= confirmedUnits - (succeeded ? allottedUnits : 0);
        return succeeded;
    }

    /// <summary>The enterprise has its money.</summary>
    public void Complete(Signature by) => Move(OfferState.Completed, by);

    /// <summary>Names the reason why units could not be reserved, after the conditional update found no room.</summary>
    public Refused WhyNoRoomFor(long units) =>
        State switch
        {
            OfferState.Open => new Refused("offer.full", units, UnitsLeft) { Field = "amountMinor" },
            OfferState.Approved => new Refused("offer.not-open-yet", OpensOn),
            _ => new Refused("offer.closed"),
        };

    private void Write(string title, string purpose, OfferTerms terms)
    {
        terms.Check(ParValueMinor, IsOfBonds);
        (Title, Purpose) = (title, purpose);
        // One target alone is the maximum, and what the plan needs.
        var optimum = terms.OptimumTargetMinor == 0 ? terms.MaximumTargetMinor : terms.OptimumTargetMinor;
        (MinimumTargetMinor, OptimumTargetMinor) = (terms.MinimumTargetMinor, optimum);
        (MaximumTargetMinor, UnitsOffered) = (terms.MaximumTargetMinor, terms.MaximumTargetMinor / ParValueMinor);
        (OpensOn, ClosesOn) = (terms.OpensOn, terms.ClosesOn);
        (MinimumPerHolderMinor, MaximumPerHolderMinor) = (terms.MinimumPerHolderMinor, terms.MaximumPerHolderMinor);
        MaximumPerOrganisationMinor = terms.MaximumPerOrganisationMinor;
        (ReflectionDays, ReflectionDaysOnceFull) = (terms.ReflectionDays, terms.ReflectionDaysOnceFull);
        Extendable = terms.Extendable;
        WriteHolders(terms);
        Write(terms, terms.Allocation ?? AllocationTerms.Usual(terms.MaximumTargetMinor));
        Version++;
    }

    private void Move(OfferState to, Signature by, string? note = null, DateOnly? closesOn = null)
    {
        if (!Moves.Contains((State, to)))
            throw new Refused("offer.state", State, to);
        State = to;
        Note(by, note, closesOn);
    }

    private void Note(Signature by, string? note, DateOnly? closesOn)
    {
        steps.Add(new OfferStep(Id, steps.Count + 1, State, by, note, closesOn));
        Version++;
    }
}
