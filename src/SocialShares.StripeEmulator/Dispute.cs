using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>A payer (or the payer's bank) says that a payment was not right.</summary>
internal sealed class Dispute : StripeObject
{
    public override string Schema => "dispute";
    public required Charge Charge { get; init; }
    public required long Amount { get; init; }
    public required string Reason { get; init; }

    /// <summary>needs_response, under_review, won, lost; of an inquiry, which moves no money: warning_needs_response, _under_review, _closed.</summary>
    public required string Status { get; set; }
    public required long DueBy { get; init; }
    public bool PastDue { get; set; }
    public int Submissions { get; set; }
    public JsonObject Evidence { get; } = [];

    /// <summary>At most two: taken, and given back when won.</summary>
    public List<BalanceTransaction> Movements { get; } = [];

    public bool IsInquiry => Status.StartsWith("warning_", StringComparison.Ordinal);
    public bool AwaitsResponse => Status is "needs_response" or "warning_needs_response";
    public bool IsOpen => AwaitsResponse || Status is "under_review" or "warning_under_review";

    /// <summary>The money is gone or claimed, so a refund would pay the buyer twice.</summary>
    public bool ForbidsRefund => Status is "needs_response" or "under_review" or "lost";

    /// <summary>The platform does not have the money at present.</summary>
    public bool IsWithdrawn => Movements.Count % 2 == 1;

    public override JsonObject Render(World world)
    {
        var body = new JsonObject
        {
            ["id"] = Id,
            ["amount"] = Amount,
            ["balance_transactions"] = new JsonArray([.. Movements.Select(x => x.Render(world))]),
            ["charge"] = Charge.Id,
            ["created"] = Created,
            ["currency"] = Charge.Currency,
            ["evidence"] = Evidence.DeepClone(),
            ["evidence_details"] = new JsonObject
            {
                ["due_by"] = DueBy,
                ["has_evidence"] = Evidence.Count > 0,
                ["past_due"] = PastDue,
                ["submission_count"] = Submissions,
            },
            ["is_charge_refundable"] = IsInquiry && IsOpen,
            ["livemode"] = false,
            ["metadata"] = Metadata.ToJson(),
            ["payment_intent"] = Charge.Intent?.Id,
            ["reason"] = Reason,
            ["status"] = Status,
        };
        if (Charge.Method is { Type: MethodKind.Card } card)
        {
            body["payment_method_details"] = RenderCard(card);
        }

        return world.Subset.Fill(Schema, body);
    }

    private JsonObject RenderCard(PaymentMethod card) =>
        new()
        {
            ["type"] = MethodKind.Card,
            [MethodKind.Card] = new JsonObject
            {
                ["brand"] = card.Brand,
                ["case_type"] = IsInquiry ? "inquiry" : "chargeback",
                ["network"] = card.Brand,
                ["network_reason_code"] = Reason == "fraudulent" ? "10.4" : null,
            },
        };
}
