using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>The wish to be paid once; several tries may fail before one succeeds.</summary>
internal sealed class PaymentIntent : StripeObject
{
    public override string Schema => "payment_intent";
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required IReadOnlyList<string> MethodTypes { get; init; }
    public string Status { get; set; } = "requires_payment_method";
    public string? SetupFutureUsage { get; init; }
    public JsonObject? Shipping { get; init; }

    /// <summary>Where a buyer who confirms without a session comes back to.</summary>
    public string? ReturnUrl { get; set; }
    public string? Description { get; init; }
    public string? ReceiptEmail { get; init; }
    public string? TransferGroup { get; init; }
    public string? StatementSuffix { get; init; }
    public string? CancellationReason { get; set; }
    public long? CanceledAt { get; set; }
    public Session? Session { get; init; }
    public PaymentMethod? Method { get; set; }
    public Decline? LastError { get; set; }
    public Charge? LatestCharge { get; set; }
    public string? AuthenticationUrl { get; set; }
    private readonly string secret = World.NewSecret("secret");

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["amount"] = Amount,
                ["amount_capturable"] = 0,
                ["amount_received"] = Status == "succeeded" ? Amount : 0,
                ["canceled_at"] = CanceledAt,
                ["cancellation_reason"] = CancellationReason,
                ["capture_method"] = "automatic_async",
                ["client_secret"] = $"{Id}_{secret}",
                ["confirmation_method"] = "automatic",
                ["created"] = Created,
                ["currency"] = Currency,
                ["description"] = Description,
                ["last_payment_error"] = RenderError(world),
                ["latest_charge"] = LatestCharge?.Id,
                ["livemode"] = false,
                ["metadata"] = Metadata.ToJson(),
                ["next_action"] = Status == "requires_action" ? RenderNextAction() : null,
                ["payment_method"] = Status == "requires_payment_method" ? null : Method?.Id,
                ["payment_method_options"] = new JsonObject(),
                ["payment_method_types"] = new JsonArray([.. MethodTypes.Select(x => JsonValue.Create(x))]),
                ["receipt_email"] = ReceiptEmail,
                ["setup_future_usage"] = SetupFutureUsage,
                ["shipping"] = Shipping?.DeepClone(),
                ["statement_descriptor_suffix"] = StatementSuffix,
                ["status"] = Status,
                ["transfer_group"] = TransferGroup,
            }
        );

    private JsonObject? RenderError(World world)
    {
        if (LastError is null || Status == "succeeded")
        {
            return null;
        }

        var error = new JsonObject
        {
            ["code"] = LastError.Code,
            ["doc_url"] = "https://stripe.com/docs/error-codes/" + LastError.Code.Replace('_', '-'),
            ["message"] = LastError.Message,
            ["payment_method"] = Method?.Render(world),
            ["type"] = LastError.IsOfCard ? "card_error" : "invalid_request_error",
        };
        if (LastError.DeclineCode is not null)
        {
            error["decline_code"] = LastError.DeclineCode;
        }

        if (LatestCharge is not null && ReferenceEquals(LatestCharge.Failure, LastError))
        {
            error["charge"] = LatestCharge.Id;
        }

        return error;
    }

    private JsonObject RenderNextAction() =>
        new()
        {
            ["type"] = "redirect_to_url",
            ["redirect_to_url"] = new JsonObject
            {
                ["url"] = AuthenticationUrl,
                ["return_url"] = Session?.SuccessUrl ?? ReturnUrl,
            },
        };
}

/// <summary>Operations on payment intents. Confirming is in <see cref="IntentConfirmation"/>.</summary>
internal static class PaymentIntents
{
    public static JsonObject Create(Call call)
    {
        var given = call.Given;
        CheckSupported(given);
        var currency = Currencies.Checked(given.Required("currency"));
        var amount = Sessions.CheckedTotal(given.RequiredNumber("amount"), currency, "amount");
        var wanted = given.Texts("payment_method_types");
        var types = MethodKind.Checked(wanted.Count > 0 ? wanted : [MethodKind.Card], currency);
        var intent = Add(
            call.World,
            new PaymentIntent
            {
                Id = World.NewId("pi"),
                Owner = call.Account,
                Created = call.World.Now,
                Amount = amount,
                Currency = currency,
                MethodTypes = types,
                Description = given.Text("description"),
                ReceiptEmail = given.Text("receipt_email"),
                TransferGroup = given.Text("transfer_group"),
                StatementSuffix = given.Text("statement_descriptor_suffix"),
                SetupFutureUsage = given.Text("setup_future_usage"),
                Shipping = given.Values["shipping"]?.DeepClone().AsObject(),
                ReturnUrl = given.Text("return_url"),
            },
            intent => given.MergeMetadata(intent.Metadata)
        );
        if (given.Flag("confirm") ?? false)
        {
            return IntentConfirmation.Run(call, intent);
        }

        if (given.Has("payment_method"))
        {
            (intent.Method, intent.Status) = (IntentConfirmation.MethodOf(call, intent), "requires_confirmation");
        }

        return intent.Render(call.World);
    }

    private static void CheckSupported(Given given)
    {
        given.Only(
            "amount",
            "currency",
            "description",
            "metadata",
            "payment_method",
            "payment_method_types",
            "receipt_email",
            "statement_descriptor_suffix",
            "transfer_group",
            "capture_method",
            "confirm",
            "mandate_data",
            "return_url",
            "setup_future_usage",
            "shipping"
        );
        if (given.Text("capture_method") == "manual")
        {
            throw StripeError.NotEmulated("capturing by hand", "capture_method");
        }
    }

    public static PaymentIntent Add(World world, PaymentIntent intent, Action<PaymentIntent> complete)
    {
        complete(intent);
        world.Remember(intent);
        intent.Owner.PaymentIntents.Add(intent);
        Events.Emit(world, "payment_intent.created", intent);
        return intent;
    }

    public static JsonObject Retrieve(Call call) => call.Named<PaymentIntent>("payment_intent").Render(call.World);

    public static JsonObject List(Call call)
    {
        if (call.Given.Has("customer") || call.Given.Has("customer_account"))
        {
            throw StripeError.NotEmulated("customers", "customer");
        }

        return Listing.Of(call, call.Account.PaymentIntents, "payment_intent");
    }

    public static JsonObject Cancel(Call call)
    {
        var intent = call.Named<PaymentIntent>("payment_intent");
        if (intent.Session is not null)
        {
            throw StripeError.Invalid(
                "You cannot cancel this PaymentIntent because it was created by a Checkout Session. Expire the session instead.",
                code: "payment_intent_unexpected_state"
            );
        }

        if (intent.Status is "succeeded" or "processing" or "canceled")
        {
            throw StripeError.Invalid(
                $"You cannot cancel this PaymentIntent because it has a status of {intent.Status}.",
                code: "payment_intent_unexpected_state"
            );
        }

        Cancel(call.World, intent, call.Given.Text("cancellation_reason"));
        return intent.Render(call.World);
    }

    public static void Cancel(World world, PaymentIntent intent, string? reason)
    {
        intent.Status = "canceled";
        intent.CancellationReason = reason;
        intent.CanceledAt = world.Now;
        Events.Emit(world, "payment_intent.canceled", intent);
    }
}
