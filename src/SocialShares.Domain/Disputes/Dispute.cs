namespace SocialShares.Domain;

/// <summary>
/// A payer's bank takes a payment back, or asks about it. News come in any order and more than once: each is the whole
/// state, and every movement of money has a name of its own, so that it counts once.
/// </summary>
public sealed class Dispute
{
    private Dispute() { }

    /// <summary>The provider told of a dispute for the first time.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="payment">What is disputed.</param>
    /// <param name="enterpriseId">The issuer.</param>
    /// <param name="money">What the payment had become.</param>
    /// <param name="news">What the provider told.</param>
    public Dispute(DisputeId id, Payment payment, EnterpriseId enterpriseId, DisputedMoney money, DisputeNews news)
    {
        (Id, ProviderDispute) = (id, news.Dispute);
        (ApplicationId, OfferId, EnterpriseId) = (payment.ApplicationId, payment.OfferId, enterpriseId);
        (Money, Currency, OpenedAt) = (money, payment.Currency, news.OpenedAt);
        (State, AmountMinor, Reason, AnswerBy) = (news.State, news.AmountMinor, news.Reason, news.AnswerBy);
        Version = 1;
    }

    /// <summary>Identity.</summary>
    public DisputeId Id { get; private set; }

    /// <summary>The provider's name for it.</summary>
    public string ProviderDispute { get; private set; } = "";

    /// <summary>Whose payment.</summary>
    public ApplicationId ApplicationId { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>What the payment had become when the dispute began, or when a question became one about money.</summary>
    public DisputedMoney Money { get; private set; }

    /// <summary>How much is disputed, minor units; may be less than was paid.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; private set; }

    /// <summary>Why, in the provider's word, for example <c>fraudulent</c>.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public DisputeState State { get; private set; }

    /// <summary>Until when the platform may answer, UTC; null when no answer is awaited.</summary>
    public DateTime? AnswerBy { get; private set; }

    /// <summary>When it began, UTC.</summary>
    public DateTime OpenedAt { get; private set; }

    /// <summary>What the bank has taken and not given back, minor units, without fees.</summary>
    public long TakenMinor { get; private set; }

    /// <summary>Fees of the provider so far, minor units; borne by the platform.</summary>
    public long FeeMinor { get; private set; }

    /// <summary>Loss that is booked to the issuer's account, minor units; 0 where none is.</summary>
    public long LossMinor { get; private set; }

    /// <summary>Of the loss, the platform's fee for it, which it gives back, minor units.</summary>
    public long FeeReturnedMinor { get; private set; }

    /// <summary>Of the loss, kept back from money that had not gone to the issuer yet, minor units.</summary>
    public long KeptBackMinor { get; private set; }

    /// <summary>Of the loss, taken back from the issuer's account at the provider, minor units.</summary>
    public long RecoveredMinor { get; private set; }

    /// <summary>The platform's answer to the bank; null while there is none.</summary>
    public string? Answer { get; private set; }

    /// <summary>When it was given, UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Who gave it.</summary>
    public string? AnsweredByName { get; private set; }

    /// <summary>What a person did about it in the end; null while it waits for that.</summary>
    public string? Resolution { get; private set; }

    /// <summary>When a person closed it, UTC.</summary>
    public DateTime? ResolvedAt { get; private set; }

    /// <summary>Who closed it.</summary>
    public string? ResolvedByName { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>What the issuer still owes of the loss, minor units.</summary>
    public long OutstandingMinor => LossMinor - FeeReturnedMinor - KeptBackMinor - RecoveredMinor;

    /// <summary>The provider tells where it stands.</summary>
    public void Hear(DisputeNews news)
    {
        Invariant.Holds(news.Dispute == ProviderDispute, "news of another dispute");
        if ((State, AmountMinor, AnswerBy) == (news.State, news.AmountMinor, news.AnswerBy))
            return;
        (State, AmountMinor, AnswerBy, Reason) = (news.State, news.AmountMinor, news.AnswerBy, news.Reason);
        Version++;
    }

    /// <summary>A question became a dispute about money: what the payment is by now decides.</summary>
    public void IsNowAbout(DisputedMoney money)
    {
        Invariant.Holds(TakenMinor == 0, "money was taken before anybody asked what it had become");
        Money = money;
        Version++;
    }

    /// <summary>The refund that had been paid did not arrive: the dispute is about money owed back, and nobody bears a loss.</summary>
    public void IsTheRefund()
    {
        Invariant.Holds(Money == DisputedMoney.GoneBack, "a dispute without a refund before it becomes one");
        Money = DisputedMoney.OwedBack;
        (LossMinor, FeeReturnedMinor) = (0, 0);
        Version++;
    }

    /// <summary>Money moved; each movement is told once.</summary>
    public void Moved(DisputeMovement movement)
    {
        TakenMinor -= movement.AmountMinor;
        FeeMinor += movement.FeeMinor;
        Version++;
    }

    /// <summary>The loss is the issuer's, or the platform's where the money had gone back already.</summary>
    /// <param name="feeReturnedMinor">Of it, the platform's fee, which it gives back.</param>
    public void BookLoss(long feeReturnedMinor)
    {
        Invariant.Holds(State == DisputeState.Lost && LossMinor == 0, "a loss is booked twice");
        (LossMinor, FeeReturnedMinor) = (TakenMinor, feeReturnedMinor);
        Version++;
    }

    /// <summary>A part of the loss was kept back from money that had not gone to the issuer yet.</summary>
    public void KeepBack(long minor)
    {
        Invariant.Holds(minor <= OutstandingMinor, "more is kept back than was lost");
        KeptBackMinor += minor;
        Version++;
    }

    /// <summary>A lost dispute was won in the end: the issuer owes nothing.</summary>
    /// <returns>What the issuer had given for it, and gets again.</returns>
    public long UndoLoss()
    {
        var given = KeptBackMinor + RecoveredMinor;
        (LossMinor, FeeReturnedMinor, KeptBackMinor, RecoveredMinor) = (0, 0, 0, 0);
        Version++;
        return given;
    }

    /// <summary>Money came back from the issuer's account at the provider.</summary>
    public void Recovered(long minor)
    {
        Invariant.Holds(minor > 0 && minor <= OutstandingMinor, "more is recovered than was lost");
        RecoveredMinor += minor;
        Version++;
    }

    /// <summary>An administrator answers the bank.</summary>
    /// <exception cref="Refused"><c>dispute.no-answer</c>: no answer is awaited any more.</exception>
    public void Respond(string answer, Signature by)
    {
        if (!State.TakesAnswer())
            throw new Refused("dispute.no-answer");
        (Answer, AnsweredAt, AnsweredByName) = (answer, by.At, by.Name);
        Version++;
    }

    /// <summary>An administrator says what was done about a dispute that is over.</summary>
    /// <exception cref="Refused"><c>dispute.still-open</c>, <c>dispute.closed</c>, <c>dispute.not-recovered</c>.</exception>
    public void Resolve(string resolution, Signature by)
    {
        if (State.IsOpen())
            throw new Refused("dispute.still-open");
        if (ResolvedAt is not null)
            throw new Refused("dispute.closed");
        if (OutstandingMinor > 0 && KeptBackMinor + RecoveredMinor == 0)
            throw new Refused("dispute.not-recovered", new Domain.Money(OutstandingMinor, Currency));
        (Resolution, ResolvedAt, ResolvedByName) = (resolution, by.At, by.Name);
        Version++;
    }
}

/// <summary>One movement of money by a dispute, kept under the provider's name for it, so that it is booked once.</summary>
public sealed class DisputeMovement
{
    private DisputeMovement() { }

    /// <param name="id">The provider's name for it.</param>
    /// <param name="disputeId">The dispute.</param>
    /// <param name="amountMinor">Negative: taken from the platform; positive: given back.</param>
    /// <param name="feeMinor">What the provider took for it; negative: given back.</param>
    /// <param name="at">When, UTC.</param>
    public DisputeMovement(string id, DisputeId disputeId, long amountMinor, long feeMinor, DateTime at) =>
        (Id, DisputeId, AmountMinor, FeeMinor, At) = (id, disputeId, amountMinor, feeMinor, at);

    /// <summary>The provider's name for it.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The dispute.</summary>
    public DisputeId DisputeId { get; private set; }

    /// <summary>Negative: taken from the platform; positive: given back. Minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>What the provider took for it; negative: given back. Minor units.</summary>
    public long FeeMinor { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>Everything that the provider tells of a dispute, at once. Instants are UTC, amounts minor units.</summary>
/// <param name="Dispute">The provider's name for it.</param>
/// <param name="Charge">The disputed charge.</param>
/// <param name="AmountMinor">How much is disputed.</param>
/// <param name="Reason">Why, in the provider's word.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AnswerBy">Until when an answer is awaited.</param>
/// <param name="OpenedAt">When it began.</param>
/// <param name="Movements">Every movement of money so far.</param>
public sealed record DisputeNews(
    string Dispute,
    string Charge,
    long AmountMinor,
    string Reason,
    DisputeState State,
    DateTime? AnswerBy,
    DateTime OpenedAt,
    IReadOnlyList<MovementNews> Movements
);

/// <summary>One movement of money, as the provider tells it.</summary>
public sealed record MovementNews(string Id, long AmountMinor, long FeeMinor, DateTime At);
