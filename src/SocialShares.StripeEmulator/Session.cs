using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>A checkout: what is sold, how it may be paid, and where the buyer comes back to.</summary>
internal sealed class Session : StripeObject
{
    public const int ItemsShown = 10;

    public override string Schema => "checkout.session";
    public required IReadOnlyList<LineItem> Items { get; init; }
    public required string Currency { get; init; }
    public required IReadOnlyList<string> MethodTypes { get; init; }
    public required long ExpiresAt { get; init; }
    public required string Url { get; init; }
    public required string SuccessUrl { get; init; }
    public string? CancelUrl { get; init; }
    public string? ClientReferenceId { get; init; }
    public string? CustomerEmail { get; init; }
    public string? Locale { get; init; }
    public string? SubmitType { get; init; }

    /// <summary>What the payment intent will carry once there is one.</summary>
    public required Given IntentData { get; init; }
    public string Status { get; set; } = "open";
    public PaymentIntent? Intent { get; set; }
    public PaymentMethod? PaidWith { get; set; }
    public long Total => Items.Sum(x => x.Total);
    public bool IsPaid => Intent is { Status: "succeeded" };

    /// <summary>Where the buyer goes after paying.</summary>
    public string ReturnTo => SuccessUrl.Replace("{CHECKOUT_SESSION_ID}", Id, StringComparison.Ordinal);

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["amount_subtotal"] = Total,
                ["amount_total"] = Total,
                ["cancel_url"] = CancelUrl,
                ["client_reference_id"] = ClientReferenceId,
                ["created"] = Created,
                ["currency"] = Currency,
                ["customer_creation"] = "if_required",
                ["customer_details"] = RenderCustomer(),
                ["customer_email"] = CustomerEmail,
                ["expires_at"] = ExpiresAt,
                ["livemode"] = false,
                ["locale"] = Locale,
                ["metadata"] = Metadata.ToJson(),
                ["mode"] = "payment",
                ["payment_intent"] = Intent?.Id,
                ["payment_method_collection"] = "if_required",
                ["payment_method_options"] = new JsonObject(),
                ["payment_method_types"] = new JsonArray([.. MethodTypes.Select(x => JsonValue.Create(x))]),
                ["payment_status"] = IsPaid ? "paid" : "unpaid",
                ["status"] = Status,
                ["submit_type"] = SubmitType,
                ["success_url"] = SuccessUrl,
                ["total_details"] = new JsonObject
                {
                    ["amount_discount"] = 0,
                    ["amount_shipping"] = 0,
                    ["amount_tax"] = 0,
                },
                ["ui_mode"] = "hosted_page",
                ["url"] = Status == "open" ? Url : null,
            }
        );

    public JsonObject RenderLineItems(World world, int shown)
    {
        var data = new JsonArray([.. Items.Take(shown).Select(x => RenderItem(world, x))]);
        return Listing.List(data, Items.Count > shown, $"/v1/checkout/sessions/{Id}/line_items");
    }

    public JsonObject RenderItem(World world, LineItem item) =>
        world.Subset.Fill(
            "item",
            new JsonObject
            {
                ["id"] = item.Id,
                ["amount_discount"] = 0,
                ["amount_subtotal"] = item.Total,
                ["amount_tax"] = 0,
                ["amount_total"] = item.Total,
                ["currency"] = Currency,
                ["description"] = item.Name,
                ["metadata"] = item.Metadata.ToJson(),
                ["price"] = RenderPrice(world, item),
                ["quantity"] = item.Quantity,
            }
        );

    private JsonObject RenderPrice(World world, LineItem item) =>
        world.Subset.Fill(
            "price",
            new JsonObject
            {
                ["id"] = item.PriceId,
                ["active"] = false,
                ["billing_scheme"] = "per_unit",
                ["created"] = Created,
                ["currency"] = Currency,
                ["livemode"] = false,
                ["metadata"] = new JsonObject(),
                ["product"] = item.ProductId,
                ["tax_behavior"] = "unspecified",
                ["type"] = "one_time",
                ["unit_amount"] = item.UnitAmount,
                ["unit_amount_decimal"] = $"{item.UnitAmount}",
            }
        );

    private JsonObject? RenderCustomer()
    {
        var email = PaidWith?.Email ?? CustomerEmail;
        return email is null && PaidWith is null
            ? null
            : new JsonObject
            {
                ["email"] = email,
                ["name"] = PaidWith?.Name is { Length: > 0 } name ? name : null,
                ["tax_exempt"] = "none",
                ["tax_ids"] = PaidWith is not null ? new JsonArray() : null,
            };
    }
}
