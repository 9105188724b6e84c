using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>
/// The hosted page as Stripe's command line tool fills it in: an interface that Stripe does not document, so not in the
/// subset. Its requests are closed all the same.
/// </summary>
internal static class PaymentPages
{
    private const string Path = "/v1/payment_pages/{id}";

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        new("PaymentPages_retrieve", "GET", Path, Shape()),
        new(
            "PaymentPages_confirm",
            "POST",
            Path + "/confirm",
            Shape(("payment_method", "string"), ("expected_amount", "integer"))
        ),
    ];

    public static JsonObject Retrieve(Call call) => Render(call.Named<Session>("checkout.session"));

    public static JsonObject Confirm(Call call)
    {
        var (given, session) = (call.Given, call.Named<Session>("checkout.session"));
        if (given.Number("expected_amount") is { } expected && expected != session.Total)
        {
            throw StripeError.Invalid(
                $"The amount of this session is {session.Total}, not {expected}.",
                "expected_amount"
            );
        }

        var result = Payments.Try(call.World, session, PaymentMethods.Find(call, given.Required("payment_method")));
        return result switch
        {
            { Decline: { } decline } => throw new StripeError(
                decline.IsOfCard ? 402 : 400,
                decline.IsOfCard ? "card_error" : "invalid_request_error",
                decline.Message,
                decline.Code
            ),
            { Status: "expired" or "complete" } => throw StripeError.Invalid(
                $"This Checkout Session is {result.Status} already."
            ),
            _ => Render(session),
        };
    }

    private static JsonObject Render(Session session) =>
        new()
        {
            ["id"] = session.Id,
            ["object"] = "payment_page",
            ["amount_total"] = session.Total,
            ["currency"] = session.Currency,
            ["livemode"] = false,
            ["payment_intent"] = session.Intent?.Id,
            ["payment_method_types"] = new JsonArray([.. session.MethodTypes.Select(x => JsonValue.Create(x))]),
            ["payment_status"] = session.IsPaid ? "paid" : "unpaid",
            ["status"] = session.Status,
            ["success_url"] = session.SuccessUrl,
        };

    private static JsonObject Shape(params ReadOnlySpan<(string Name, string Type)> parameters)
    {
        var properties = new JsonObject
        {
            ["expand"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
            },
        };
        foreach (var (name, type) in parameters)
        {
            properties[name] = new JsonObject { ["type"] = type };
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }
}
