using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>Points at an object of a kind we do not read further, whether Stripe sent its id or the whole of it.</summary>
/// <param name="Id">The object's id.</param>
/// <param name="Object">Its kind ("charge", "customer"), known only when Stripe sent the whole.</param>
/// <param name="Deleted">It existed once.</param>
[JsonConverter(typeof(StripeReferenceConverter))]
public sealed record StripeReference(string Id, string? Object = null, bool Deleted = false);

/// <summary>An object that Stripe sends as an id, or whole when asked to with <c>expand</c>.</summary>
/// <param name="Id">Always known.</param>
/// <param name="Value">The whole object; null when only the id came, or when the object was deleted.</param>
/// <param name="Deleted">It existed once.</param>
[JsonConverter(typeof(StripeExpandableConverterFactory))]
public sealed record StripeExpandable<T>(string Id, T? Value = null, bool Deleted = false)
    where T : StripeObject;

[SuppressMessage("Performance", "CA1812", Justification = "Made by the serializer.")]
internal sealed class StripeReferenceConverter : JsonConverter<StripeReference>
{
    public override StripeReference Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var (id, kind, deleted, _) = Pointer.Read(ref reader);
        return new StripeReference(id, kind, deleted);
    }

    public override void Write(Utf8JsonWriter writer, StripeReference value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Id);
}

[SuppressMessage("Performance", "CA1812", Justification = "Made by the serializer.")]
internal sealed class StripeExpandableConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.GetGenericTypeDefinition() == typeof(StripeExpandable<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    [SuppressMessage("Performance", "CA1812", Justification = "Made by the factory.")]
    private sealed class Converter<T> : JsonConverter<StripeExpandable<T>>
        where T : StripeObject
    {
        public override StripeExpandable<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var (id, _, deleted, whole) = Pointer.Read(ref reader);
            var value = deleted ? null : whole?.Deserialize<T>(options);
            return new StripeExpandable<T>(id, value, deleted);
        }

        public override void Write(Utf8JsonWriter writer, StripeExpandable<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Id);
    }
}

/// <summary>What a string-or-object says about the object it points at.</summary>
internal sealed record Pointer(string Id, string? Kind, bool Deleted, JsonElement? Whole)
{
    public static Pointer Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new Pointer(reader.GetString()!, null, Deleted: false, null);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Neither an id nor an object.");
        var whole = JsonElement.ParseValue(ref reader);
        if (Text(whole, "id") is not { } id)
            throw new JsonException("An object without id.");
        var deleted = whole.TryGetProperty("deleted", out var gone) && gone.ValueKind == JsonValueKind.True;
        return new Pointer(id, Text(whole, "object"), deleted, whole);
    }

    private static string? Text(JsonElement whole, string name) =>
        whole.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
