namespace SocialShares.Stripe;

/// <summary>Money on its way from a balance to its owner's bank. Paid may still turn into failed.</summary>
public sealed record StripePayout : StripeObject
{
    /// <summary>In minor units; negative when the bank is debited (a reversal).</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it should be at the bank.</summary>
    public required DateTimeOffset ArrivalDate { get; init; }

    /// <summary>See <see cref="StripePayoutStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Made by the schedule: then its movements can be listed.</summary>
    public required bool Automatic { get; init; }
    public StripeExpandable<StripeBalanceTransaction>? BalanceTransaction { get; init; }

    /// <summary>The money's way back to the balance after a failure.</summary>
    public StripeExpandable<StripeBalanceTransaction>? FailureBalanceTransaction { get; init; }
    public string? FailureCode { get; init; }
    public string? FailureMessage { get; init; }
    public string? Description { get; init; }

    /// <summary>The bank account.</summary>
    public StripeReference? Destination { get; init; }
    public StripeExpandable<StripePayout>? OriginalPayout { get; init; }
    public StripeExpandable<StripePayout>? ReversedBy { get; init; }
    public required bool Livemode { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    public required string Method { get; init; }

    /// <summary>Completed: the list of its movements is whole.</summary>
    public required string ReconciliationStatus { get; init; }
    public string? StatementDescriptor { get; init; }
    public required string Type { get; init; }
}
