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

    /// <summary>Of a SEPA debit, capitals without spaces.</summary>
    public string Iban { get; init; } = "";

    /// <summary>Of a Bacs debit.</summary>
    public string SortCode { get; init; } = "";
    public string AccountNumber { get; init; } = "";
    public string? Phone { get; set; }
    public JsonObject? Address { get; set; }
    public Mandate? Mandate { get; set; }
    public bool Authenticated { get; set; }
    public MethodKind Kind => MethodKind.Of(Type);

    /// <summary>The few digits that may be shown.</summary>
    public string Last4 =>
        Type switch
        {
            MethodKind.SepaDebit => Iban[^4..],
            MethodKind.BacsDebit => AccountNumber[^4..],
            _ => CardNumber[^4..],
        };

    public string Brand =>
        CardNumber[0] switch
        {
            '3' => "amex",
            '5' => "mastercard",
            _ => "visa",
        };

    /// <summary>The same bank account or card gives the same text.</summary>
    private string Fingerprint =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes($"{Iban}{SortCode}{AccountNumber}{CardNumber}")
            )
        )[..16];

    public JsonObject Billing() =>
        new()
        {
            ["address"] = Address?.DeepClone(),
            ["email"] = Email,
            ["name"] = Name.Length == 0 ? null : Name,
            ["phone"] = Phone,
        };

    public override JsonObject Render(World world)
    {
        var body = new JsonObject
        {
            ["id"] = Id,
            ["billing_details"] = Billing(),
            ["created"] = Created,
            ["livemode"] = false,
            ["type"] = Type,
            [Type] = Type switch
            {
                MethodKind.Card => CardFields(),
                MethodKind.Ideal => IdealBank(),
                MethodKind.Bancontact => [],
                _ => BankAccount(),
            },
        };
        return world.Subset.Fill(Schema, body);
    }

    /// <summary>The part of a charge that says how it was paid.</summary>
    public JsonObject Details(long amount)
    {
        var details = Type switch
        {
            MethodKind.Card => CardDetails(amount),
            MethodKind.Ideal => With(IdealBank(), ("iban_last4", "5264"), ("verified_name", VerifiedName)),
            MethodKind.Bancontact => BancontactDetails(),
            _ => With(BankAccount(), ("mandate", Mandate?.Id)),
        };
        return new JsonObject { ["type"] = Type, [Type] = details };
    }

    private string VerifiedName => Name.Length == 0 ? "Jenny Rosen" : Name;

    private JsonObject CardDetails(long amount)
    {
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
        return card;
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

    /// <summary>Bank code and branch as countries cut their IBANs: eight digits in Germany, five in Austria, four letters in the Netherlands.</summary>
    private JsonObject BankAccount() =>
        Type == MethodKind.BacsDebit
            ? new JsonObject
            {
                ["fingerprint"] = Fingerprint,
                ["last4"] = Last4,
                ["sort_code"] = SortCode,
            }
            : new JsonObject
            {
                ["bank_code"] = Iban[..2] switch
                {
                    "DE" => Iban[4..12],
                    "NL" => Iban[4..8],
                    _ => Iban[4..9],
                },
                ["branch_code"] = "",
                ["country"] = Iban[..2],
                ["fingerprint"] = Fingerprint,
                ["last4"] = Last4,
            };

    private JsonObject BancontactDetails() =>
        new()
        {
            ["bank_code"] = "VAPE",
            ["bank_name"] = "VAN DE PUT & CO",
            ["bic"] = "VAPEBE22",
            ["iban_last4"] = "7061",
            ["preferred_language"] = "en",
            ["verified_name"] = VerifiedName,
        };

    private static JsonObject IdealBank() => new() { ["bank"] = "ing", ["bic"] = "INGBNL2A" };

    private static JsonObject With(JsonObject fields, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        return fields;
    }
}
