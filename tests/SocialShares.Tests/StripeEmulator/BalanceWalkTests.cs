using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Tests.StripeEmulator;

/// <summary>Any order of payments, refunds, transfers, reversals, top-ups and days keeps every account's money right.</summary>
public sealed class BalanceWalkTests
{
    private static readonly string[] Steps =
    [
        "pay",
        "ideal",
        "debit",
        "dispute",
        "payout",
        "sweep",
        "bounce",
        "decide",
        "week",
        "refund",
        "transfer",
        "linked",
        "reverse",
        "topup",
        "day",
    ];

    private static readonly string[] Ibans =
    [
        "DE89370400440532013000",
        "DE62370400440532013001",
        "DE08370400440532013003",
        "DE65370400440002222227",
        "DE35370400440532013002",
    ];

    [Fact]
    public void Balances_always_equal_the_sum_of_their_entries()
    {
        var step = from kind in Gen.Elements(Steps) from amount in Gen.Choose(50, 20_000) select (kind, amount);
        var walks = Gen.ArrayOf(step).Resize(30).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(15), Prop.ForAll(walks, x => Walk(x)));
    }

    private static async Task Walk((string Kind, int Amount)[] steps)
    {
        await using var stripe = await Emulator.Start();
        var enterprise = await stripe.Enterprise();
        foreach (var (kind, amount) in steps)
        {
            await Take(stripe, kind, amount, enterprise);
            await CheckBalances(stripe, null);
            await CheckBalances(stripe, enterprise);
        }

        ((bool)(await stripe.State())["balanced"]!).ShouldBeTrue();
        await CheckCharges(stripe);
    }

    /// <summary>A step may be refused (nothing to refund, too little money); the books must agree all the same.</summary>
    private static async Task Take(Emulator stripe, string kind, int amount, string enterprise)
    {
        (string, object)[] money = [("amount", amount), ("currency", "eur"), ("destination", enterprise)];
        switch (kind)
        {
            case "pay" or "ideal":
                await stripe.Paid(amount, method: kind == "pay" ? "card" : "ideal");
                break;
            case "debit":
                await stripe.Debited(amount, Ibans[amount % Ibans.Length]);
                break;
            case "week":
                await stripe.Advance(TimeSpan.FromDays(7));
                break;
            case "payout":
                await stripe.Post("/v1/payouts", ("amount", amount / 4), ("currency", "eur"));
                break;
            case "sweep":
                await stripe.TryAdmin("/_emu/payouts", new { account = amount % 2 == 0 ? "" : enterprise });
                break;
            case "bounce" when await Any(stripe, "payouts", amount) is { } payout:
                await stripe.TryAdmin($"/_emu/payouts/{payout}", new { code = "account_closed" });
                break;
            case "topup":
                await stripe.TopUp(amount);
                break;
            case "day":
                await stripe.Advance(TimeSpan.FromDays(1));
                break;
            case "transfer":
                await stripe.Post("/v1/transfers", money);
                break;
            case "dispute" when await Any(stripe, "charges", amount) is { } charge:
                await stripe.TryAdmin(
                    "/_emu/disputes",
                    new { charge, status = amount % 2 == 0 ? "lost" : "needs_response" }
                );
                break;
            case "decide" when await Any(stripe, "disputes", amount) is { } dispute:
                await stripe.TryAdmin($"/_emu/disputes/{dispute}", new { outcome = amount % 3 == 0 ? "lost" : "won" });
                break;
            case "refund" when await Any(stripe, "charges", amount) is { } charge:
                await stripe.Post("/v1/refunds", ("charge", charge), ("amount", amount / 2));
                break;
            case "linked" when await Any(stripe, "charges", amount) is { } charge:
                await stripe.Post("/v1/transfers", [.. money, ("source_transaction", charge)]);
                break;
            case "reverse" when await Any(stripe, "transfers", amount) is { } transfer:
                await stripe.Post($"/v1/transfers/{transfer}/reversals", ("amount", amount / 3));
                break;
            default:
                break;
        }
    }

    private static async Task<string?> Any(Emulator stripe, string kind, int pick)
    {
        var all = (await stripe.Get($"/v1/{kind}?limit=100")).Data;
        return all.Count == 0 ? null : (string)all[pick % all.Count]!["id"]!;
    }

    private static async Task CheckBalances(Emulator stripe, string? account)
    {
        var balance = await stripe.Balance(account);
        var entries = (await stripe.Get("/v1/balance_transactions?limit=100", account)).Data;
        Sum(entries, "available").ShouldBe(balance.Available);
        Sum(entries, "pending").ShouldBe(balance.Pending);
        foreach (var entry in entries)
        {
            ((long)entry!["amount"]! - (long)entry["fee"]!).ShouldBe((long)entry["net"]!);
        }
    }

    private static async Task CheckCharges(Emulator stripe)
    {
        var refunds = (await stripe.Get("/v1/refunds?limit=100")).Data;
        foreach (var charge in (await stripe.Get("/v1/charges?limit=100")).Data)
        {
            var refunded = refunds
                .Where(x => (string?)x!["charge"] == (string?)charge!["id"])
                .Sum(x => (long)x!["amount"]!);
            ((long)charge!["amount_refunded"]!).ShouldBe(refunded);
            refunded.ShouldBeLessThanOrEqualTo((long)charge["amount"]!);
        }
    }

    private static long Sum(JsonArray entries, string status) =>
        entries.Where(x => (string?)x!["status"] == status).Sum(x => (long)x!["net"]!);
}
