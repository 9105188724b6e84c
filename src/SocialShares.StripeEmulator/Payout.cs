using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Money on its way from a balance to the bank of its owner; negative when a payout is taken back from there.</summary>
internal sealed class Payout : StripeObject
{
    public override string Schema => "payout";
    public required string Currency { get; init; }
    public required long Amount { get; init; }
    public required long ArrivalDate { get; init; }

    /// <summary>Made by the schedule, of all that was available.</summary>
    public required bool Automatic { get; init; }
    public string? Description { get; init; }
    public string? StatementDescriptor { get; init; }
    public Payout? Original { get; init; }
    public Payout? ReversedBy { get; set; }

    /// <summary>pending, in_transit, paid, failed or canceled.</summary>
    public string Status { get; set; } = "pending";
    public BalanceTransaction? BalanceTransaction { get; set; }
    public BalanceTransaction? FailureBalanceTransaction { get; set; }
    public string? FailureCode { get; set; }
    public bool IsOver => Status is "failed" or "canceled";

    /// <summary>The one bank account of its owner.</summary>
    public string Destination => BankOf(Owner);

    public static string BankOf(Account account) => $"ba_{account.Id["acct_".Length..]}";

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["amount"] = Amount,
                ["arrival_date"] = ArrivalDate,
                ["automatic"] = Automatic,
                ["balance_transaction"] = BalanceTransaction?.Id,
                ["created"] = Created,
                ["currency"] = Currency,
                ["description"] = Description,
                ["destination"] = Destination,
                ["failure_balance_transaction"] = FailureBalanceTransaction?.Id,
                ["failure_code"] = FailureCode,
                ["failure_message"] = FailureCode is null ? null : $"The bank did not take it: {FailureCode}.",
                ["livemode"] = false,
                ["metadata"] = Metadata.ToJson(),
                ["method"] = "standard",
                ["original_payout"] = Original?.Id,
                ["reconciliation_status"] = Automatic ? "completed" : "not_applicable",
                ["reversed_by"] = ReversedBy?.Id,
                ["source_type"] = "card",
                ["statement_descriptor"] = StatementDescriptor,
                ["status"] = Status,
                ["type"] = "bank_account",
            }
        );
}
