using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>A page at Stripe on which one buyer pays one order.</summary>
public sealed record CreateStripeCheckoutSession : StripeRequest
{
    /// <summary>See <see cref="StripeCheckoutMode"/>.</summary>
    [JsonPropertyName("mode")]
    public string Mode { get; init; } = StripeCheckoutMode.Payment;

    [JsonPropertyName("line_items")]
    public IReadOnlyList<StripeOrderLine>? LineItems { get; init; }

    /// <summary>The one place that says how may be paid; see <see cref="StripePaymentMethodType"/>. The next API version drops it.</summary>
    [JsonPropertyName("payment_method_types")]
    public IReadOnlyList<string>? PaymentMethodTypes { get; init; }

    /// <summary>Text, not a Uri: <c>{CHECKOUT_SESSION_ID}</c> must reach Stripe as it stands.</summary>
    [JsonPropertyName("success_url")]
    public string? SuccessUrl { get; init; }

    [JsonPropertyName("cancel_url")]
    public string? CancelUrl { get; init; }

    /// <summary>Our id of the order.</summary>
    [JsonPropertyName("client_reference_id")]
    public string? ClientReferenceId { get; init; }

    [JsonPropertyName("customer_email")]
    public string? CustomerEmail { get; init; }

    /// <summary>30 minutes to 24 hours from now by Stripe's clock: a stored instant, 31 minutes or more away.</summary>
    [JsonPropertyName("expires_at")]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Language of the page, <c>nl</c> or <c>en</c>; the browser's if left out.</summary>
    [JsonPropertyName("locale")]
    public string? Locale { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    [JsonPropertyName("payment_intent_data")]
    public StripePaymentIntentData? PaymentIntentData { get; init; }

    /// <summary>Wording of the button: <c>pay</c>, <c>book</c>, <c>donate</c>, <c>auto</c>.</summary>
    [JsonPropertyName("submit_type")]
    public string? SubmitType { get; init; }
}

/// <summary>One line of an order.</summary>
public sealed record StripeOrderLine
{
    [JsonPropertyName("price_data")]
    public StripePriceData? PriceData { get; init; }

    [JsonPropertyName("quantity")]
    public long? Quantity { get; init; }
}

/// <summary>What one unit of a line is and costs.</summary>
public sealed record StripePriceData
{
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    /// <summary>In minor units.</summary>
    [JsonPropertyName("unit_amount")]
    public required long UnitAmount { get; init; }

    [JsonPropertyName("product_data")]
    public required StripeProductData ProductData { get; init; }
}

/// <summary>How a line reads on the page.</summary>
public sealed record StripeProductData
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>What the payment of a session carries with it.</summary>
public sealed record StripePaymentIntentData
{
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>For cards only this; added to the platform's own prefix, 22 characters together.</summary>
    [JsonPropertyName("statement_descriptor_suffix")]
    public string? StatementDescriptorSuffix { get; init; }

    /// <summary>Ties payment and later transfers together; cannot be added afterwards.</summary>
    [JsonPropertyName("transfer_group")]
    public string? TransferGroup { get; init; }
}
