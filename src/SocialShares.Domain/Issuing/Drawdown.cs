namespace SocialShares.Domain;

/// <summary>The money of an allotted offer on its way to the enterprise.</summary>
public sealed class Drawdown
{
    private Drawdown() { }

    /// <summary>Orders a drawdown of what the platform owes the enterprise for an offer.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="offerId">The offer.</param>
    /// <param name="enterpriseId">Who receives it.</param>
    /// <param name="money">How much.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <param name="no">Which issue of the offer.</param>
    /// <param name="notBefore">The first day on which it may go; null: at once.</param>
    /// <param name="bankMinor">What of it lies on the client-money account, minor units.</param>
    public Drawdown(
        DrawdownId id,
        OfferId offerId,
        EnterpriseId enterpriseId,
        Money money,
        DateTime now,
        int no = 1,
        DateOnly? notBefore = null,
        long bankMinor = 0
    )
    {
        Invariant.Holds(bankMinor >= 0 && bankMinor <= money.Minor, "more is drawn down by bank than there is");
        (No, NotBefore, BankMinor) = (no, notBefore, bankMinor);
        Part = notBefore is null ? DrawdownPart.AtOnce : DrawdownPart.Held;
        (Id, OfferId, EnterpriseId, RequestedAt) = (id, offerId, enterpriseId, now);
        (AmountMinor, Currency) = (money.Minor, money.Currency);
    }

    /// <summary>Identity; also the key under which the provider knows the order.</summary>
    public DrawdownId Id { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>Counts the issues of an open offer from 1; 1 for an offer that is allotted once.</summary>
    public int No { get; private set; }

    /// <summary>Which part of the money of that issue.</summary>
    public DrawdownPart Part { get; private set; }

    /// <summary>The first day on which it may go; null: at once.</summary>
    public DateOnly? NotBefore { get; private set; }

    /// <summary>Who receives it.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Currency of the amount.</summary>
    public Currency Currency { get; private set; }

    /// <summary>When it was ordered, UTC.</summary>
    public DateTime RequestedAt { get; private set; }

    /// <summary>The provider's transfer; null until done.</summary>
    public string? ProviderTransfer { get; private set; }

    /// <summary>What of it lies on the client-money account and goes from there, minor units.</summary>
    public long BankMinor { get; private set; }

    /// <summary>What of it the provider moves, minor units.</summary>
    public long ProviderMinor => AmountMinor - BankMinor;

    /// <summary>When the bank file with its part was released, UTC.</summary>
    public DateTime? BankSentAt { get; private set; }

    /// <summary>Has the provider nothing to move, or nothing more?</summary>
    public bool IsMovedByProvider => ProviderMinor == 0 || ProviderTransfer is not null;

    /// <summary>When all of it was on its way, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>Counts the orders that the provider refused for certain; each next one is a new order to it.</summary>
    public int RefusedAttempts { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The provider refused for certain, for example for want of funds: the next order needs a key of its own.</summary>
    /// <param name="attempt">The attempt that was refused; told twice, it counts once.</param>
    public void Refused(int attempt)
    {
        if (attempt != RefusedAttempts || SentAt is not null)
            return;
        RefusedAttempts++;
        Version++;
    }

    /// <summary>Keeps back what payers' banks took: it does not go to the enterprise.</summary>
    /// <returns>How much of it was kept back, at most what had not gone, minor units.</returns>
    public long KeepBack(long minor)
    {
        if (SentAt is not null)
            return 0;
        var kept = Math.Min(minor, AmountMinor);
        AmountMinor -= kept;
        Version++;
        return kept;
    }

    /// <summary>All of it was kept back: nothing is ordered. Told twice changes nothing.</summary>
    /// <returns>True the first time.</returns>
    public bool Lapse(DateTime now)
    {
        Invariant.Holds(AmountMinor == 0, "a drawdown that is owed lapses");
        if (SentAt is not null)
            return false;
        SentAt = now;
        Version++;
        return true;
    }

    /// <summary>The provider did it. Told twice changes nothing.</summary>
    /// <returns>True the first time.</returns>
    public bool Sent(string providerTransfer, DateTime now)
    {
        if (ProviderTransfer is not null)
            return false;
        ProviderTransfer = providerTransfer;
        End(now);
        return true;
    }

    /// <summary>A bank file with its part was released. Told again, after the bank returned it, changes nothing.</summary>
    public void SentByBank(DateTime now)
    {
        BankSentAt ??= now;
        End(now);
    }

    private void End(DateTime now)
    {
        if (IsMovedByProvider && (BankMinor == 0 || BankSentAt is not null))
            SentAt ??= now;
        Version++;
    }
}

/// <summary>The parts in which the money of one issue goes to the enterprise.</summary>
public enum DrawdownPart
{
    /// <summary>What nobody can take back any more.</summary>
    AtOnce,

    /// <summary>What was paid by debit, once the payers' banks can no longer take it back.</summary>
    Held,
}
