using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>A payer's permission to take money from a bank account.</summary>
internal sealed class Mandate : StripeObject
{
    public override string Schema => "mandate";
    public required PaymentMethod Method { get; init; }
    public required Amount For { get; init; }
    public string Status { get; set; } = "active";

    /// <summary>What the bank of a Bacs payer says about it.</summary>
    public string NetworkStatus { get; set; } = "pending";

    private string Reference => Id["mandate_".Length..][..16].ToUpperInvariant();

    public override JsonObject Render(World world)
    {
        var isSepa = Method.Type == MethodKind.SepaDebit;
        var details = new JsonObject
        {
            ["reference"] = Reference,
            ["url"] = $"https://pay.stripe.test/mandates/{Reference}",
        };
        if (!isSepa)
        {
            details["network_status"] = NetworkStatus;
            details["revocation_reason"] = NetworkStatus == "refused" ? "debit_not_authorized" : null;
        }

        var body = new JsonObject
        {
            ["id"] = Id,
            ["customer_acceptance"] = new JsonObject
            {
                ["accepted_at"] = Created,
                ["type"] = "online",
                ["online"] = new JsonObject { ["ip_address"] = "127.0.0.1" },
            },
            ["livemode"] = false,
            ["payment_method"] = Method.Id,
            ["payment_method_details"] = new JsonObject { ["type"] = Method.Type, [Method.Type] = details },
            ["status"] = Status,
            ["type"] = isSepa ? "single_use" : "multi_use",
        };
        var use = isSepa ? new JsonObject { ["amount"] = For.Minor, ["currency"] = For.Currency } : new JsonObject();
        body[isSepa ? "single_use" : "multi_use"] = use;
        return world.Subset.Fill(Schema, body);
    }
}

/// <summary>Giving, showing and losing mandates.</summary>
internal static class Mandates
{
    public static JsonObject Retrieve(Call call) => call.Named<Mandate>("mandate").Render(call.World);

    /// <summary>The buyer agreed by pressing "pay".</summary>
    public static Mandate Give(World world, PaymentIntent intent, PaymentMethod method) =>
        method.Mandate ??= world.Remember(
            new Mandate
            {
                Id = World.NewId("mandate"),
                Owner = intent.Owner,
                Created = world.Now,
                Method = method,
                For = new Amount(intent.Amount, intent.Currency),
            }
        );

    /// <summary>What the bank answered; Stripe tells of it for Bacs and when a mandate ends.</summary>
    public static void Answer(World world, Mandate mandate, bool accepted)
    {
        var isBacs = mandate.Method.Type == MethodKind.BacsDebit;
        mandate.NetworkStatus = accepted ? "accepted" : "refused";
        mandate.Status = accepted ? "active" : "inactive";
        if (isBacs || !accepted)
        {
            Events.Emit(world, "mandate.updated", mandate);
        }
    }
}
