namespace SocialShares.Stripe;

/// <summary>
/// A payer says that a payment was not right. Its events come in any order, may already say lost when it is created, and lost
/// may become won later: act on what it says when retrieved.
/// </summary>
public sealed record StripeDispute : StripeObject
{
    /// <summary>In minor units; can differ from the charge's.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset Created { get; init; }

    /// <summary>See <see cref="StripeDisputeStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary><c>fraudulent</c>, <c>product_not_received</c>, <c>debit_not_authorized</c> and many more.</summary>
    public required string Reason { get; init; }
    public required StripeExpandable<StripeCharge> Charge { get; init; }
    public StripeExpandable<StripePaymentIntent>? PaymentIntent { get; init; }

    /// <summary>At most two: the money taken with its fee, and given back.</summary>
    public required IReadOnlyList<StripeBalanceTransaction> BalanceTransactions { get; init; }

    /// <summary>An inquiry, which has moved no money, can be ended by a refund.</summary>
    public required bool IsChargeRefundable { get; init; }
    public required StripeDisputeEvidenceDetails EvidenceDetails { get; init; }
    public required bool Livemode { get; init; }
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public string? NetworkReasonCode { get; init; }
}

/// <summary>Until when an answer is taken, and what was sent.</summary>
public sealed record StripeDisputeEvidenceDetails
{
    public DateTimeOffset? DueBy { get; init; }
    public required bool HasEvidence { get; init; }
    public required bool PastDue { get; init; }
    public required long SubmissionCount { get; init; }
}

/// <summary>A payer's permission to take money from a bank account.</summary>
public sealed record StripeMandate : StripeObject
{
    /// <summary><c>active</c>, <c>inactive</c> or <c>pending</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>single_use</c> or <c>multi_use</c>.</summary>
    public required string Type { get; init; }
    public required StripeReference PaymentMethod { get; init; }
    public required StripeMandateDetails PaymentMethodDetails { get; init; }
    public required bool Livemode { get; init; }
}

/// <summary>The mandate as the debit schemes know it.</summary>
public sealed record StripeMandateDetails
{
    /// <summary>See <see cref="StripePaymentMethodType"/>.</summary>
    public required string Type { get; init; }
    public StripeSepaMandate? SepaDebit { get; init; }
    public StripeBacsMandate? BacsDebit { get; init; }
}

/// <summary>What a payer finds on the bank statement, and the text that was agreed to.</summary>
public sealed record StripeSepaMandate
{
    public required string Reference { get; init; }
    public required string Url { get; init; }
}

/// <summary>The same for Bacs, with the bank's word on it.</summary>
public sealed record StripeBacsMandate
{
    public required string Reference { get; init; }
    public required string Url { get; init; }

    /// <summary><c>pending</c>, <c>accepted</c>, <c>refused</c> or <c>revoked</c>.</summary>
    public required string NetworkStatus { get; init; }
}
