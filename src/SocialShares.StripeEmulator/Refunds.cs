using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Money on its way back to a buyer.</summary>
internal sealed class Refund : StripeObject
{
    public override string Schema => "refund";
    public required Charge Charge { get; init; }
    public required long Amount { get; init; }
    public required string Status { get; set; }
    public string? Reason { get; init; }
    public string? PendingReason { get; set; }
    public string? FailureReason { get; set; }
    public BalanceTransaction? BalanceTransaction { get; set; }
    public BalanceTransaction? FailureBalanceTransaction { get; set; }

    public override JsonObject Render(World world)
    {
        var type = Charge.Method!.Type;
        var details = new JsonObject { ["type"] = type };
        if (type == "card")
        {
            details["card"] = new JsonObject
            {
                ["type"] = "refund",
                ["reference_status"] = "pending",
                ["reference_type"] = "acquirer_reference_number",
            };
        }

        var body = new JsonObject
        {
            ["id"] = Id,
            ["amount"] = Amount,
            ["balance_transaction"] = BalanceTransaction?.Id,
            ["charge"] = Charge.Id,
            ["created"] = Created,
            ["currency"] = Charge.Currency,
            ["destination_details"] = details,
            ["metadata"] = Metadata.ToJson(),
            ["payment_intent"] = Charge.Intent?.Id,
            ["payment_method"] = Charge.Method.Id,
            ["reason"] = Reason,
            ["status"] = Status,
        };
        if (PendingReason is not null)
        {
            body["pending_reason"] = PendingReason;
        }

        if (FailureReason is not null)
        {
            body["failure_reason"] = FailureReason;
            body["failure_balance_transaction"] = FailureBalanceTransaction!.Id;
        }

        return world.Subset.Fill(Schema, body);
    }
}

/// <summary>Operations on refunds, and what time does to them.</summary>
internal static class Refunds
{
    public static JsonObject Create(Call call)
    {
        var (world, given) = (call.World, call.Given);
        given.Only("charge", "payment_intent", "amount", "reason", "metadata");
        var charge = ChargeOf(call);
        if (charge.SourceTransfer is not null)
        {
            throw StripeError.NotEmulated("refunds of payments that came by transfer", "charge");
        }

        var refund = world.Remember(
            new Refund
            {
                Id = World.NewId("re"),
                Owner = call.Account,
                Created = world.Now,
                Charge = charge,
                Amount = CheckedAmount(charge, given),
                Reason = given.Text("reason"),
                Status = "pending",
            }
        );
        given.MergeMetadata(refund.Metadata);
        charge.Refunds.Add(refund);
        charge.AmountRefunded += refund.Amount;
        call.Account.Refunds.Add(refund);
        call.Account.Refunds.Index(refund, "charge", charge.Id);
        call.Account.Refunds.Index(refund, "payment_intent", charge.Intent?.Id);
        if (IsCovered(refund) && !OthersWait(refund))
        {
            Pay(world, refund);
        }
        else
        {
            refund.PendingReason = "insufficient_funds";
            WaitingOf(refund).Enqueue(refund);
        }

        Events.Emit(world, "refund.created", refund);
        Events.Emit(world, "charge.refunded", charge);
        DisputeCourse.AfterRefund(world, charge);
        return refund.Render(world);
    }

    public static JsonObject Retrieve(Call call) => call.Named<Refund>("refund").Render(call.World);

    public static JsonObject List(Call call) =>
        Listing.Of(call, call.Account.Refunds, "refund", "charge", "payment_intent");

    public static JsonObject Update(Call call)
    {
        var refund = call.Named<Refund>("refund");
        call.Given.MergeMetadata(refund.Metadata);
        Changed(call.World, refund);
        return refund.Render(call.World);
    }

    /// <summary>Stripe cancels only refunds that wait for the buyer (requires_action); this emulator makes none yet.</summary>
    public static JsonObject Cancel(Call call)
    {
        var refund = call.Named<Refund>("refund");
        throw StripeError.Invalid(
            $"This refund cannot be canceled because it has a status of {refund.Status}. "
                + "Only refunds with a status of requires_action can be canceled."
        );
    }

    /// <summary>Refunds that waited for money and can be paid now, first come first served.</summary>
    public static int PayWaiting(World world, Account account)
    {
        var paid = 0;
        foreach (var waiting in account.WaitingRefunds.Values)
        {
            while (waiting.TryPeek(out var refund) && IsCovered(refund))
            {
                waiting.Dequeue();
                refund.PendingReason = null;
                Pay(world, refund);
                Changed(world, refund);
                paid++;
            }
        }

        return paid;
    }

    private static bool IsCovered(Refund refund)
    {
        var purse = refund.Owner.PurseOf(refund.Charge.Currency);
        return purse.Available >= refund.Amount || purse.Available + purse.Pending >= refund.Amount;
    }

    private static bool OthersWait(Refund refund) => WaitingOf(refund).Count > 0;

    private static Queue<Refund> WaitingOf(Refund refund)
    {
        var (waiting, currency) = (refund.Owner.WaitingRefunds, refund.Charge.Currency);
        return waiting.TryGetValue(currency, out var queue) ? queue : waiting[currency] = new Queue<Refund>();
    }

    /// <summary>Takes the money; the test cards decide how the story goes on.</summary>
    private static void Pay(World world, Refund refund)
    {
        var isCard = refund.Charge.Method!.Type == "card";
        refund.BalanceTransaction = Balances.Post(
            world,
            refund.Owner,
            isCard ? "refund" : "payment_refund",
            new Amount(-refund.Amount, refund.Charge.Currency),
            Counterparty.Buyers,
            refund.Id,
            description: "REFUND FOR CHARGE"
        );
        var story = TestCards.RefundStoryOf(refund.Charge.Method);
        var later = world.Now + world.Settings.Funds.RefundProcessingSeconds;
        switch (story)
        {
            case RefundStory.PendingThenSucceeds:
                refund.PendingReason = "processing";
                world.Agenda.At(later, () => Succeed(world, refund));
                break;
            case RefundStory.SucceedsThenFails:
                refund.Status = "succeeded";
                world.Agenda.At(later, () => Fail(world, refund));
                break;
            default:
                refund.Status = "succeeded";
                break;
        }
    }

    private static void Succeed(World world, Refund refund)
    {
        refund.Status = "succeeded";
        refund.PendingReason = null;
        Changed(world, refund);
    }

    /// <summary>The bank sent it back: the money is ours again and the buyer has nothing.</summary>
    private static void Fail(World world, Refund refund)
    {
        refund.Status = "failed";
        refund.FailureReason = "expired_or_canceled_card";
        refund.FailureBalanceTransaction = Balances.Post(
            world,
            refund.Owner,
            "refund_failure",
            new Amount(refund.Amount, refund.Charge.Currency),
            Counterparty.Buyers,
            refund.Id,
            description: "REFUND FAILURE"
        );
        refund.Charge.AmountRefunded -= refund.Amount;
        Events.Emit(world, "refund.failed", refund);
        Changed(world, refund);
    }

    private static void Changed(World world, Refund refund)
    {
        Events.Emit(world, "refund.updated", refund);
        Events.Emit(world, "charge.refund.updated", refund);
    }

    private static Charge ChargeOf(Call call)
    {
        var given = call.Given;
        var intent = given.Text("payment_intent") is { } intentId
            ? call.Find<PaymentIntent>(intentId, "payment_intent", "payment_intent")
            : null;
        var charge = given.Text("charge") is { } chargeId
            ? call.Find<Charge>(chargeId, "charge", "charge")
            : intent?.LatestCharge;
        if (intent is null && charge is null)
        {
            throw StripeError.Invalid(
                "One of the following params should be provided for this request: payment_intent or charge.",
                code: "parameter_missing"
            );
        }

        if (charge is null || !charge.Succeeded || (intent is not null && charge.Intent != intent))
        {
            throw StripeError.Invalid(
                $"This {(intent is null ? "charge" : "PaymentIntent")} ({intent?.Id ?? charge!.Id}) does not have a successful charge to refund.",
                intent is null ? "charge" : "payment_intent",
                intent is null ? "charge_not_refundable" : "payment_intent_unexpected_state"
            );
        }

        return charge.Disputes.Exists(x => x.ForbidsRefund)
            ? throw StripeError.Invalid(
                $"Charge {charge.Id} has been charged back; cannot issue a refund.",
                code: "charge_disputed"
            )
            : charge;
    }

    private static long CheckedAmount(Charge charge, Given given)
    {
        if (charge.Refundable == 0)
        {
            throw StripeError.Invalid(
                $"Charge {charge.Id} has already been refunded.",
                code: "charge_already_refunded"
            );
        }

        var amount = given.Number("amount") ?? charge.Refundable;
        if (amount < 1)
        {
            throw StripeError.Invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        }

        return amount <= charge.Refundable
            ? amount
            : throw StripeError.Invalid(
                $"Refund amount ({amount} {charge.Currency}) is greater than unrefunded amount on charge ({charge.Refundable} {charge.Currency})",
                "amount"
            );
    }
}
