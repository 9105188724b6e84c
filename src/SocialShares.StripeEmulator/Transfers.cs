using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Money that the platform passes on to a connected account.</summary>
internal sealed class Transfer : StripeObject
{
    public override string Schema => "transfer";
    public required Account Destination { get; init; }
    public required string Currency { get; init; }
    public required long Amount { get; init; }
    public string? Description { get; set; }
    public string? TransferGroup { get; init; }
    public Charge? SourceTransaction { get; init; }
    public BalanceTransaction? BalanceTransaction { get; set; }
    public Charge? DestinationPayment { get; set; }
    public Shelf<TransferReversal> Reversals { get; } = new();
    public long AmountReversed { get; set; }

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["amount"] = Amount,
                ["amount_reversed"] = AmountReversed,
                ["balance_transaction"] = BalanceTransaction?.Id,
                ["created"] = Created,
                ["currency"] = Currency,
                ["description"] = Description,
                ["destination"] = Destination.Id,
                ["destination_payment"] = DestinationPayment?.Id,
                ["livemode"] = false,
                ["metadata"] = Metadata.ToJson(),
                ["reversals"] = Listing.List(
                    [.. Reversals.All.Reverse().Take(10).Select(x => x.Render(world))],
                    Reversals.All.Count > 10,
                    $"/v1/transfers/{Id}/reversals"
                ),
                ["reversed"] = AmountReversed == Amount,
                ["source_transaction"] = SourceTransaction?.Id,
                ["source_type"] = "card",
                ["transfer_group"] = TransferGroup,
            }
        );
}

/// <summary>Part of a transfer that the platform took back.</summary>
internal sealed class TransferReversal : StripeObject
{
    public override string Schema => "transfer_reversal";
    public required Transfer Transfer { get; init; }
    public required long Amount { get; init; }
    public BalanceTransaction? BalanceTransaction { get; set; }

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["amount"] = Amount,
                ["balance_transaction"] = BalanceTransaction?.Id,
                ["created"] = Created,
                ["currency"] = Transfer.Currency,
                ["metadata"] = Metadata.ToJson(),
                ["transfer"] = Transfer.Id,
            }
        );
}

/// <summary>Operations on transfers and their reversals.</summary>
internal static class Transfers
{
    public static JsonObject Create(Call call)
    {
        var (world, given) = (call.World, call.Given);
        given.Only(
            "amount",
            "currency",
            "destination",
            "description",
            "metadata",
            "source_transaction",
            "transfer_group"
        );
        var source = given.Text("source_transaction") is { } chargeId
            ? call.Find<Charge>(chargeId, "charge", "source_transaction")
            : null;
        var amount = CheckedAmount(call, source);
        var transfer = world.Remember(
            new Transfer
            {
                Id = World.NewId("tr"),
                Owner = call.Account,
                Created = world.Now,
                Destination = DestinationOf(call),
                Currency = amount.Currency,
                Amount = amount.Minor,
                Description = given.Text("description"),
                SourceTransaction = source,
                TransferGroup = given.Text("transfer_group") ?? GroupOf(source),
            }
        );
        given.MergeMetadata(transfer.Metadata);
        call.Account.Transfers.Add(transfer);
        call.Account.Transfers.Index(transfer, "destination", transfer.Destination.Id);
        call.Account.Transfers.Index(transfer, "transfer_group", transfer.TransferGroup);
        Move(world, transfer, source);
        Events.Emit(world, "transfer.created", transfer);
        return transfer.Render(world);
    }

    public static JsonObject Retrieve(Call call) => call.Named<Transfer>("transfer").Render(call.World);

    public static JsonObject List(Call call) =>
        Listing.Of(call, call.Account.Transfers, "transfer", "destination", "transfer_group");

    public static JsonObject Update(Call call)
    {
        var transfer = call.Named<Transfer>("transfer");
        call.Given.Only("description", "metadata");
        transfer.Description = call.Given.Text("description") ?? transfer.Description;
        call.Given.MergeMetadata(transfer.Metadata);
        Events.Emit(call.World, "transfer.updated", transfer);
        return transfer.Render(call.World);
    }

    public static JsonObject CreateReversal(Call call)
    {
        var (world, given) = (call.World, call.Given);
        given.Only("amount", "description", "metadata");
        var transfer = call.Named<Transfer>("transfer");
        var amount = CheckedReversal(transfer, given);
        var reversal = world.Remember(
            new TransferReversal
            {
                Id = World.NewId("trr"),
                Owner = call.Account,
                Created = world.Now,
                Transfer = transfer,
                Amount = amount,
            }
        );
        given.MergeMetadata(reversal.Metadata);
        var money = new Amount(amount, transfer.Currency);
        Balances.Post(
            world,
            transfer.Destination,
            "payment_refund",
            -money,
            Counterparty.OtherAccount,
            transfer.DestinationPayment!.Id
        );
        transfer.DestinationPayment.AmountRefunded += amount;
        reversal.BalanceTransaction = Balances.Post(
            world,
            call.Account,
            "transfer_refund",
            money,
            Counterparty.OtherAccount,
            reversal.Id
        );
        transfer.AmountReversed += amount;
        transfer.Reversals.Add(reversal);
        Events.Emit(world, "transfer.reversed", transfer);
        return reversal.Render(world);
    }

    public static JsonObject ListReversals(Call call) =>
        Listing.Of(call, call.Named<Transfer>("transfer").Reversals, "transfer reversal");

    public static JsonObject RetrieveReversal(Call call)
    {
        var transfer = call.Find<Transfer>((string)call.Route["transfer_id"]!, "transfer", "transfer_id");
        var reversal = call.Named<TransferReversal>("transfer reversal");
        return reversal.Transfer == transfer
            ? reversal.Render(call.World)
            : throw StripeError.NotFound("transfer reversal", call.RouteId);
    }

    private static void Move(World world, Transfer transfer, Charge? source)
    {
        // Money of a pending charge stays pending until the charge's day, on both sides.
        var availableOn = source?.BalanceTransaction!.AvailableOn ?? world.Now;
        var money = new Amount(transfer.Amount, transfer.Currency);
        transfer.BalanceTransaction = Balances.Post(
            world,
            transfer.Owner,
            "transfer",
            -money,
            Counterparty.OtherAccount,
            transfer.Id,
            availableOn: availableOn,
            description: transfer.Description
        );
        transfer.DestinationPayment = Charges.Receive(world, transfer, availableOn);
        if (source is not null)
        {
            source.AmountTransferred += transfer.Amount;
        }
    }

    private static Account DestinationOf(Call call)
    {
        var id = call.Given.Required("destination");
        var account =
            call.World.TryFind<Account>(id, out var found) && !ReferenceEquals(found, call.World.Platform)
                ? found
                : throw new StripeError(
                    400,
                    "invalid_request_error",
                    $"No such destination: '{id}'",
                    "resource_missing",
                    "destination"
                );
        return account.CanReceiveTransfers
            ? account
            : throw StripeError.Invalid(
                "Your destination account needs to have at least one of the following capabilities enabled: transfers",
                "destination",
                "transfers_not_allowed"
            );
    }

    private static Amount CheckedAmount(Call call, Charge? source)
    {
        var given = call.Given;
        var currency = Currencies.Checked(given.Required("currency"));
        var amount =
            given.Number("amount")
            ?? (source is not null ? source.Amount - source.AmountTransferred : throw StripeError.Missing("amount"));
        if (amount < 1)
        {
            throw StripeError.Invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        }

        if (source is null)
        {
            return call.Account.PurseOf(currency).Available >= amount
                ? new Amount(amount, currency)
                : throw StripeError.Invalid(
                    "You have insufficient available funds in your Stripe account.",
                    code: "balance_insufficient"
                );
        }

        if (source.Failed)
        {
            throw StripeError.Invalid(
                $"The source_transaction {source.Id} did not succeed, so it cannot be transferred.",
                "source_transaction"
            );
        }

        if (source.Currency != currency)
        {
            throw StripeError.Invalid(
                $"The currency of source_transaction's balance transaction ({source.Currency}) must be the same as the transfer currency ({currency})",
                "currency"
            );
        }

        return source.AmountTransferred + amount <= source.Amount
            ? new Amount(amount, currency)
            : throw StripeError.Invalid(
                $"Transfers using this transaction as a source must not exceed the source amount of {source.Amount} {currency}. "
                    + $"There are already transfers using this source_transaction amounting to {source.AmountTransferred}.",
                "amount"
            );
    }

    private static string? GroupOf(Charge? source) =>
        source is null ? null : source.TransferGroup ??= $"group_{source.Intent?.Id ?? source.Id}";

    private static long CheckedReversal(Transfer transfer, Given given)
    {
        var left = transfer.Amount - transfer.AmountReversed;
        if (left == 0)
        {
            throw StripeError.Invalid($"Transfer {transfer.Id} is already fully reversed.");
        }

        var amount = given.Number("amount") ?? left;
        if (amount < 1 || amount > left)
        {
            throw StripeError.Invalid(
                $"Reversal amount ({amount}) must be positive and at most the unreversed amount of the transfer ({left})",
                "amount"
            );
        }

        return transfer.Destination.PurseOf(transfer.Currency).Available >= amount
            ? amount
            : throw StripeError.Invalid(
                "Insufficient funds in the destination account's available balance for this reversal.",
                code: "balance_insufficient"
            );
    }
}

/// <summary>What Stripe says about currencies.</summary>
internal static class Currencies
{
    public static string Checked(string text, string param = "currency") =>
        text.Length == 3 && text.All(char.IsAsciiLetter)
            ? text.ToLowerInvariant()
            : throw StripeError.Invalid($"Invalid currency: {text}", param);
}
