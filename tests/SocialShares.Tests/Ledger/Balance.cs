using SocialShares.Ports;

namespace SocialShares.Tests.Ledger;

/// <summary>The payment provider, of which only the balance is asked here.</summary>
internal sealed class Balance(long availableMinor, long pendingMinor, bool Answers = true) : IPayments
{
    public Task<ProviderBalance> ReadBalance(Currency currency, CancellationToken ct) =>
        Answers
            ? Task.FromResult(new ProviderBalance(availableMinor, pendingMinor))
            : throw new OutcomeUnknown("no answer");

    public Task<CheckoutPage> OpenCheckout(CheckoutOrder order, CancellationToken ct) => throw Unasked();

    public Task<string> TakeBack(RecoveryOrder order, CancellationToken ct) => throw Unasked();

    public Task<DisputeNews> ReadDispute(string dispute, CancellationToken ct) => throw Unasked();

    public Task<IReadOnlyList<string>> ListDisputes(DateTime since, CancellationToken ct) => throw Unasked();

    public Task AnswerDispute(string dispute, string answer, string key, CancellationToken ct) => throw Unasked();

    public Task<CheckoutStatus> ReadCheckout(string session, CancellationToken ct) => throw Unasked();

    public Task CloseCheckout(string session, string key, CancellationToken ct) => throw Unasked();

    public Task<RefundNews> Refund(RefundOrder order, CancellationToken ct) => throw Unasked();

    public Task<RefundNews> ReadRefund(string refund, CancellationToken ct) => throw Unasked();

    public Task<string> Transfer(TransferOrder order, CancellationToken ct) => throw Unasked();

    public Task<string> OpenAccount(AccountOrder order, CancellationToken ct) => throw Unasked();

    public Task<Uri> OnboardingPage(string account, Uri back, CancellationToken ct) => throw Unasked();

    public Task<IReadOnlyList<BalanceMove>> ReadTopUps(DateTime since, CancellationToken ct) => throw Unasked();

    public Task<IReadOnlyList<BalanceMove>> ReadPayouts(DateTime since, CancellationToken ct) => throw Unasked();

    public Task<MovementPage> ReadMovements(DateTime since, string? after, CancellationToken ct) => throw Unasked();

    private static NotSupportedException Unasked() => new("the checks ask for the balance only");
}
