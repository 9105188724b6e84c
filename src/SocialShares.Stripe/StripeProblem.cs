using System.Net;
using System.Text.Json;

namespace SocialShares.Stripe;

/// <summary>What is known about a request that failed, before it becomes an exception.</summary>
internal sealed record StripeProblem(bool OutcomeUnknown, HttpStatusCode? Status, string? RequestId, StripeError Error);

/// <summary>The <c>error</c> object of an answer, as far as it could be read.</summary>
internal sealed record StripeError
{
    public static readonly StripeError None = new();

    public string? Type { get; init; }
    public string? Code { get; init; }
    public string? DeclineCode { get; init; }
    public string? Param { get; init; }
    public string? Message { get; init; }
    public string? AdviceCode { get; init; }
    public string? ChargeId { get; init; }
    public string? PaymentIntentId { get; init; }

    /// <summary>Never throws: a proxy's page of HTML is an error without details.</summary>
    public static StripeError Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return None;
            if (!document.RootElement.TryGetProperty("error", out var error))
                return None;
            // OAuth answers carry the code as a bare string.
            if (error.ValueKind == JsonValueKind.String)
                return new StripeError
                {
                    Code = error.GetString(),
                    Message = Text(document.RootElement, "error_description"),
                };
            return error.ValueKind == JsonValueKind.Object ? FromObject(error) : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static StripeError FromObject(JsonElement error) =>
        new()
        {
            Type = Text(error, "type"),
            Code = Text(error, "code"),
            DeclineCode = Text(error, "decline_code"),
            Param = Text(error, "param"),
            Message = Text(error, "message"),
            AdviceCode = Text(error, "advice_code"),
            ChargeId = Text(error, "charge"),
            PaymentIntentId =
                error.TryGetProperty("payment_intent", out var intent) && intent.ValueKind == JsonValueKind.Object
                    ? Text(intent, "id")
                    : null,
        };

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
