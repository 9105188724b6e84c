using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>A payment to give back, whole if no amount is named. Name the intent or the charge.</summary>
public sealed record CreateStripeRefund : StripeRequest
{
    /// <summary>In minor units of the payment's currency.</summary>
    [JsonPropertyName("amount")]
    public long? Amount { get; init; }

    [JsonPropertyName("charge")]
    public string? Charge { get; init; }

    [JsonPropertyName("payment_intent")]
    public string? PaymentIntent { get; init; }

    /// <summary>See <see cref="StripeRefundReason"/>.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>Money to move from the platform's balance to an enterprise's.</summary>
public sealed record CreateStripeTransfer : StripeRequest
{
    /// <summary>In minor units.</summary>
    [JsonPropertyName("amount")]
    public required long Amount { get; init; }

    /// <summary>That of the source charge's balance transaction, if there is a source.</summary>
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    /// <summary>The enterprise's account.</summary>
    [JsonPropertyName("destination")]
    public required string Destination { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>The charge (<c>ch_</c> or <c>py_</c>, never the intent): then the transfer waits for its money instead of failing.</summary>
    [JsonPropertyName("source_transaction")]
    public string? SourceTransaction { get; init; }

    [JsonPropertyName("transfer_group")]
    public string? TransferGroup { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>How much of a transfer to take back; all that is left if no amount is named.</summary>
public sealed record CreateStripeTransferReversal : StripeRequest
{
    /// <summary>In minor units.</summary>
    [JsonPropertyName("amount")]
    public long? Amount { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>Money to send from a balance to its owner's bank.</summary>
public sealed record CreateStripePayout : StripeRequest
{
    /// <summary>In minor units.</summary>
    [JsonPropertyName("amount")]
    public required long Amount { get; init; }

    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>5 to 22 characters on the bank statement.</summary>
    [JsonPropertyName("statement_descriptor")]
    public string? StatementDescriptor { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>An address for Stripe to send events to.</summary>
public sealed record CreateStripeWebhookEndpoint : StripeRequest
{
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>See <see cref="StripeEventType"/>.</summary>
    [JsonPropertyName("enabled_events")]
    public required IReadOnlyList<string> EnabledEvents { get; init; }

    /// <summary>Events come in the version that this client reads.</summary>
    [JsonPropertyName("api_version")]
    public string ApiVersion { get; init; } = StripeApi.Version;

    /// <summary>True: events of the enterprises' accounts; else those of the platform itself.</summary>
    [JsonPropertyName("connect")]
    public bool? Connect { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
