using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>An account for an enterprise to receive money on.</summary>
public sealed record CreateStripeAccount : StripeRequest
{
    /// <summary>Two capital letters.</summary>
    [JsonPropertyName("country")]
    public string? Country { get; init; }

    [JsonPropertyName("default_currency")]
    public string? DefaultCurrency { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary><c>company</c>, <c>non_profit</c>, <c>individual</c> or <c>government_entity</c>.</summary>
    [JsonPropertyName("business_type")]
    public string? BusinessType { get; init; }

    [JsonPropertyName("business_profile")]
    public StripeBusinessProfileData? BusinessProfile { get; init; }

    [JsonPropertyName("capabilities")]
    public StripeCapabilitiesData? Capabilities { get; init; }

    [JsonPropertyName("company")]
    public StripeCompanyData? Company { get; init; }

    /// <summary>Who answers for what; not together with <see cref="Type"/>.</summary>
    [JsonPropertyName("controller")]
    public StripeControllerData? Controller { get; init; }

    [JsonPropertyName("settings")]
    public StripeAccountSettingsData? Settings { get; init; }

    /// <summary><c>express</c>, <c>standard</c> or <c>custom</c>: fixed bundles of what <see cref="Controller"/> says in full.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>What changes in an enterprise's account; what is left out stays.</summary>
public sealed record UpdateStripeAccount : StripeRequest
{
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("business_profile")]
    public StripeBusinessProfileData? BusinessProfile { get; init; }

    [JsonPropertyName("capabilities")]
    public StripeCapabilitiesData? Capabilities { get; init; }

    [JsonPropertyName("settings")]
    public StripeAccountSettingsData? Settings { get; init; }

    [JsonPropertyName("metadata")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>How an enterprise shows itself to buyers.</summary>
public sealed record StripeBusinessProfileData
{
    /// <summary>Merchant category, four digits.</summary>
    [JsonPropertyName("mcc")]
    public string? Mcc { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("product_description")]
    public string? ProductDescription { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }
}

/// <summary>What the account is to be able to do.</summary>
public sealed record StripeCapabilitiesData
{
    [JsonPropertyName("card_payments")]
    public StripeCapabilityData? CardPayments { get; init; }

    [JsonPropertyName("transfers")]
    public StripeCapabilityData? Transfers { get; init; }
}

/// <summary>Whether one ability is asked for.</summary>
public sealed record StripeCapabilityData
{
    [JsonPropertyName("requested")]
    public bool? Requested { get; init; }
}

/// <summary>The enterprise as the trade register knows it.</summary>
public sealed record StripeCompanyData
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("registration_number")]
    public string? RegistrationNumber { get; init; }

    [JsonPropertyName("vat_id")]
    public string? VatId { get; init; }
}

/// <summary>Who pays fees, bears losses, collects papers and shows a dashboard.</summary>
public sealed record StripeControllerData
{
    [JsonPropertyName("fees")]
    public StripeControllerFeesData? Fees { get; init; }

    [JsonPropertyName("losses")]
    public StripeControllerLossesData? Losses { get; init; }

    /// <summary><c>stripe</c> or <c>application</c>.</summary>
    [JsonPropertyName("requirement_collection")]
    public string? RequirementCollection { get; init; }

    [JsonPropertyName("stripe_dashboard")]
    public StripeControllerDashboardData? StripeDashboard { get; init; }
}

/// <summary>Who pays Stripe's fees: <c>application</c> or <c>account</c>.</summary>
public sealed record StripeControllerFeesData
{
    [JsonPropertyName("payer")]
    public string? Payer { get; init; }
}

/// <summary>Who bears a negative balance: <c>application</c> or <c>stripe</c>.</summary>
public sealed record StripeControllerLossesData
{
    [JsonPropertyName("payments")]
    public string? Payments { get; init; }
}

/// <summary>Which dashboard the enterprise sees: <c>express</c>, <c>full</c> or <c>none</c>.</summary>
public sealed record StripeControllerDashboardData
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }
}

/// <summary>How the account pays out.</summary>
public sealed record StripeAccountSettingsData
{
    [JsonPropertyName("payouts")]
    public StripePayoutSettingsData? Payouts { get; init; }
}

/// <summary>When and under what name money goes to the enterprise's bank.</summary>
public sealed record StripePayoutSettingsData
{
    [JsonPropertyName("schedule")]
    public StripePayoutScheduleData? Schedule { get; init; }

    [JsonPropertyName("statement_descriptor")]
    public string? StatementDescriptor { get; init; }
}

/// <summary><c>manual</c>, <c>daily</c>, <c>weekly</c> or <c>monthly</c>; manual money must leave within 90 days.</summary>
public sealed record StripePayoutScheduleData
{
    [JsonPropertyName("interval")]
    public string? Interval { get; init; }
}

/// <summary>A way into Stripe's form for an enterprise.</summary>
public sealed record CreateStripeAccountLink : StripeRequest
{
    [JsonPropertyName("account")]
    public required string Account { get; init; }

    /// <summary>See <see cref="StripeAccountLinkType"/>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; init; } = StripeAccountLinkType.Onboarding;

    /// <summary>Where Stripe sends someone whose link has expired: make a new one there.</summary>
    [JsonPropertyName("refresh_url")]
    public string? RefreshUrl { get; init; }

    [JsonPropertyName("return_url")]
    public string? ReturnUrl { get; init; }
}
