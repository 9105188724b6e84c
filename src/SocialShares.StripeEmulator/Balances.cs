using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Money of one account in one currency. Both parts can be negative: Stripe lets an account owe.</summary>
internal sealed class Purse
{
    public long Available { get; set; }
    public long Pending { get; set; }

    /// <summary>Sum of the net amounts of all balance transactions: must equal the two parts together.</summary>
    public long Net { get; set; }
}

/// <summary>One movement of an account's money.</summary>
internal sealed class BalanceTransaction : StripeObject
{
    public override string Schema => "balance_transaction";
    public required string Type { get; init; }
    public required string Currency { get; init; }
    public required long Amount { get; init; }
    public required long Fee { get; init; }
    public required string Source { get; init; }
    public required long AvailableOn { get; init; }
    public string? Description { get; init; }
    public bool IsAvailable { get; set; }

    /// <summary>The automatic payout that took it to the bank.</summary>
    public Payout? Payout { get; set; }
    public long Net => Amount - Fee;

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["amount"] = Amount,
                ["available_on"] = AvailableOn,
                ["balance_type"] = "payments",
                ["created"] = Created,
                ["currency"] = Currency,
                ["description"] = Description,
                ["fee"] = Fee,
                ["fee_details"] = RenderFee(),
                ["net"] = Net,
                ["reporting_category"] = ReportingCategory,
                ["source"] = Source,
                ["status"] = IsAvailable ? "available" : "pending",
                ["type"] = Type,
            }
        );

    private string ReportingCategory =>
        Type switch
        {
            "adjustment" => Amount < 0 ? "dispute" : "dispute_reversal",
            "payment" => "charge",
            "payment_refund" => "refund",
            "refund_failure" => "refund_failure",
            "payment_failure_refund" => "charge_failure",
            "transfer_refund" => "transfer_reversal",
            _ => Type,
        };

    private JsonArray RenderFee() =>
        Fee == 0
            ? []
            :
            [
                new JsonObject
                {
                    ["amount"] = Fee,
                    ["application"] = null,
                    ["currency"] = Currency,
                    ["description"] = "Stripe processing fees",
                    ["type"] = "stripe_fee",
                },
            ];
}

/// <summary>Who stands on the other side of a movement, so that every one has two sides.</summary>
internal enum Counterparty
{
    Buyers,
    Bank,
    OtherAccount,
}

/// <summary>
/// Double entry: each balance transaction moves money between an account, Stripe's fees and someone outside, and the sum
/// of all stays zero. Checked at each step; a difference stops the emulator's answer with a 500.
/// </summary>
internal static class Balances
{
    public static BalanceTransaction Post(
        World world,
        Account account,
        string type,
        Amount amount,
        Counterparty from,
        string source,
        long fee = 0,
        long? availableOn = null,
        string? description = null
    )
    {
        var now = world.Now;
        var entry = world.Remember(
            new BalanceTransaction
            {
                Id = World.NewId("txn"),
                Owner = account,
                Created = now,
                Type = type,
                Currency = amount.Currency,
                Amount = amount.Minor,
                Fee = fee,
                Source = source,
                AvailableOn = availableOn ?? now,
                Description = description,
                IsAvailable = (availableOn ?? now) <= now,
            }
        );
        account.BalanceTransactions.Add(entry);
        account.BalanceTransactions.Index(entry, "source", source);
        account.BalanceTransactions.Index(entry, "type", type);
        account.BalanceTransactions.Index(entry, "currency", entry.Currency);
        Move(world, account, entry, from);
        return entry;
    }

    private static void Move(World world, Account account, BalanceTransaction entry, Counterparty from)
    {
        var purse = account.PurseOf(entry.Currency);
        purse.Net += entry.Net;
        if (entry.IsAvailable)
        {
            purse.Available += entry.Net;
        }
        else
        {
            purse.Pending += entry.Net;
            world.Agenda.At(entry.AvailableOn, () => BecomeAvailable(world, account, entry, purse));
        }

        var books = world.BooksOf(entry.Currency);
        books.Inside += entry.Net;
        books.Fees += entry.Fee;
        books.Outside[from] = books.Outside.GetValueOrDefault(from) - entry.Amount;
        Check(world, account, entry.Currency);
    }

    private static void BecomeAvailable(World world, Account account, BalanceTransaction entry, Purse purse)
    {
        entry.IsAvailable = true;
        purse.Pending -= entry.Net;
        purse.Available += entry.Net;
        account.FundsArrived = true;
        Check(world, account, entry.Currency);
    }

    /// <summary>The invariant of one account and of the whole currency.</summary>
    public static void Check(World world, Account account, string currency)
    {
        var purse = account.PurseOf(currency);
        if (purse.Available + purse.Pending != purse.Net)
        {
            throw new InvalidOperationException($"Balance of {account.Id} in {currency} does not equal its entries.");
        }

        if (!world.BooksOf(currency).IsBalanced)
        {
            throw new InvalidOperationException($"The emulator's books in {currency} do not balance.");
        }
    }

    /// <summary>Counts everything again from the entries.</summary>
    public static bool Audit(World world) =>
        world.Accounts.All(account =>
            account.Purses.All(x =>
            {
                var entries = account.BalanceTransactions.With("currency", x.Key);
                return x.Value.Available == entries.Where(e => e.IsAvailable).Sum(e => e.Net)
                    && x.Value.Pending == entries.Where(e => !e.IsAvailable).Sum(e => e.Net)
                    && world.BooksOf(x.Key).IsBalanced
                    && world.BooksOf(x.Key).Outside.GetValueOrDefault(Counterparty.OtherAccount) == 0;
            })
        );

    public static JsonObject Retrieve(Call call) => Render(call.World, call.Account);

    public static JsonObject RetrieveTransaction(Call call) =>
        call.Named<BalanceTransaction>("balance transaction").Render(call.World);

    /// <summary>By payout: all that an automatic payout took along; of another one only its own movements.</summary>
    public static JsonObject List(Call call)
    {
        if (call.Given.Text("payout") is { } payout)
        {
            call.Find<Payout>(payout, "payout", "payout");
        }

        return Listing.Of(
            call,
            call.Account.BalanceTransactions,
            "balance transaction",
            "source",
            "type",
            "currency",
            "payout"
        );
    }

    public static JsonObject Render(World world, Account account)
    {
        IEnumerable<KeyValuePair<string, Purse>> purses =
            account.Purses.Count > 0 ? account.Purses : [new("eur", new Purse())];
        return world.Subset.Fill(
            "balance",
            new JsonObject
            {
                ["available"] = new JsonArray([.. purses.Select(x => Part(x.Key, x.Value.Available))]),
                ["pending"] = new JsonArray([.. purses.Select(x => Part(x.Key, x.Value.Pending))]),
                ["livemode"] = false,
            }
        );
    }

    private static JsonObject Part(string currency, long amount) =>
        new()
        {
            ["amount"] = amount,
            ["currency"] = currency,
            ["source_types"] = new JsonObject { ["card"] = amount },
        };

    /// <summary>Money paid in from the platform's bank.</summary>
    public static BalanceTransaction TopUp(World world, string currency, long amount) =>
        Post(
            world,
            world.Platform,
            "topup",
            new Amount(amount, currency),
            Counterparty.Bank,
            World.NewId("tu"),
            description: "Top-up"
        );
}

/// <summary>Minor units of a currency (lower case, as Stripe writes it).</summary>
internal readonly record struct Amount(long Minor, string Currency)
{
    public static Amount operator -(Amount x) => x with { Minor = -x.Minor };
}

/// <summary>Both sides of all movements in one currency.</summary>
internal sealed class CurrencyBooks
{
    public long Inside { get; set; }
    public long Fees { get; set; }
    public Dictionary<Counterparty, long> Outside { get; } = [];
    public bool IsBalanced => Inside + Fees + Outside.Values.Sum() == 0;
}
