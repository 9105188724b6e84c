using SocialShares.Ports;
using SocialShares.Stripe;

namespace SocialShares.Adapters.Stripe;

/// <summary>Reads the movements of the platform's balance, and says in our words what each is.</summary>
internal static class StripeMovements
{
    private const int Page = 100;

    public static async Task<MovementPage> Read(
        StripeClient stripe,
        DateTime since,
        string? after,
        CancellationToken ct
    )
    {
        var request = new ListStripeBalanceTransactions
        {
            Created = new StripeCreated { From = new DateTimeOffset(since, TimeSpan.Zero) },
            StartingAfter = after,
            Limit = Page,
        };
        var page = (await stripe.List(request, stripeAccount: null, ct)).Value;
        return new MovementPage([.. page.Data.Select(Of)], page.HasMore);
    }

    private static MovementFacts Of(StripeBalanceTransaction t) =>
        new(
            t.Id,
            KindOf(t.Type),
            t.Type,
            t.Amount,
            t.Fee,
            t.Net,
            // Left out, it would be missing in the books and nobody would know: the reconciliation stops and says so.
            Currency.TryParse(t.Currency, out var currency)
                ? currency
                : throw new OutcomeUnknown($"Movement {t.Id} is in {t.Currency}, which the platform does not take."),
            t.Source?.Id,
            t.Created.UtcDateTime,
            t.AvailableOn.UtcDateTime
        );

    private static ProviderMovementKind KindOf(string type) =>
        type switch
        {
            StripeBalanceTransactionType.Charge or StripeBalanceTransactionType.Payment => ProviderMovementKind.Payment,
            StripeBalanceTransactionType.Refund or StripeBalanceTransactionType.PaymentRefund =>
                ProviderMovementKind.Refund,
            StripeBalanceTransactionType.RefundFailure or StripeBalanceTransactionType.PaymentFailureRefund =>
                ProviderMovementKind.RefundCameBack,
            StripeBalanceTransactionType.Transfer => ProviderMovementKind.Transfer,
            StripeBalanceTransactionType.TransferRefund or "transfer_cancel" or "transfer_failure" =>
                ProviderMovementKind.TransferReversal,
            "topup" => ProviderMovementKind.TopUp,
            StripeBalanceTransactionType.Adjustment => ProviderMovementKind.Dispute,
            StripeBalanceTransactionType.Payout or "payout_cancel" or "payout_failure" => ProviderMovementKind.Payout,
            _ => ProviderMovementKind.Other,
        };
}
