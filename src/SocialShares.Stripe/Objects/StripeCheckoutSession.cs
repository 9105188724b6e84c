namespace SocialShares.Stripe;

/// <summary>A page at Stripe on which one buyer pays one order. Complete does not mean paid: read <see cref="PaymentStatus"/>.</summary>
public sealed record StripeCheckoutSession : StripeObject
{
    /// <summary>See <see cref="StripeCheckoutSessionStatus"/>.</summary>
    public string? Status { get; init; }

    /// <summary>See <see cref="StripePaymentStatus"/>.</summary>
    public required string PaymentStatus { get; init; }

    /// <summary>In minor units.</summary>
    public long? AmountTotal { get; init; }
    public long? AmountSubtotal { get; init; }
    public string? Currency { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required bool Livemode { get; init; }
    public required string Mode { get; init; }

    /// <summary>Null until the buyer confirms.</summary>
    public StripeExpandable<StripePaymentIntent>? PaymentIntent { get; init; }

    /// <summary>Our id of the order.</summary>
    public string? ClientReferenceId { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    public StripeReference? Customer { get; init; }
    public StripeCustomerDetails? CustomerDetails { get; init; }
    public string? CustomerEmail { get; init; }
    public string? Locale { get; init; }
    public IReadOnlyList<string> PaymentMethodTypes { get; init; } = [];

    /// <summary>Only when expanded; never in an event.</summary>
    public StripeList<StripeLineItem>? LineItems { get; init; }

    /// <summary>Where to send the buyer; null once the session is no longer open.</summary>
    public string? Url { get; init; }
    public string? SuccessUrl { get; init; }
    public string? CancelUrl { get; init; }
}

/// <summary>What the buyer filled in.</summary>
public sealed record StripeCustomerDetails
{
    public string? Email { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public StripeAddress? Address { get; init; }
}

/// <summary>A postal address, as far as it was given.</summary>
public sealed record StripeAddress
{
    public string? Line1 { get; init; }
    public string? Line2 { get; init; }
    public string? PostalCode { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? Country { get; init; }
}

/// <summary>One line of a session's order.</summary>
public sealed record StripeLineItem : StripeObject
{
    /// <summary>In minor units, for the whole quantity.</summary>
    public required long AmountTotal { get; init; }
    public required string Currency { get; init; }
    public string? Description { get; init; }
    public long? Quantity { get; init; }
}
