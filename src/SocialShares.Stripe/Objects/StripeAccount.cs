namespace SocialShares.Stripe;

/// <summary>An enterprise's account. What it may do can be taken back at any time: read it, never remember it as final.</summary>
public sealed record StripeAccount : StripeObject
{
    /// <summary>Its people have sent Stripe's form at least once.</summary>
    public required bool DetailsSubmitted { get; init; }
    public required bool ChargesEnabled { get; init; }
    public required bool PayoutsEnabled { get; init; }
    public string? BusinessType { get; init; }
    public StripeBusinessProfile? BusinessProfile { get; init; }

    /// <summary>Name of the ability to its state, see <see cref="StripeCapabilityStatus"/>.</summary>
    public IReadOnlyDictionary<string, string>? Capabilities { get; init; }
    public string? Country { get; init; }
    public DateTimeOffset? Created { get; init; }
    public string? DefaultCurrency { get; init; }
    public string? Email { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    public StripeAccountRequirements? Requirements { get; init; }
    public string? Type { get; init; }
}

/// <summary>How an enterprise shows itself to buyers.</summary>
public sealed record StripeBusinessProfile
{
    public string? Mcc { get; init; }
    public string? Name { get; init; }
    public string? ProductDescription { get; init; }
    public string? Url { get; init; }
}

/// <summary>What Stripe still wants to know.</summary>
public sealed record StripeAccountRequirements
{
    public DateTimeOffset? CurrentDeadline { get; init; }
    public IReadOnlyList<string>? CurrentlyDue { get; init; }
    public IReadOnlyList<string>? EventuallyDue { get; init; }
    public IReadOnlyList<string>? PastDue { get; init; }
    public IReadOnlyList<string>? PendingVerification { get; init; }
    public string? DisabledReason { get; init; }
    public IReadOnlyList<StripeAccountRequirementError>? Errors { get; init; }
}

/// <summary>An answer that Stripe did not accept.</summary>
public sealed record StripeAccountRequirementError
{
    public required string Code { get; init; }
    public required string Reason { get; init; }
    public required string Requirement { get; init; }
}

/// <summary>A way into Stripe's form, once and for minutes.</summary>
public sealed record StripeAccountLink
{
    public required DateTimeOffset Created { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required string Url { get; init; }
}

/// <summary>An address that Stripe sends events to.</summary>
public sealed record StripeWebhookEndpoint : StripeObject
{
    public string? ApiVersion { get; init; }
    public required DateTimeOffset Created { get; init; }
    public string? Description { get; init; }
    public required IReadOnlyList<string> EnabledEvents { get; init; }
    public required bool Livemode { get; init; }
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>Only in the answer that created it.</summary>
    public string? Secret { get; init; }

    /// <summary><c>enabled</c> or <c>disabled</c>.</summary>
    public required string Status { get; init; }
    public required string Url { get; init; }

    /// <summary>Without the secret: records print their fields.</summary>
    public override string ToString() => $"StripeWebhookEndpoint {Id}";
}
