using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>What every request may ask: to send objects whole that would come as an id.</summary>
public abstract record StripeRequest
{
    /// <summary>Paths such as <c>payment_intent.latest_charge</c>; on a list they begin with <c>data.</c>.</summary>
    [JsonPropertyName("expand")]
    public IReadOnlyList<string>? Expand { get; init; }
}

/// <summary>A list to read, newest first. To add one: name its path and its filters.</summary>
public abstract record StripeListRequest<T> : StripeRequest
    where T : StripeObject
{
    [JsonIgnore]
    internal abstract string Path { get; }

    /// <summary>1 to 100 a page; Stripe's default is 10.</summary>
    [JsonPropertyName("limit")]
    public int? Limit { get; init; }

    /// <summary>Id after which the page begins (older).</summary>
    [JsonPropertyName("starting_after")]
    public string? StartingAfter { get; init; }

    /// <summary>Id before which the page ends (newer).</summary>
    [JsonPropertyName("ending_before")]
    public string? EndingBefore { get; init; }
}

/// <summary>A period, most often that in which objects were created.</summary>
public sealed record StripeCreated
{
    [JsonPropertyName("gt")]
    public DateTimeOffset? After { get; init; }

    [JsonPropertyName("gte")]
    public DateTimeOffset? From { get; init; }

    [JsonPropertyName("lt")]
    public DateTimeOffset? Before { get; init; }

    [JsonPropertyName("lte")]
    public DateTimeOffset? To { get; init; }
}

internal sealed record RetrieveFromStripe : StripeRequest;
