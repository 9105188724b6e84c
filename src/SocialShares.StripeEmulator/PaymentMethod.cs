using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>How the buyer paid, as far as Stripe tells.</summary>
internal sealed class PaymentMethod : StripeObject
{
    public override string Schema => "payment_method";
    public required string Type { get; init; }
    public required string Name { get; init; }
    public required string? Email { get; init; }
    public string CardNumber { get; init; } = "";
    public int ExpiryMonth { get; init; }
    public int ExpiryYear { get; init; }
    public bool Authenticated { get; set; }
    public string Last4 => CardNumber[^4..];

    public string Brand =>
        CardNumber[0] switch
        {
            '3' => "amex",
            '5' => "mastercard",
            _ => "visa",
        };

    public JsonObject Billing() => new() { ["email"] = Email, ["name"] = Name.Length == 0 ? null : Name };

    public override JsonObject Render(World world)
    {
        var body = new JsonObject
        {
            ["id"] = Id,
            ["billing_details"] = Billing(),
            ["created"] = Created,
            ["livemode"] = false,
            ["type"] = Type,
            [Type] = Type == "card" ? CardFields() : IdealBank(),
        };
        return world.Subset.Fill(Schema, body);
    }

    /// <summary>The part of a charge that says how it was paid.</summary>
    public JsonObject Details(long amount)
    {
        if (Type != "card")
        {
            var ideal = IdealBank();
            ideal["iban_last4"] = "5264";
            ideal["verified_name"] = Name.Length == 0 ? "Jenny Rosen" : Name;
            return new JsonObject { ["type"] = Type, [Type] = ideal };
        }

        var card = CardFields();
        card["amount_authorized"] = amount;
        card["checks"] = new JsonObject { ["cvc_check"] = "pass" };
        card["network"] = Brand;
        card["three_d_secure"] = Authenticated
            ? new JsonObject
            {
                ["authentication_flow"] = "challenge",
                ["result"] = "authenticated",
                ["version"] = "2.2.0",
            }
            : null;
        return new JsonObject { ["type"] = Type, [Type] = card };
    }

    private JsonObject CardFields() =>
        new()
        {
            ["brand"] = Brand,
            ["country"] = "US",
            ["exp_month"] = ExpiryMonth,
            ["exp_year"] = ExpiryYear,
            ["funding"] = "credit",
            ["last4"] = Last4,
        };

    private static JsonObject IdealBank() => new() { ["bank"] = "ing", ["bic"] = "INGBNL2A" };
}
