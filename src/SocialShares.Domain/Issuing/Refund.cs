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
}

/// <summary>An application's money on its way back.</summary>
public sealed class Refund
{
    private Refund() { }

    /// <summary>Orders the whole payment back.</summary>
    public Refund(RefundId id, Payment payment, string reason, DateTime now)
    {
        (Id, ApplicationId, OfferId) = (id, payment.ApplicationId, payment.OfferId);
        (AmountMinor, Currency, Reason, RequestedAt) = (payment.AmountMinor, payment.Currency, reason, now);
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

    /// <summary><c>cancelled</c>, <c>offer-failed</c> or <c>paid-too-late</c>.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public RefundState State { get; private set; }

    /// <summary>The provider's name for it; null until it answered.</summary>
    public string? ProviderRefund { get; private set; }

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
        if (before == RefundState.Failed || now == before || (before == RefundState.Done && now == RefundState.Waiting))
            return (before, before);
        (State, Failure) = (now, failure);
        EndedAt = now == RefundState.Waiting ? null : at;
        Version++;
        return (before, now);
    }
}
