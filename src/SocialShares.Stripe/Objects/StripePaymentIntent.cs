namespace SocialShares.Stripe;

/// <summary>One payment, through as many attempts as it takes.</summary>
public sealed record StripePaymentIntent : StripeObject
{
    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required long AmountReceived { get; init; }
    public required string Currency { get; init; }

    /// <summary>See <see cref="StripePaymentIntentStatus"/>.</summary>
    public required string Status { get; init; }
    public required DateTimeOffset Created { get; init; }
    public DateTimeOffset? CanceledAt { get; init; }
    public string? CancellationReason { get; init; }
    public required bool Livemode { get; init; }
    public string? Description { get; init; }
    public StripeReference? Customer { get; init; }

    /// <summary>The last attempt: where a transfer's source and the fee are found.</summary>
    public StripeExpandable<StripeCharge>? LatestCharge { get; init; }
    public StripePaymentError? LastPaymentError { get; init; }
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public StripeReference? PaymentMethod { get; init; }
    public IReadOnlyList<string> PaymentMethodTypes { get; init; } = [];
    public string? TransferGroup { get; init; }
}

/// <summary>Why the last attempt failed.</summary>
public sealed record StripePaymentError
{
    public required string Type { get; init; }
    public string? Code { get; init; }
    public string? DeclineCode { get; init; }

    /// <summary>Stripe's sentence for the buyer.</summary>
    public string? Message { get; init; }
    public string? Charge { get; init; }
}

/// <summary>One attempt to take money. Money is taken when status is succeeded.</summary>
public sealed record StripeCharge : StripeObject
{
    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required long AmountCaptured { get; init; }
    public required long AmountRefunded { get; init; }
    public required string Currency { get; init; }

    /// <summary>See <see cref="StripeChargeStatus"/>.</summary>
    public required string Status { get; init; }
    public required bool Paid { get; init; }
    public required bool Captured { get; init; }
    public required bool Refunded { get; init; }
    public required bool Disputed { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required bool Livemode { get; init; }
    public string? Description { get; init; }
    public StripeExpandable<StripeBalanceTransaction>? BalanceTransaction { get; init; }
    public StripeExpandable<StripePaymentIntent>? PaymentIntent { get; init; }
    public string? FailureCode { get; init; }
    public string? FailureMessage { get; init; }
    public StripeChargeOutcome? Outcome { get; init; }
    public StripePaymentMethodDetails? PaymentMethodDetails { get; init; }
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public string? ReceiptUrl { get; init; }
    public string? TransferGroup { get; init; }
}

/// <summary>What bank and Stripe's own checks said.</summary>
public sealed record StripeChargeOutcome
{
    public required string Type { get; init; }
    public string? Reason { get; init; }
    public string? NetworkStatus { get; init; }
    public string? RiskLevel { get; init; }
    public string? SellerMessage { get; init; }
}

/// <summary>How was paid; of those that we offer, the one that was used is there.</summary>
public sealed record StripePaymentMethodDetails
{
    /// <summary>See <see cref="StripePaymentMethodType"/>.</summary>
    public required string Type { get; init; }
    public StripeCardDetails? Card { get; init; }
    public StripeIdealDetails? Ideal { get; init; }
    public StripeBancontactDetails? Bancontact { get; init; }
    public StripeSepaDebitDetails? SepaDebit { get; init; }
    public StripeBacsDebitDetails? BacsDebit { get; init; }
}

/// <summary>A card, as far as may be shown.</summary>
public sealed record StripeCardDetails
{
    public string? Brand { get; init; }
    public string? Last4 { get; init; }
    public string? Country { get; init; }
    public required long ExpMonth { get; init; }
    public required long ExpYear { get; init; }
}

/// <summary>A payment from a Dutch bank.</summary>
public sealed record StripeIdealDetails
{
    public string? Bank { get; init; }
    public string? Bic { get; init; }
    public string? IbanLast4 { get; init; }
    public string? VerifiedName { get; init; }
}

/// <summary>A direct debit in euro.</summary>
public sealed record StripeSepaDebitDetails
{
    public string? BankCode { get; init; }
    public string? Country { get; init; }
    public string? Last4 { get; init; }
    public string? Mandate { get; init; }
}

/// <summary>A direct debit in pounds.</summary>
public sealed record StripeBacsDebitDetails
{
    public string? SortCode { get; init; }
    public string? Last4 { get; init; }
    public string? Mandate { get; init; }
}

/// <summary>A payment from a Belgian bank.</summary>
public sealed record StripeBancontactDetails
{
    public string? BankName { get; init; }
    public string? Bic { get; init; }
    public string? IbanLast4 { get; init; }
    public string? VerifiedName { get; init; }
}
