namespace SocialShares.Domain;

/// <summary>Why money leaves the client-money account.</summary>
public enum BankOrderKind
{
    /// <summary>A refund of a payment.</summary>
    Refund,

    /// <summary>More came than was asked.</summary>
    Excess,

    /// <summary>It came when nothing was awaited any more.</summary>
    Late,

    /// <summary>A part came, and the application ended before the rest.</summary>
    GivenUp,

    /// <summary>Nobody knows what it was for, and a person sends it back.</summary>
    SentBack,

    /// <summary>Money of an offer to its enterprise.</summary>
    Drawdown,
}

/// <summary>Where an order to the bank stands.</summary>
public enum BankOrderState
{
    /// <summary>Nobody has said yet to which account.</summary>
    NeedsAccount,

    /// <summary>Waits for the next bank file.</summary>
    Ready,

    /// <summary>In a bank file that a second administrator has not released.</summary>
    InFile,

    /// <summary>The file was released; not seen on a statement.</summary>
    Sent,

    /// <summary>Seen on a statement.</summary>
    Seen,

    /// <summary>The bank returned it; another order has taken its place.</summary>
    Returned,

    /// <summary>Not needed any more: the payer's bank takes the same money itself.</summary>
    Dropped,
}

/// <summary>An order to pay somebody from the client-money account.</summary>
public sealed class BankOrder
{
    private BankOrder() { }

    /// <param name="kind">Why.</param>
    /// <param name="cause">The refund, statement line or drawdown; with the kind it is ordered once.</param>
    /// <param name="owed">The account of the platform's book on which it is owed until it goes.</param>
    /// <param name="money">How much.</param>
    /// <param name="payee">Who is paid.</param>
    /// <param name="remittance">What the payee reads on the statement.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <param name="attempt">How many orders of the same kind and cause there were before.</param>
    public BankOrder(
        BankOrderKind kind,
        Guid cause,
        string owed,
        Money money,
        Payee payee,
        string remittance,
        DateTime now,
        int attempt = 0
    )
    {
        Invariant.Holds(money.Minor > 0, "nothing is ordered from the bank");
        (Id, Kind, CauseId, Owed, RequestedAt) = (BankOrderId.New(), kind, cause, owed, now);
        (AmountMinor, Currency, Attempt) = (money.Minor, money.Currency, attempt);
        (PayeeName, Iban, Remittance) = (payee.Name, payee.Iban, remittance);
        (ApplicationId, OfferId, EnterpriseId) = (payee.ApplicationId, payee.OfferId, payee.EnterpriseId);
        State = Iban is null ? BankOrderState.NeedsAccount : BankOrderState.Ready;
    }

    /// <summary>Identity; also the id that the bank carries from our file to the statement.</summary>
    public BankOrderId Id { get; private set; }

    /// <summary>Why.</summary>
    public BankOrderKind Kind { get; private set; }

    /// <summary>The refund, statement line or drawdown.</summary>
    public Guid CauseId { get; private set; }

    /// <summary>Counts from 0; each order that takes the place of a returned one is the next.</summary>
    public int Attempt { get; private set; }

    /// <summary>The application whose money it is; null where there is none.</summary>
    public ApplicationId? ApplicationId { get; private set; }

    /// <summary>The offer; null for money that belongs to none.</summary>
    public OfferId? OfferId { get; private set; }

    /// <summary>The enterprise that is paid; null for all but drawdowns.</summary>
    public EnterpriseId? EnterpriseId { get; private set; }

    /// <summary>The account of the platform's book on which it is owed.</summary>
    public string Owed { get; private set; } = "";

    /// <summary>Minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Currency of the amount.</summary>
    public Currency Currency { get; private set; }

    /// <summary>Who is paid.</summary>
    public string PayeeName { get; private set; } = "";

    /// <summary>To which account, without spaces; null: not known.</summary>
    public string? Iban { get; private set; }

    /// <summary>The administrator who typed the account; null where the payer, the bank or the enterprise named it.</summary>
    public PersonId? AccountNamedBy { get; private set; }

    /// <summary>What the payee reads on the statement.</summary>
    public string Remittance { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public BankOrderState State { get; private set; }

    /// <summary>The file that pays it; null before.</summary>
    public ClientFileId? FileId { get; private set; }

    /// <summary>When it was ordered, UTC.</summary>
    public DateTime RequestedAt { get; private set; }

    /// <summary>When its file was released, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>When a statement with it was taken in, UTC.</summary>
    public DateTime? SeenAt { get; private set; }

    /// <summary>When its return was taken in, UTC.</summary>
    public DateTime? ReturnedAt { get; private set; }

    /// <summary>The bank's code of why it came back.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>How much.</summary>
    public Money Amount => new(AmountMinor, Currency);

    /// <summary>32 characters that the bank carries to the statement.</summary>
    public string EndToEndId => Id.Value.ToString("N");

    /// <summary>The payee, or an administrator in their place, says to which account.</summary>
    /// <param name="iban">The account.</param>
    /// <param name="by">The administrator; null where the payee says it.</param>
    /// <exception cref="Refused"><c>bank-order.account-known</c></exception>
    public void NameAccount(Iban iban, PersonId? by = null)
    {
        if (State is not (BankOrderState.NeedsAccount or BankOrderState.Ready))
            throw new Refused("bank-order.account-known") { Field = "iban" };
        (Iban, AccountNamedBy, State) = (iban.Value, by, BankOrderState.Ready);
        Version++;
    }

    /// <summary>Goes into a bank file.</summary>
    public void Take(ClientFileId file) => Move(BankOrderState.Ready, BankOrderState.InFile, file);

    /// <summary>The payer's bank takes the money itself. A file that has it is not released any more.</summary>
    public void Drop()
    {
        Invariant.Holds(
            State is BankOrderState.NeedsAccount or BankOrderState.Ready or BankOrderState.InFile,
            "an order that has gone to the bank is dropped"
        );
        State = BankOrderState.Dropped;
        Version++;
    }

    /// <summary>Its file was withdrawn before anybody released it.</summary>
    public void PutBack() => Move(BankOrderState.InFile, BankOrderState.Ready, null);

    /// <summary>Its file was released.</summary>
    public void Send(DateTime now)
    {
        Move(BankOrderState.InFile, BankOrderState.Sent, FileId);
        SentAt = now;
    }

    /// <summary>Sent, and not seen on a statement yet; its return may have come first.</summary>
    public bool IsOnItsWay => SentAt is not null && SeenAt is null;

    /// <summary>Sent, and not returned.</summary>
    public bool MayReturn => State is BankOrderState.Sent or BankOrderState.Seen;

    /// <summary>Stands on a statement.</summary>
    public void See(DateTime now)
    {
        Invariant.Holds(IsOnItsWay, "an order that is not on its way stands on a statement");
        if (State == BankOrderState.Sent)
            State = BankOrderState.Seen;
        SeenAt = now;
        Version++;
    }

    /// <summary>The bank sent it back: it is owed again, and another order takes its place once somebody names an account.</summary>
    public BankOrder Return(string? reason, DateTime now)
    {
        Invariant.Holds(MayReturn, "an order that was not sent came back");
        (State, ReturnReason, ReturnedAt) = (BankOrderState.Returned, reason, now);
        Version++;
        return new BankOrder(
            Kind,
            CauseId,
            Owed,
            Amount,
            new Payee(PayeeName, null, ApplicationId, OfferId, EnterpriseId),
            Remittance,
            now
        )
        {
            Attempt = Attempt + 1,
        };
    }

    private void Move(BankOrderState from, BankOrderState to, ClientFileId? file)
    {
        Invariant.Holds(State == from, $"a bank order goes from {State} to {to}");
        (State, FileId) = (to, file);
        Version++;
    }
}

/// <summary>Who is paid from the client-money account.</summary>
/// <param name="Name">Of the account's holder.</param>
/// <param name="Iban">Without spaces; null: not known.</param>
/// <param name="ApplicationId">Whose applicant is paid; null for others.</param>
/// <param name="OfferId">The offer; null for money that belongs to none.</param>
/// <param name="EnterpriseId">The enterprise that is paid; null for people.</param>
public sealed record Payee(
    string Name,
    string? Iban,
    ApplicationId? ApplicationId = null,
    OfferId? OfferId = null,
    EnterpriseId? EnterpriseId = null
);
