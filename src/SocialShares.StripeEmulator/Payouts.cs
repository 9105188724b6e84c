using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Operations on payouts, of the platform or (with Stripe-Account) of a connected account.</summary>
internal static class Payouts
{
    public static JsonObject Create(Call call)
    {
        var (world, given, account) = (call.World, call.Given, call.Account);
        given.Only("amount", "currency", "description", "metadata", "method", "source_type", "statement_descriptor");
        if ((given.Text("method") ?? "standard") != "standard")
        {
            throw StripeError.NotEmulated("instant payouts", "method");
        }

        var money = Checked(account, given);
        var payout = new Payout
        {
            Id = World.NewId("po"),
            Owner = account,
            Created = world.Now,
            Currency = money.Currency,
            Amount = money.Minor,
            ArrivalDate = PayoutCourse.ArrivalOf(world),
            Automatic = false,
            Description = given.Text("description"),
            StatementDescriptor = given.Text("statement_descriptor"),
        };
        given.MergeMetadata(payout.Metadata);
        PayoutCourse.Send(world, payout);
        return payout.Render(world);
    }

    public static JsonObject Retrieve(Call call) => call.Named<Payout>("payout").Render(call.World);

    public static JsonObject List(Call call)
    {
        var given = call.Given;
        var status = given.Text("status");
        bool Keep(Payout x) =>
            (status is null || x.Status == status) && Listing.InTime(given, "arrival_date", x.ArrivalDate);
        return Listing.Of(call, call.Account.Payouts, "payout", Keep, "destination");
    }

    public static JsonObject Update(Call call)
    {
        var payout = call.Named<Payout>("payout");
        call.Given.MergeMetadata(payout.Metadata);
        Events.Emit(call.World, "payout.updated", payout);
        return payout.Render(call.World);
    }

    public static JsonObject Cancel(Call call)
    {
        var payout = call.Named<Payout>("payout");
        if (payout.Status != "pending")
        {
            throw StripeError.Invalid(
                $"Payouts can only be canceled while they are pending. This one is {payout.Status}."
            );
        }

        PayoutCourse.Cancel(call.World, payout);
        return payout.Render(call.World);
    }

    /// <summary>Takes the money back from the bank by a payout of its own, with the opposite sign.</summary>
    public static JsonObject Reverse(Call call)
    {
        var (world, payout) = (call.World, call.Named<Payout>("payout"));
        if (payout.Status != "paid" || payout.ReversedBy is not null || payout.Original is not null)
        {
            throw StripeError.Invalid(
                "Only a payout that was paid, and only once, can be reversed. "
                    + $"This one is {payout.Status}{(payout.ReversedBy is null ? "" : " and was reversed")}."
            );
        }

        var back = new Payout
        {
            Id = World.NewId("po"),
            Owner = payout.Owner,
            Created = world.Now,
            Currency = payout.Currency,
            Amount = -payout.Amount,
            ArrivalDate = PayoutCourse.ArrivalOf(world),
            Automatic = false,
            Original = payout,
        };
        call.Given.MergeMetadata(back.Metadata);
        payout.ReversedBy = back;
        PayoutCourse.Send(world, back);
        Events.Emit(world, "payout.updated", payout);
        return back.Render(world);
    }

    private static Amount Checked(Account account, Given given)
    {
        var currency = Currencies.Checked(given.Required("currency"));
        var amount = given.RequiredNumber("amount");
        if (amount < 1)
        {
            throw StripeError.Invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        }

        if (!account.IsEnabled)
        {
            throw StripeError.Invalid(
                "Cannot create payouts: this account has requirements that need to be collected.",
                code: "payouts_not_allowed"
            );
        }

        return account.PurseOf(currency).Available >= amount
            ? new Amount(amount, currency)
            : throw StripeError.Invalid(
                "You have insufficient funds in your Stripe account for this payout.",
                "amount",
                "balance_insufficient"
            );
    }
}
