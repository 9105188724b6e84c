using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>An answer to a dispute. Unless <see cref="Submit"/> is false it goes to the bank, and that can be done once.</summary>
public sealed record UpdateStripeDispute : StripeRequest
{
    [JsonPropertyName("evidence")]
    public StripeDisputeEvidenceData? Evidence { get; init; }

    /// <summary>False: keep it at Stripe until the rest is there.</summary>
    [JsonPropertyName("submit")]
    public bool? Submit { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>What speaks for the payment, as text: files would have to be uploaded first.</summary>
public sealed record StripeDisputeEvidenceData
{
    [JsonPropertyName("access_activity_log")]
    public string? AccessActivityLog { get; init; }

    [JsonPropertyName("billing_address")]
    public string? BillingAddress { get; init; }

    [JsonPropertyName("cancellation_rebuttal")]
    public string? CancellationRebuttal { get; init; }

    [JsonPropertyName("customer_email_address")]
    public string? CustomerEmailAddress { get; init; }

    [JsonPropertyName("customer_name")]
    public string? CustomerName { get; init; }

    [JsonPropertyName("customer_purchase_ip")]
    public string? CustomerPurchaseIp { get; init; }

    [JsonPropertyName("product_description")]
    public string? ProductDescription { get; init; }

    [JsonPropertyName("refund_policy_disclosure")]
    public string? RefundPolicyDisclosure { get; init; }

    [JsonPropertyName("refund_refusal_explanation")]
    public string? RefundRefusalExplanation { get; init; }

    /// <summary>As people write it.</summary>
    [JsonPropertyName("service_date")]
    public string? ServiceDate { get; init; }

    /// <summary>All else, up to 20,000 characters. In test mode <c>winning_evidence</c> and <c>losing_evidence</c> decide.</summary>
    [JsonPropertyName("uncategorized_text")]
    public string? UncategorizedText { get; init; }
}
