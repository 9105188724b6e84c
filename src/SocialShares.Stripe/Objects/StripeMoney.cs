namespace SocialShares.Stripe;

/// <summary>Money on its way back to a buyer. Succeeded may still turn into failed: then the buyer has nothing.</summary>
public sealed record StripeRefund : StripeObject
{
    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset Created { get; init; }

    /// <summary>See <see cref="StripeRefundStatus"/>.</summary>
    public string? Status { get; init; }
    public string? Reason { get; init; }
    public string? PendingReason { get; init; }
    public string? FailureReason { get; init; }
    public StripeExpandable<StripeBalanceTransaction>? BalanceTransaction { get; init; }

    /// <summary>The money's way back to our balance after a failure.</summary>
    public StripeExpandable<StripeBalanceTransaction>? FailureBalanceTransaction { get; init; }
    public StripeExpandable<StripeCharge>? Charge { get; init; }
    public StripeExpandable<StripePaymentIntent>? PaymentIntent { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>Money moved from the platform's balance to an enterprise's. <see cref="Amount"/> never changes; what was taken back adds up beside it.</summary>
public sealed record StripeTransfer : StripeObject
{
    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required long AmountReversed { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset Created { get; init; }
    public string? Description { get; init; }
    public StripeExpandable<StripeAccount>? Destination { get; init; }
    public StripeExpandable<StripeCharge>? DestinationPayment { get; init; }
    public StripeExpandable<StripeBalanceTransaction>? BalanceTransaction { get; init; }
    public StripeExpandable<StripeCharge>? SourceTransaction { get; init; }
    public required bool Livemode { get; init; }

    /// <summary>Wholly taken back.</summary>
    public required bool Reversed { get; init; }
    public required StripeList<StripeTransferReversal> Reversals { get; init; }
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public string? TransferGroup { get; init; }
}

/// <summary>A transfer, or part of one, taken back.</summary>
public sealed record StripeTransferReversal : StripeObject
{
    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset Created { get; init; }
    public StripeExpandable<StripeBalanceTransaction>? BalanceTransaction { get; init; }
    public required StripeExpandable<StripeTransfer> Transfer { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>What a balance holds, per currency. The platform's, or an enterprise's when asked for it.</summary>
public sealed record StripeBalance
{
    public required IReadOnlyList<StripeBalanceAmount> Available { get; init; }
    public required IReadOnlyList<StripeBalanceAmount> Pending { get; init; }
    public required bool Livemode { get; init; }
}

/// <summary>An amount in one currency; may be negative.</summary>
public sealed record StripeBalanceAmount
{
    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
}

/// <summary>One movement of a balance: <see cref="Net"/> is <see cref="Amount"/> less <see cref="Fee"/>.</summary>
public sealed record StripeBalanceTransaction : StripeObject
{
    /// <summary>In minor units; negative when money leaves.</summary>
    public required long Amount { get; init; }
    public required long Fee { get; init; }
    public required long Net { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset AvailableOn { get; init; }

    /// <summary><c>available</c> or <c>pending</c>.</summary>
    public required string Status { get; init; }

    /// <summary>See <see cref="StripeBalanceTransactionType"/>.</summary>
    public required string Type { get; init; }
    public required string ReportingCategory { get; init; }
    public string? Description { get; init; }

    /// <summary>From the charge's currency to the balance's; null when they are the same.</summary>
    public decimal? ExchangeRate { get; init; }
    public required IReadOnlyList<StripeFeeDetail> FeeDetails { get; init; }

    /// <summary>The charge, refund, transfer or payout that moved the money.</summary>
    public StripeReference? Source { get; init; }
}

/// <summary>One part of a fee.</summary>
public sealed record StripeFeeDetail
{
    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public string? Description { get; init; }
    public required string Type { get; init; }
}
