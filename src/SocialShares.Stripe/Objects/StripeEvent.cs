using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>
/// Something happened at Stripe. May come twice, late, in any order, and as two events for one fact: act on what the object
/// says when retrieved, and key on <see cref="Type"/> and <see cref="ObjectId"/> as well as on the id.
/// </summary>
public sealed record StripeEvent : StripeObject
{
    /// <summary>See <see cref="StripeEventType"/>.</summary>
    public required string Type { get; init; }
    public required DateTimeOffset Created { get; init; }

    /// <summary>The enterprise's account it happened in; null for the platform's own.</summary>
    public string? Account { get; init; }

    /// <summary>The version of its creation time, which the object in it follows.</summary>
    public string? ApiVersion { get; init; }
    public required StripeEventData Data { get; init; }
    public required bool Livemode { get; init; }
    public required long PendingWebhooks { get; init; }
    public StripeEventRequest? Request { get; init; }

    /// <summary>Id of the object it is about; null for one without id (a balance).</summary>
    [JsonIgnore]
    public string? ObjectId => Text("id");

    /// <summary>Kind of the object it is about: <c>checkout.session</c>, <c>refund</c>.</summary>
    [JsonIgnore]
    public string? ObjectKind => Text("object");

    /// <summary>The object may be shaped otherwise than this client reads: retrieve it instead.</summary>
    [JsonIgnore]
    public bool IsOfOtherRelease =>
        !string.Equals(StripeApi.Train(ApiVersion), StripeApi.Train(StripeApi.Version), StringComparison.Ordinal);

    /// <summary>The object as it was when this happened.</summary>
    /// <exception cref="JsonException">It is no such object.</exception>
    public T Read<T>()
        where T : class =>
        Data.Object.Deserialize<T>(StripeJson.Options) ?? throw new JsonException("An event about nothing.");

    private string? Text(string name) =>
        Data.Object.ValueKind == JsonValueKind.Object
        && Data.Object.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

/// <summary>The object an event is about, and for an update what it was before.</summary>
public sealed record StripeEventData
{
    public required JsonElement Object { get; init; }
    public JsonElement? PreviousAttributes { get; init; }
}

/// <summary>The request that made it happen; without id when Stripe did it by itself.</summary>
public sealed record StripeEventRequest
{
    public string? Id { get; init; }
    public string? IdempotencyKey { get; init; }
}
