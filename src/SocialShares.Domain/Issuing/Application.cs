namespace SocialShares.Domain;

/// <summary>A citizen's subscription to an offer, from the first answer to the entry in the register or the money back.</summary>
public sealed partial class Application
{
    private Application() { }

    /// <summary>Identity; the key that the applicant's client chose.</summary>
    public ApplicationId Id { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>The series of bonds that is applied for; null for shares.</summary>
    public BondSeriesId? BondSeriesId { get; private set; }

    /// <summary>The issuer, for access checks.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Who applies.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public ApplicationState State { get; private set; }

    /// <summary>What the applicant puts in, minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Units applied for: amount / par value.</summary>
    public long Units { get; private set; }

    /// <summary>Units received; 0 until allotment.</summary>
    public long AllottedUnits { get; private set; }

    /// <summary>What kind of holder it will be.</summary>
    public HolderKind Kind { get; private set; }

    /// <summary>Name for the register; empty until answered.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Street and number.</summary>
    public string Street { get; private set; } = "";

    /// <summary>Postal code.</summary>
    public string Postcode { get; private set; } = "";

    /// <summary>Town or village.</summary>
    public string City { get; private set; } = "";

    /// <summary>ISO 3166 code.</summary>
    public string Country { get; private set; } = "";

    /// <summary>Date of birth; null for an organisation, or not answered.</summary>
    public DateOnly? BornOn { get; private set; }

    /// <summary>Where payouts will go.</summary>
    public PayoutDestination Destination { get; private set; }

    /// <summary>Account for payouts; null when not given.</summary>
    public string? Iban { get; private set; }

    /// <summary>Version of the offer document that the applicant accepted; 0 until submitted.</summary>
    public int AcceptedDocumentVersion { get; private set; }

    /// <summary>When the applicant declared to understand that the money can be lost, UTC.</summary>
    public DateTime? RiskAcceptedAt { get; private set; }

    /// <summary>When it was started, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>Until when the units are held without payment, UTC.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>The payment page's session at the provider; null until the provider answered.</summary>
    public string? CheckoutSession { get; private set; }

    /// <summary>Address of the payment page.</summary>
    public string? CheckoutUrl { get; private set; }

    /// <summary>When the money came in, UTC.</summary>
    public DateTime? PaidAt { get; private set; }

    /// <summary>The last day on which the applicant may cancel without a reason, in the offer's zone.</summary>
    public DateOnly? ReflectionEndsOn { get; private set; }

    /// <summary>When the state last changed, UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>A citizen starts with an amount; nothing is binding yet.</summary>
    /// <exception cref="Refused">The amount is outside the limits, or the offer takes no applications.</exception>
    /// <param name="id">Identity.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="series">The series that is chosen, where the offer sells bonds; null for shares.</param>
    /// <param name="person">Who applies.</param>
    /// <param name="amountMinor">Minor units.</param>
    /// <param name="now">Instant, UTC.</param>
    public static Application Start(
        ApplicationId id,
        Offer offer,
        BondSeries? series,
        PersonId person,
        long amountMinor,
        DateTime now
    )
    {
        RequireSeries(offer, series);
        if (offer.State != OfferState.Open)
            throw offer.WhyNoRoomFor(0);
        return new Application
        {
            Id = id,
            OfferId = offer.Id,
            BondSeriesId = series?.Id,
            EnterpriseId = offer.EnterpriseId,
            PersonId = person,
            HolderPersonId = person,
            State = ApplicationState.Started,
            AmountMinor = amountMinor,
            Units = offer.WidestLimits().UnitsFor(amountMinor),
            StartedAt = now,
            ChangedAt = now,
            Version = 1,
        };
    }

    /// <summary>Changes the amount before submitting.</summary>
    public void ChangeAmount(Offer offer, long amountMinor)
    {
        RequireStarted();
        Units = LimitsOf(offer).UnitsFor(amountMinor);
        // Where it was to be paid in parts, it is divided anew.
        (AmountMinor, PromisedUnits) = (amountMinor, 0);
        Version++;
    }

    /// <summary>Changes the series before submitting.</summary>
    public void ChangeSeries(Offer offer, BondSeries series)
    {
        RequireStarted();
        RequireSeries(offer, series);
        BondSeriesId = series.Id;
        Version++;
    }

    /// <summary>Answers where payouts will go.</summary>
    /// <param name="shareClass">The class of shares; null for bonds, whose payments always go to the bank.</param>
    /// <param name="choice">The answer.</param>
    /// <exception cref="Refused"><c>payout.reinvest-not-allowed</c></exception>
    public void AnswerPayout(ShareClass? shareClass, PayoutChoice choice)
    {
        RequireStarted();
        CheckPayout(shareClass, choice);
        (Destination, Iban) = (choice.Destination, choice.Iban);
        Version++;
    }

    /// <summary>
    /// Submits after the check page; the units were taken from the offer in the same transaction.
    /// </summary>
    /// <param name="acceptedDocumentVersion">The version that the applicant saw; must be the current one.</param>
    /// <param name="currentDocumentVersion">The version in force.</param>
    /// <param name="heldUntil">Deadline of the payment, UTC.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="Refused"><c>application.who-missing</c>, <c>application.document-changed</c>.</exception>
    public void Submit(int acceptedDocumentVersion, int currentDocumentVersion, DateTime heldUntil, DateTime now)
    {
        // Whoever waits in the queue is admitted, and does not get past the others by submitting again.
        if (State == ApplicationState.Waiting)
            throw new Refused("application.state", State, ApplicationState.AwaitingPayment);
        Accept(acceptedDocumentVersion, currentDocumentVersion, now);
        HeldUntil = heldUntil;
        Move(ApplicationState.AwaitingPayment, now);
    }

    /// <summary>The provider opened its payment page. Told twice, or too late, changes nothing.</summary>
    public void CheckoutOpened(string session, string url)
    {
        if (CheckoutSession is not null || State != ApplicationState.AwaitingPayment)
            return;
        (CheckoutSession, CheckoutUrl) = (session, url);
        Version++;
    }

    /// <summary>
    /// The money came in. While the units are held the reflection period begins; when they were given up already the
    /// money goes back.
    /// </summary>
    /// <returns>True when the money must be refunded at once.</returns>
    public bool Pay(Offer offer, DateTime paidAt, DateTime now)
    {
        PaidAt = paidAt;
        if (State is ApplicationState.Cancelled or ApplicationState.Expired or ApplicationState.Rejected)
        {
            Move(ApplicationState.Refunding, now);
            return true;
        }
        ReflectionEndsOn = LegalDay.Of(paidAt, offer.TimeZone).AddDays(DaysToReflect(offer));
        Move(ApplicationState.Paid, now);
        return false;
    }

    // A later part is final when it is paid: the day before is the last on which anything could be thought over.
    private int DaysToReflect(Offer offer) =>
        InstalmentOf is null ? PromisedReflectionDays ?? offer.ReflectionDays : -1;

    /// <summary>The reflection period is over.</summary>
    public void Confirm(Offer offer, DateTime now)
    {
        var isOver = State != ApplicationState.Paid || LegalDay.Of(now, offer.TimeZone) > ReflectionEndsOn;
        Invariant.Holds(isOver, "confirmed within the reflection period");
        Move(ApplicationState.Confirmed, now);
    }

    /// <summary>The applicant gives up. Paid money goes back when the reflection period, or the notice of a changed document, still runs.</summary>
    /// <returns>True when money must be refunded.</returns>
    /// <exception cref="Refused"><c>application.reflection-over</c>, or the state allows no cancelling.</exception>
    public bool Cancel(Offer offer, DateTime now)
    {
        if (MayCancelPaid(LegalDay.Of(now, offer.TimeZone)))
        {
            Move(ApplicationState.Refunding, now);
            return true;
        }
        if (State is ApplicationState.Paid or ApplicationState.Confirmed)
            throw new Refused("application.reflection-over", LastDayToCancel!);
        Move(ApplicationState.Cancelled, now);
        return false;
    }

    /// <summary>The deadline passed without payment.</summary>
    public void Expire(DateTime now) => Move(ApplicationState.Expired, now);

    /// <summary>The offer failed, so the money goes back.</summary>
    public void Refund(DateTime now) => Move(ApplicationState.Refunding, now);

    /// <summary>The money is back with the applicant.</summary>
    public void MoneyIsBack(DateTime now) => Move(ApplicationState.Refunded, now);

    /// <summary>A refund that seemed done came back from the bank: the money is owed again.</summary>
    public void RefundCameBack(DateTime now) => Move(ApplicationState.Refunding, now);

    private static void CheckPayout(ShareClass? shareClass, PayoutChoice choice)
    {
        if (shareClass is null && choice.Destination != PayoutDestination.Bank)
            throw new Refused("payout.reinvest-not-allowed") { Field = "destination" };
        shareClass?.Check(choice);
    }

    private static void RequireSeries(Offer offer, BondSeries? series)
    {
        if (offer.IsOfBonds && series is null)
            throw new Refused("application.series-missing") { Field = "seriesId" };
        if (series is not null && series.OfferId != offer.Id)
            throw new Refused("application.series-unknown") { Field = "seriesId" };
    }

    private void RequireStarted()
    {
        if (State != ApplicationState.Started)
            throw new Refused("application.already-submitted");
    }

    private void Move(ApplicationState to, DateTime now)
    {
        if (!State.MayBecome(to))
            throw new Refused("application.state", State, to);
        State = to;
        ChangedAt = now;
        Version++;
    }
}
