using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>How Stripe's answers are read: snake_case names, unknown fields passed over, instants as unix seconds,
/// a null where Stripe promises a value refused.</summary>
internal static class StripeJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        Converters = { new UnixSeconds() },
    };

    private sealed class UnixSeconds : JsonConverter<DateTimeOffset>
    {
        private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeSeconds();
        private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var seconds))
                throw new JsonException("Not an instant in unix seconds.");
            if (seconds < First || seconds > Last)
                throw new JsonException("An instant outside the calendar.");
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeSeconds());
    }
}
