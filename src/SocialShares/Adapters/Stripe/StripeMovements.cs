using SocialShares.Ports;
using SocialShares.Stripe;

namespace SocialShares.Adapters.Stripe;

/// <summary>Reads the movements of the platform's balance, and says in our words what each is.</summary>
internal static class StripeMovements
{
    private const int Page = 100;

    /// <summary>Types of movements to the platform's bank, and back from it.</summary>
    public static readonly string[] Payouts = [StripeBalanceTransactionType.Payout, "payout_cancel", "payout_failure"];

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

    /// <summary>Movements of some types since an instant (UTC), each type from the oldest on.</summary>
    public static async Task<IReadOnlyList<BalanceMove>> Moves(
        StripeClient stripe,
        DateTime since,
        IEnumerable<string> types,
        CancellationToken ct
    )
    {
        var found = new List<BalanceMove>();
        foreach (var type in types)
        {
            var request = new ListStripeBalanceTransactions
            {
                Type = type,
                Created = new StripeCreated { From = new DateTimeOffset(since, TimeSpan.Zero) },
                Limit = Page,
            };
            var before = found.Count;
            await foreach (var t in stripe.ListAll(request, stripeAccount: null, ct))
                found.Add(new BalanceMove(t.Id, new Money(t.Net, Currency.Parse(t.Currency)), t.Created.UtcDateTime));
            found.Reverse(before, found.Count - before); // Stripe lists the newest first
        }
        return found;
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
            _ when Payouts.Contains(type) => ProviderMovementKind.Payout,
            _ => ProviderMovementKind.Other,
        };
}
