namespace SocialShares.Ports;

/// <summary>
/// Money through the outside world's payment provider. Every order carries the platform's own id as its key, so that
/// giving the same order again is harmless. <see cref="OutcomeUnknown"/> from any method means: it may or may not have
/// happened; give the same order again. <see cref="OrderRefused"/> means: it did not happen and will not by itself.
/// </summary>
public interface IPayments
{
    /// <summary>Opens a payment page for an application.</summary>
    Task<CheckoutPage> OpenCheckout(CheckoutOrder order, CancellationToken ct);

    /// <summary>Reads where a payment page stands, with the receipt when it was paid.</summary>
    Task<CheckoutStatus> ReadCheckout(string session, CancellationToken ct);

    /// <summary>Closes a payment page; a page that is paid or closed already stays as it is.</summary>
    Task CloseCheckout(string session, string key, CancellationToken ct);

    /// <summary>Pays a whole payment back the way it came.</summary>
    Task<RefundNews> Refund(RefundOrder order, CancellationToken ct);

    /// <summary>Reads where a refund stands.</summary>
    Task<RefundNews> ReadRefund(string refund, CancellationToken ct);

    /// <summary>Moves money from the platform's balance to an enterprise's account.</summary>
    /// <returns>The provider's name of the transfer.</returns>
    Task<string> Transfer(TransferOrder order, CancellationToken ct);

    /// <summary>Moves money back from an enterprise's account, out of what a transfer brought there.</summary>
    /// <returns>The provider's name of the movement.</returns>
    Task<string> TakeBack(RecoveryOrder order, CancellationToken ct);

    /// <summary>Reads where a dispute stands, with every movement of money.</summary>
    Task<DisputeNews> ReadDispute(string dispute, CancellationToken ct);

    /// <summary>Names the disputes that began since an instant (UTC).</summary>
    Task<IReadOnlyList<string>> ListDisputes(DateTime since, CancellationToken ct);

    /// <summary>Answers the payer's bank; an answer is final.</summary>
    Task AnswerDispute(string dispute, string answer, string key, CancellationToken ct);

    /// <summary>Opens an account for an enterprise.</summary>
    /// <returns>The provider's name of the account.</returns>
    Task<string> OpenAccount(AccountOrder order, CancellationToken ct);

    /// <summary>An address, good for minutes, where the board completes its account.</summary>
    Task<Uri> OnboardingPage(string account, Uri back, CancellationToken ct);

    /// <summary>The platform's balance in one currency, minor units.</summary>
    Task<ProviderBalance> ReadBalance(Currency currency, CancellationToken ct);

    /// <summary>Own money put into the balance since an instant (UTC), oldest first.</summary>
    Task<IReadOnlyList<BalanceMove>> ReadTopUps(DateTime since, CancellationToken ct);

    /// <summary>Money paid out of the balance to the platform's bank since an instant (UTC), and what of it came back.</summary>
    Task<IReadOnlyList<BalanceMove>> ReadPayouts(DateTime since, CancellationToken ct);

    /// <summary>Movements of the platform's balance since an instant (UTC), newest first, page by page.</summary>
    /// <param name="since">Made at this instant or later.</param>
    /// <param name="after">The last movement of the page before; null for the first page.</param>
    Task<MovementPage> ReadMovements(DateTime since, string? after, CancellationToken ct);
}

/// <summary>
/// What to pay, for what, and where the buyer goes afterwards. Without a mail address the page asks the buyer for one.
/// </summary>
public sealed record CheckoutOrder(
    ApplicationId ApplicationId,
    Money Amount,
    string Description,
    string? Email,
    string Language,
    DateTime ExpiresAt,
    Uri SuccessPage,
    Uri CancelPage
);

/// <summary>A payment page that was opened.</summary>
public sealed record CheckoutPage(string Session, Uri Url);

/// <summary>Where a payment page stands. Amount and receipt are there as soon as money is under way.</summary>
/// <param name="Session">The page.</param>
/// <param name="ApplicationId">What it is for.</param>
/// <param name="Progress">How far the buyer and the bank are.</param>
/// <param name="Amount">What was paid, or is being collected.</param>
/// <param name="Receipt">How.</param>
public sealed record CheckoutStatus(
    string Session,
    ApplicationId? ApplicationId,
    CheckoutProgress Progress,
    Money? Amount = null,
    PaymentReceipt? Receipt = null
);

/// <summary>How far a payment is.</summary>
public enum CheckoutProgress
{
    /// <summary>The buyer can pay.</summary>
    Open,

    /// <summary>The buyer gave an order to debit an account; the bank answers in days.</summary>
    AtTheBank,

    /// <summary>The bank refused the debit.</summary>
    Refused,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>Closed, and nobody paid.</summary>
    Closed,
}

/// <summary>Pay this payment back.</summary>
/// <param name="Id">The refund.</param>
/// <param name="Attempt">Rises when it is ordered anew.</param>
/// <param name="Payment">The provider's name of the payment.</param>
/// <param name="Amount">How much.</param>
public sealed record RefundOrder(RefundId Id, int Attempt, string Payment, Money Amount);

/// <summary>Where a refund stands.</summary>
public sealed record RefundNews(string Refund, RefundState State, string? Failure);

/// <summary>Move money to an enterprise.</summary>
/// <param name="Id">The drawdown.</param>
/// <param name="Attempt">Rises after an order that was refused for certain, which the provider would only repeat.</param>
/// <param name="Account">The enterprise's account at the provider.</param>
/// <param name="Amount">How much.</param>
/// <param name="Group">Name under which the provider lists it with its offer.</param>
public sealed record TransferOrder(DrawdownId Id, int Attempt, string Account, Money Amount, string Group);

/// <summary>Take money back from an enterprise.</summary>
/// <param name="Id">The lost dispute.</param>
/// <param name="Transfer">The transfer that brought the money there.</param>
/// <param name="Amount">How much.</param>
public sealed record RecoveryOrder(DisputeId Id, string Transfer, Money Amount);

/// <summary>Open an account for this enterprise.</summary>
public sealed record AccountOrder(EnterpriseId Id, string Name, string Country, string Email);

/// <summary>A balance at the provider, minor units.</summary>
public sealed record ProviderBalance(long AvailableMinor, long PendingMinor);

/// <summary>Money that the platform itself put into the balance (above zero) or took out of it.</summary>
/// <param name="Id">The provider's name of the movement.</param>
/// <param name="Amount">What it changed the balance by.</param>
/// <param name="At">When, UTC.</param>
public sealed record BalanceMove(string Id, Money Amount, DateTime At);

/// <summary>Some movements of the balance.</summary>
public sealed record MovementPage(IReadOnlyList<MovementFacts> Movements, bool HasMore);

/// <summary>The provider did not answer: the order may or may not have been carried out.</summary>
public sealed class OutcomeUnknown(string what, Exception? inner = null) : Exception(what, inner);

/// <summary>The provider said no; nothing happened.</summary>
/// <param name="code">The provider's code, for the people who resolve it.</param>
/// <param name="what">One sentence without secrets or personal data.</param>
public sealed class OrderRefused(string code, string what, Exception? inner = null) : Exception(what, inner)
{
    public string Code { get; } = code;
}
