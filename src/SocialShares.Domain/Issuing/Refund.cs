namespace SocialShares.Domain;

/// <summary>Where a refund stands.</summary>
public enum RefundState
{
    /// <summary>Decided; not yet asked of the provider.</summary>
    Requested,

    /// <summary>The provider took the order but waits for funds.</summary>
    Waiting,

    /// <summary>The provider paid it out of our balance.</summary>
    Done,

    /// <summary>The provider could not pay it; a person must find another way.</summary>
    Failed,

    /// <summary>The payer's bank is taking the money itself; it waits until the bank has decided.</summary>
    Contested,
}

/// <summary>An application's money on its way back.</summary>
public sealed partial class Refund
{
    /// <summary>The reason of a refund of what an application asked for beyond what it was allotted.</summary>
    public const string ScaledBack = "scaled-back";

    private Refund() { }

    /// <summary>Orders the whole payment back.</summary>
    public Refund(RefundId id, Payment payment, string reason, DateTime now)
        : this(id, payment, payment.AmountMinor, reason, now) { }

    private Refund(RefundId id, Payment payment, long amountMinor, string reason, DateTime now)
    {
        Invariant.Holds(amountMinor > 0 && amountMinor <= payment.AmountMinor, "more is refunded than was paid");
        (Id, ApplicationId, OfferId) = (id, payment.ApplicationId, payment.OfferId);
        (AmountMinor, Currency, Reason, RequestedAt) = (amountMinor, payment.Currency, reason, now);
    }

    /// <summary>Orders back the part of a payment for which nothing was allotted; the application itself goes on.</summary>
    public static Refund OfPart(RefundId id, Payment payment, long amountMinor, DateTime now)
    {
        Invariant.Holds(amountMinor < payment.AmountMinor, "a part is the whole");
        return new Refund(id, payment, amountMinor, ScaledBack, now);
    }

    /// <summary>Identity; also the key under which the provider knows the order.</summary>
    public RefundId Id { get; private set; }

    /// <summary>Whose money.</summary>
    public ApplicationId ApplicationId { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>Minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Currency of the amount.</summary>
    public Currency Currency { get; private set; }

    /// <summary>Of it, what the payer's bank has taken and not given back, minor units.</summary>
    public long TakenMinor { get; private set; }

    /// <summary>What the provider pays, minor units: what the payer's bank did not take itself.</summary>
    public long ToPayMinor => AmountMinor - TakenMinor;

    /// <summary><c>cancelled</c>, <c>offer-failed</c>, <c>paid-too-late</c>, <c>not-allotted</c>, <c>disputed</c> or <c>scaled-back</c>.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Is it a part of the payment, the rest of which became units?</summary>
    public bool IsOfPart => Reason == ScaledBack;

    /// <summary>Where it stands.</summary>
    public RefundState State { get; private set; }

    /// <summary>The provider's name for it; null until it answered.</summary>
    public string? ProviderRefund { get; private set; }

    /// <summary>Rises when it is ordered anew after a dispute; each is a new order to the provider.</summary>
    public int Attempt { get; private set; }

    /// <summary>What the entries of an attempt are booked under: each goes out, and may come back, once.</summary>
    /// <param name="attempt">0 to <see cref="Attempt"/>.</param>
    public Guid CauseOf(int attempt) => attempt == 0 ? Id.Value : ProviderCause.IdOf($"{Id.Value:N}/{attempt}");

    /// <summary>It is done because the payer's bank took all of it: nothing was paid, and if the bank gives it back it is owed again.</summary>
    public bool WasTaken { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime RequestedAt { get; private set; }

    /// <summary>When it was done or failed, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why the provider could not pay, in its own word.</summary>
    public string? Failure { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The provider tells where the refund stands. News that is known already changes nothing.</summary>
    /// <returns>The state before and after.</returns>
    public (RefundState Before, RefundState After) Hear(
        string providerRefund,
        RefundState now,
        string? failure,
        DateTime at
    )
    {
        var before = State;
        Invariant.Holds(ProviderRefund is null || ProviderRefund == providerRefund, "a refund has two names");
        ProviderRefund = providerRefund;
        // Done may turn into failed later (the bank sent it back); nothing leads from failed to anywhere by itself.
        // What the payer's bank is deciding about is not the provider's to end.
        if (
            before is RefundState.Failed or RefundState.Contested
            || now == before
            || (before == RefundState.Done && now == RefundState.Waiting)
        )
            return (before, before);
        (State, Failure) = (now, failure);
        EndedAt = now == RefundState.Waiting ? null : at;
        Version++;
        return (before, now);
    }

    /// <summary>The payer's bank takes the money itself: nothing is ordered until it has decided.</summary>
    /// <returns>False: it had gone already.</returns>
    public bool Contest(DateTime now)
    {
        if (State == RefundState.Done)
            return false;
        (State, EndedAt) = (RefundState.Contested, null);
        Version++;
        return true;
    }

    /// <summary>The bank took money, or gave it back.</summary>
    public void TakenByBank(long minor)
    {
        TakenMinor += minor;
        Invariant.Holds(TakenMinor >= 0 && TakenMinor <= AmountMinor, "the bank took more than was owed back");
        Version++;
    }

    /// <summary>The bank has decided: what it did not take is ordered; where it took all, the payer has it.</summary>
    /// <returns>True when something is left to pay.</returns>
    public bool Decided(DateTime now)
    {
        if (State != RefundState.Contested)
            return false;
        if (ToPayMinor > 0)
            OwedAgain();
        else
            (State, EndedAt, WasTaken) = (RefundState.Done, now, true);
        Version++;
        return State == RefundState.Requested;
    }

    /// <summary>What the bank had taken for good it gave back in the end: it is owed again.</summary>
    public void OwedAgain()
    {
        Invariant.Holds(State is RefundState.Done or RefundState.Contested, "a refund is owed already");
        (State, EndedAt, ProviderRefund) = (RefundState.Requested, null, null);
        (IsByBank, WasTaken) = (false, false);
        Attempt++;
        Version++;
    }
}
