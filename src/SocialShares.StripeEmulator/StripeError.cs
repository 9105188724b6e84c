using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>A refusal in Stripe's words: becomes the status and the <c>error</c> object of the answer.</summary>
internal sealed class StripeError(int status, string type, string message, string? code = null, string? param = null)
    : Exception(message)
{
    public int Status => status;
    public string? Code => code;

    /// <summary>Header <c>Stripe-Should-Retry</c>, where Stripe would send one.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>What else the error tells: the intent and the charge of a declined card.</summary>
    public JsonObject? More { get; init; }

    public static StripeError Invalid(string message, string? param = null, string? code = null) =>
        new(400, "invalid_request_error", message, code, param);

    public static StripeError Missing(string param) =>
        Invalid($"Missing required param: {param}.", param, "parameter_missing");

    public static StripeError NotFound(string noun, string id, string param = "id") =>
        new(404, "invalid_request_error", $"No such {noun}: '{id}'", "resource_missing", param);

    /// <summary>Known to Stripe, not to this emulator: said loudly, so that nobody takes silence for working.</summary>
    public static StripeError NotEmulated(string what, string? param = null) =>
        Invalid($"The local Stripe emulator does not support {what} yet.", param);

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["type"] = type, ["message"] = Message };
        if (code is not null)
        {
            error["code"] = code;
            error["doc_url"] = "https://stripe.com/docs/error-codes/" + code.Replace('_', '-');
        }

        if (param is not null)
        {
            error["param"] = param;
        }

        foreach (var (name, value) in More ?? [])
        {
            error[name] = value?.DeepClone();
        }

        return new JsonObject { ["error"] = error };
    }
}
