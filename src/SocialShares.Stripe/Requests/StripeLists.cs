using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>Checkout sessions, by the payment that came of them or by state.</summary>
public sealed record ListStripeCheckoutSessions : StripeListRequest<StripeCheckoutSession>
{
    internal override string Path => "v1/checkout/sessions";

    [JsonPropertyName("created")]
    public StripeCreated? Created { get; init; }

    [JsonPropertyName("payment_intent")]
    public string? PaymentIntent { get; init; }

    /// <summary>See <see cref="StripeCheckoutSessionStatus"/>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }
}

/// <summary>Payment intents.</summary>
public sealed record ListStripePaymentIntents : StripeListRequest<StripePaymentIntent>
{
    internal override string Path => "v1/payment_intents";

    [JsonPropertyName("created")]
    public StripeCreated? Created { get; init; }
}

/// <summary>Charges: every try to take money, also those that failed.</summary>
public sealed record ListStripeCharges : StripeListRequest<StripeCharge>
{
    internal override string Path => "v1/charges";

    [JsonPropertyName("created")]
    public StripeCreated? Created { get; init; }

    [JsonPropertyName("payment_intent")]
    public string? PaymentIntent { get; init; }

    [JsonPropertyName("transfer_group")]
    public string? TransferGroup { get; init; }
}

/// <summary>Disputes, of one payment if named.</summary>
public sealed record ListStripeDisputes : StripeListRequest<StripeDispute>
{
    internal override string Path => "v1/disputes";

    [JsonPropertyName("charge")]
    public string? Charge { get; init; }

    [JsonPropertyName("created")]
    public StripeCreated? Created { get; init; }

    [JsonPropertyName("payment_intent")]
    public string? PaymentIntent { get; init; }
}

/// <summary>Payouts of the platform, or of an enterprise's account when asked in it.</summary>
public sealed record ListStripePayouts : StripeListRequest<StripePayout>
{
    internal override string Path => "v1/payouts";

    [JsonPropertyName("arrival_date")]
    public StripeCreated? ArrivalDate { get; init; }

    [JsonPropertyName("created")]
    public StripeCreated? Created { get; init; }

    /// <summary>The bank account.</summary>
    [JsonPropertyName("destination")]
    public string? Destination { get; init; }

    /// <summary>See <see cref="StripePayoutStatus"/>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }
}

/// <summary>Refunds, of one payment if named.</summary>
public sealed record ListStripeRefunds : StripeListRequest<StripeRefund>
{
    internal override string Path => "v1/refunds";

    [JsonPropertyName("charge")]
    public string? Charge { get; init; }

    [JsonPropertyName("created")]
    public StripeCreated? Created { get; init; }

    [JsonPropertyName("payment_intent")]
    public string? PaymentIntent { get; init; }
}

/// <summary>Transfers, to one enterprise or of one group: the way to find one whose answer was lost.</summary>
public sealed record ListStripeTransfers : StripeListRequest<StripeTransfer>
{
    internal override string Path => "v1/transfers";

    [JsonPropertyName("created")]
    public StripeCreated? Created { get; init; }

    [JsonPropertyName("destination")]
    public string? Destination { get; init; }

    [JsonPropertyName("transfer_group")]
    public string? TransferGroup { get; init; }
}

/// <summary>Movements of a balance: what our ledger is reconciled with.</summary>
public sealed record ListStripeBalanceTransactions : StripeListRequest<StripeBalanceTransaction>
{
    internal override string Path => "v1/balance_transactions";

    [JsonPropertyName("created")]
    public StripeCreated? Created { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>Only what this payout paid out.</summary>
    [JsonPropertyName("payout")]
    public string? Payout { get; init; }

    /// <summary>Only what this charge, refund or transfer moved.</summary>
    [JsonPropertyName("source")]
    public string? Source { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }
}

/// <summary>Events of the last 30 days: how missed webhooks are caught up.</summary>
public sealed record ListStripeEvents : StripeListRequest<StripeEvent>
{
    internal override string Path => "v1/events";

    [JsonPropertyName("created")]
    public StripeCreated? Created { get; init; }

    /// <summary>False: only those that some endpoint has not accepted.</summary>
    [JsonPropertyName("delivery_success")]
    public bool? DeliverySuccess { get; init; }

    /// <summary>At most 20, see <see cref="StripeEventType"/>.</summary>
    [JsonPropertyName("types")]
    public IReadOnlyList<string>? Types { get; init; }
}

/// <summary>The addresses that Stripe sends events to.</summary>
public sealed record ListStripeWebhookEndpoints : StripeListRequest<StripeWebhookEndpoint>
{
    internal override string Path => "v1/webhook_endpoints";
}
