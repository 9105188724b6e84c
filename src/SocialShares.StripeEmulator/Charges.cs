using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>One try to take a buyer's money; also the payment that a transfer makes at its destination (<c>py_</c>).</summary>
internal sealed class Charge : StripeObject
{
    public override string Schema => "charge";
    public required string Currency { get; init; }
    public required long Amount { get; init; }
    public PaymentIntent? Intent { get; init; }
    public PaymentMethod? Method { get; init; }
    public string? Description { get; set; }
    public string? TransferGroup { get; set; }
    public string? StatementSuffix { get; init; }
    public Transfer? SourceTransfer { get; init; }
    public Decline? Failure { get; set; }

    /// <summary>succeeded, pending (a debit that the bank has not answered) or failed.</summary>
    public string Status { get; set; } = "succeeded";
    public BalanceTransaction? BalanceTransaction { get; set; }
    public BalanceTransaction? FailureBalanceTransaction { get; set; }
    public long AmountRefunded { get; set; }

    /// <summary>Sum of the transfers that named this charge as their source.</summary>
    public long AmountTransferred { get; set; }
    public List<Refund> Refunds { get; } = [];
    public List<Dispute> Disputes { get; } = [];
    public bool Succeeded => Status == "succeeded";
    public bool Failed => Status == "failed";
    public long Refundable => Amount - AmountRefunded;

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["amount"] = Amount,
                ["amount_captured"] = Failed ? 0 : Amount,
                ["amount_refunded"] = AmountRefunded,
                ["balance_transaction"] = BalanceTransaction?.Id,
                ["billing_details"] = Method?.Billing() ?? [],
                ["calculated_statement_descriptor"] = StatementSuffix is null ? "SHARES" : $"SHARES* {StatementSuffix}",
                ["captured"] = !Failed,
                ["created"] = Created,
                ["currency"] = Currency,
                ["description"] = Description,
                ["disputed"] = Disputes.Count > 0,
                ["failure_balance_transaction"] = FailureBalanceTransaction?.Id,
                ["failure_code"] = Failure?.Code,
                ["failure_message"] = Failure?.Message,
                ["fraud_details"] = new JsonObject(),
                ["livemode"] = false,
                ["metadata"] = Metadata.ToJson(),
                ["outcome"] = RenderOutcome(),
                ["paid"] = Succeeded,
                ["payment_intent"] = Intent?.Id,
                ["payment_method"] = Method?.Id,
                ["payment_method_details"] = Method?.Details(Amount) ?? Internal(),
                ["receipt_email"] = Intent?.ReceiptEmail,
                ["refunded"] = AmountRefunded == Amount,
                ["shipping"] = Intent?.Shipping?.DeepClone(),
                ["source_transfer"] = SourceTransfer?.Id,
                ["statement_descriptor_suffix"] = StatementSuffix,
                ["status"] = Status,
                ["transfer_group"] = TransferGroup,
            }
        );

    public JsonObject RenderRefunds(World world) =>
        Listing.List(
            [.. Enumerable.Reverse(Refunds).Take(10).Select(x => x.Render(world))],
            Refunds.Count > 10,
            $"/v1/charges/{Id}/refunds"
        );

    private static JsonObject Internal() =>
        new() { ["type"] = "stripe_account", ["stripe_account"] = new JsonObject() };

    private JsonObject RenderOutcome() =>
        new()
        {
            ["network_status"] = Failed ? "declined_by_network" : "approved_by_network",
            ["reason"] = Failure?.DeclineCode,
            ["risk_level"] = "normal",
            ["seller_message"] = Failed ? "The bank did not accept this payment." : "Payment complete.",
            ["type"] = Failed ? "issuer_declined" : "authorized",
        };
}

/// <summary>Operations on charges.</summary>
internal static class Charges
{
    public static JsonObject Retrieve(Call call) => call.Named<Charge>("charge").Render(call.World);

    public static JsonObject List(Call call)
    {
        if (call.Given.Has("customer"))
        {
            throw StripeError.NotEmulated("customers", "customer");
        }

        return Listing.Of(call, call.Account.Charges, "charge", "payment_intent", "transfer_group");
    }

    public static JsonObject Update(Call call)
    {
        var charge = call.Named<Charge>("charge");
        call.Given.Only("description", "metadata");
        charge.Description = call.Given.Text("description") ?? charge.Description;
        call.Given.MergeMetadata(charge.Metadata);
        Events.Emit(call.World, "charge.updated", charge);
        return charge.Render(call.World);
    }

    /// <summary>The money was taken: charge, fee and pending funds.</summary>
    public static Charge Succeed(World world, PaymentIntent intent, PaymentMethod method, bool availableAtOnce)
    {
        var charge = New(world, intent, method);
        var availableOn = availableAtOnce ? world.Now : method.Kind.AvailableOn(world.Now, world.Settings.Funds);
        Book(world, charge, availableOn);
        intent.Owner.FundsArrived |= availableAtOnce;
        return charge;
    }

    public static Charge Fail(World world, PaymentIntent intent, PaymentMethod method, Decline decline)
    {
        var charge = New(world, intent, method);
        (charge.Status, charge.Failure) = ("failed", decline);
        return charge;
    }

    /// <summary>A debit was asked for. Its money shows as pending at once, as Stripe books it.</summary>
    public static Charge Begin(World world, PaymentIntent intent, PaymentMethod method, long answeredAt)
    {
        var charge = New(world, intent, method);
        charge.Status = "pending";
        Book(world, charge, method.Kind.AvailableOn(answeredAt, world.Settings.Funds));
        return charge;
    }

    /// <summary>The bank sent a debit back: the pending money goes, and its fee with it.</summary>
    public static void Bounce(World world, Charge charge, Decline failure)
    {
        (charge.Status, charge.Failure) = ("failed", failure);
        var first = charge.BalanceTransaction!;
        charge.FailureBalanceTransaction = Balances.Post(
            world,
            charge.Owner,
            "payment_failure_refund",
            new Amount(-charge.Amount, charge.Currency),
            Counterparty.Buyers,
            charge.Id,
            -first.Fee,
            Math.Max(first.AvailableOn, world.Now),
            "Payment failure refund"
        );
    }

    private static void Book(World world, Charge charge, long availableOn)
    {
        var kind = charge.Method!.Kind;
        charge.BalanceTransaction = Balances.Post(
            world,
            charge.Owner,
            kind.Type == MethodKind.Card ? "charge" : "payment",
            new Amount(charge.Amount, charge.Currency),
            Counterparty.Buyers,
            charge.Id,
            kind.FeeOf(charge.Amount, world.Settings.Fees),
            availableOn,
            charge.Description
        );
    }

    /// <summary>What a transfer brings to its destination.</summary>
    public static Charge Receive(World world, Transfer transfer, long availableOn)
    {
        var account = transfer.Destination;
        var charge = world.Remember(
            new Charge
            {
                Id = World.NewId("py"),
                Owner = account,
                Created = world.Now,
                Currency = transfer.Currency,
                Amount = transfer.Amount,
                SourceTransfer = transfer,
            }
        );
        account.Charges.Add(charge);
        charge.BalanceTransaction = Balances.Post(
            world,
            account,
            "payment",
            new Amount(transfer.Amount, transfer.Currency),
            Counterparty.OtherAccount,
            charge.Id,
            availableOn: availableOn
        );
        return charge;
    }

    private static Charge New(World world, PaymentIntent intent, PaymentMethod method)
    {
        var account = intent.Owner;
        var charge = world.Remember(
            new Charge
            {
                Id = World.NewId(method.Type == "card" ? "ch" : "py"),
                Owner = account,
                Created = world.Now,
                Currency = intent.Currency,
                Amount = intent.Amount,
                Intent = intent,
                Method = method,
                Description = intent.Description,
                TransferGroup = intent.TransferGroup,
                StatementSuffix = intent.StatementSuffix,
            }
        );
        foreach (var (key, value) in intent.Metadata)
        {
            charge.Metadata[key] = value;
        }

        account.Charges.Add(charge);
        account.Charges.Index(charge, "payment_intent", intent.Id);
        account.Charges.Index(charge, "transfer_group", charge.TransferGroup);
        intent.LatestCharge = charge;
        return charge;
    }
}
