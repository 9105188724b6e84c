namespace SocialShares.Domain;

/// <summary>Where the money of a bank transfer stands.</summary>
public enum BankTransferState
{
    /// <summary>Awaited, wholly or in part.</summary>
    Open,

    /// <summary>All of it came.</summary>
    Paid,

    /// <summary>The application ended, or was paid another way: what comes goes back.</summary>
    GivenUp,
}

/// <summary>An applicant's choice to pay by bank transfer: what to pay, with which reference, and how much has come.</summary>
public sealed class BankTransfer
{
    private BankTransfer() { }

    /// <param name="application">What it pays for.</param>
    /// <param name="currency">Of the offer.</param>
    /// <param name="reference">By which the payment is known; of no other application.</param>
    /// <param name="dueOn">The last day on which the money may reach the account.</param>
    /// <param name="now">Instant, UTC.</param>
    public BankTransfer(
        Application application,
        Currency currency,
        CreditorReference reference,
        DateOnly dueOn,
        DateTime now
    )
    {
        (ApplicationId, OfferId) = (application.Id, application.OfferId);
        (AmountMinor, Currency) = (application.AmountMinor, currency);
        (Reference, DueOn, ChosenAt) = (reference.Value, dueOn, now);
    }

    /// <summary>What it pays for; also its identity.</summary>
    public ApplicationId ApplicationId { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>ISO 11649, without spaces.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>What is to be paid, minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Currency of both amounts.</summary>
    public Currency Currency { get; private set; }

    /// <summary>The last day on which the money may reach the account, in the offer's zone.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When it was chosen, UTC.</summary>
    public DateTime ChosenAt { get; private set; }

    /// <summary>What has come towards it, minor units; never more than the amount.</summary>
    public long ReceivedMinor { get; private set; }

    /// <summary>Where it stands.</summary>
    public BankTransferState State { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>What is still to come, minor units.</summary>
    public long MissingMinor => AmountMinor - ReceivedMinor;

    /// <summary>Money came. What is more than was missing, or comes when nothing is awaited any more, is to go back.</summary>
    /// <param name="amountMinor">Above zero.</param>
    /// <returns>What counts towards the application, and what goes back; together the amount.</returns>
    public (long KeptMinor, long BackMinor) Receive(long amountMinor)
    {
        Invariant.Holds(amountMinor > 0, "a transfer of nothing came in");
        if (State != BankTransferState.Open)
            return (0, amountMinor);
        var kept = Math.Min(amountMinor, MissingMinor);
        ReceivedMinor += kept;
        if (MissingMinor == 0)
            State = BankTransferState.Paid;
        Version++;
        return (kept, amountMinor - kept);
    }

    /// <summary>Nothing is awaited any more.</summary>
    /// <returns>What had come and is to go back, minor units.</returns>
    public long GiveUp()
    {
        if (State != BankTransferState.Open)
            return 0;
        State = BankTransferState.GivenUp;
        Version++;
        return ReceivedMinor;
    }
}

/// <summary>Until when money may come by bank transfer.</summary>
public static class TransferTime
{
    /// <summary>A transfer takes a bank day; less time than this before the last day of an offer is too little.</summary>
    public const int LeastDays = 2;

    /// <summary>
    /// The last day on which the money may reach the account: so many days from today, but never after the last day of the
    /// offer.
    /// </summary>
    /// <param name="today">In the offer's zone.</param>
    /// <param name="closesOn">The offer's last day; null for an open offer.</param>
    /// <param name="days">The rule of the platform.</param>
    /// <exception cref="Refused"><c>bank-transfer.closing-soon</c>: too little time is left for a transfer.</exception>
    public static DateOnly DueOn(DateOnly today, DateOnly? closesOn, int days)
    {
        if (closesOn is { } last && last < today.AddDays(LeastDays))
            throw new Refused("bank-transfer.closing-soon", last);
        var due = today.AddDays(days);
        return closesOn < due ? closesOn.Value : due;
    }
}
