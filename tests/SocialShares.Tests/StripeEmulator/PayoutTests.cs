using System.Net;

namespace SocialShares.Tests.StripeEmulator;

/// <summary>Money to the bank: pending, in transit, paid, and back again.</summary>
public sealed class PayoutTests : IAsyncLifetime
{
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);
    private Emulator stripe = null!;

    public async ValueTask InitializeAsync() => stripe = await Emulator.Start();

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Fact]
    public async Task A_payout_leaves_the_balance_at_once_and_is_paid_by_the_clock()
    {
        await stripe.TopUp(5_000);

        var payout = await stripe.Post("/v1/payouts", ("amount", 3_000), ("currency", "eur"));
        var balance = await stripe.Balance();
        await stripe.Advance(OneDay);
        var underWay = await stripe.Get($"/v1/payouts/{payout.Id}?expand[]=balance_transaction");
        await stripe.Advance(OneDay);
        var there = await stripe.Get($"/v1/payouts/{payout.Id}");

        (payout.Text("status"), underWay.Text("status"), there.Text("status")).ShouldBe(
            ("pending", "in_transit", "paid")
        );
        balance.ShouldBe((2_000, 0));
        (payout.Number("arrival_date") - payout.Number("created")).ShouldBe(172_800);
        ((bool)payout.Body["automatic"]!).ShouldBeFalse();
        var entry = underWay.Body["balance_transaction"]!;
        ((string?)entry["type"], (long)entry["amount"]!).ShouldBe(("payout", -3_000));
        (await stripe.EventTypes()).ShouldBe(["payout.created", "payout.updated", "payout.paid"]);
    }

    [Fact]
    public async Task More_than_is_available_cannot_be_paid_out()
    {
        await stripe.Paid();

        var refused = await stripe.Post("/v1/payouts", ("amount", 1), ("currency", "eur"));

        ((string?)refused.Error["code"]).ShouldBe("balance_insufficient");
    }

    [Fact]
    public async Task An_enterprise_pays_out_its_own_balance()
    {
        var enterprise = await stripe.Enterprise();
        await stripe.TopUp(1_000);
        await stripe.Post("/v1/transfers", ("amount", 800), ("currency", "eur"), ("destination", enterprise));

        (string, object)[] form = [("amount", 800), ("currency", "eur"), ("statement_descriptor", "SHARES")];
        var payout = await stripe.Send(HttpMethod.Post, "/v1/payouts", form, account: enterprise);
        var foreign = await stripe.Get($"/v1/payouts/{payout.Id}");

        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        (await stripe.Balance(enterprise)).ShouldBe((0, 0));
        (await stripe.Balance()).ShouldBe((200, 0));
        (await stripe.Get("/v1/payouts", enterprise)).Data.Count.ShouldBe(1);
        var created = (await stripe.Get("/v1/events?type=payout.created", enterprise)).Data.Single()!;
        ((string?)created["account"]).ShouldBe(enterprise);
    }

    [Fact]
    public async Task An_account_that_was_not_onboarded_pays_out_nothing()
    {
        await using var strict = await Emulator.Start("--AutoEnable=false");
        var enterprise = await strict.Enterprise();

        (string, object)[] form = [("amount", 1), ("currency", "eur")];
        var refused = await strict.Send(HttpMethod.Post, "/v1/payouts", form, account: enterprise);

        ((string?)refused.Error["code"]).ShouldBe("payouts_not_allowed");
    }

    [Theory]
    [InlineData(0, "pending")]
    [InlineData(1, "in_transit")]
    [InlineData(2, "paid")]
    public async Task A_payout_can_fail_at_any_time_and_the_money_comes_back(int days, string before)
    {
        await stripe.TopUp(5_000);
        var payout = await stripe.Post("/v1/payouts", ("amount", 3_000), ("currency", "eur"));
        await stripe.Advance(OneDay * days);
        (await stripe.Get($"/v1/payouts/{payout.Id}")).Text("status").ShouldBe(before);

        await stripe.Admin(HttpMethod.Post, $"/_emu/payouts/{payout.Id}", new { code = "no_account" });
        await stripe.Advance(OneDay * 3);

        var failed = await stripe.Get($"/v1/payouts/{payout.Id}?expand[]=failure_balance_transaction");
        (failed.Text("status"), failed.Text("failure_code")).ShouldBe(("failed", "no_account"));
        ((string?)failed.Body["failure_balance_transaction"]!["type"]).ShouldBe("payout_failure");
        (await stripe.Balance()).ShouldBe((5_000, 0));
        (await stripe.EventTypes()).Count(x => x == "payout.failed").ShouldBe(1);
    }

    [Fact]
    public async Task A_setting_lets_every_payout_fail_at_its_arrival()
    {
        await using var unlucky = await Emulator.Start("--Payouts:FailCode=account_closed", "--Payouts:ArrivalDays=1");
        await unlucky.TopUp(1_000);
        var payout = await unlucky.Post("/v1/payouts", ("amount", 1_000), ("currency", "eur"));

        await unlucky.Advance(OneDay);

        (await unlucky.Get($"/v1/payouts/{payout.Id}")).Text("failure_code").ShouldBe("account_closed");
        (await unlucky.Balance()).ShouldBe((1_000, 0));
    }

    [Fact]
    public async Task A_pending_payout_is_cancelled_and_a_paid_one_reversed()
    {
        await stripe.TopUp(5_000);
        var first = await stripe.Post("/v1/payouts", ("amount", 1_000), ("currency", "eur"));
        var second = await stripe.Post("/v1/payouts", ("amount", 2_000), ("currency", "eur"));

        var cancelled = await stripe.Post($"/v1/payouts/{first.Id}/cancel");
        var early = await stripe.Post($"/v1/payouts/{second.Id}/reverse");
        await stripe.Advance(OneDay * 2);
        var late = await stripe.Post($"/v1/payouts/{second.Id}/cancel");
        var reversed = await stripe.Post($"/v1/payouts/{second.Id}/reverse");
        var twice = await stripe.Post($"/v1/payouts/{second.Id}/reverse");

        cancelled.Text("status").ShouldBe("canceled");
        new[] { early, late, twice }.ShouldAllBe(x => x.Status == HttpStatusCode.BadRequest);
        (reversed.Number("amount"), reversed.Text("original_payout")).ShouldBe((-2_000, second.Id));
        (await stripe.Get($"/v1/payouts/{second.Id}")).Text("reversed_by").ShouldBe(reversed.Id);
        (await stripe.Balance()).ShouldBe((5_000, 0));
    }

    [Fact]
    public async Task An_automatic_payout_takes_all_that_is_available_and_lists_it()
    {
        await stripe.TopUp(500);
        var (_, charge) = await stripe.Paid();
        await stripe.Advance(OneDay * 2);
        await stripe.Paid();

        var payout = await stripe.Admin(HttpMethod.Post, "/_emu/payouts", new { });
        var listed = await stripe.Get($"/v1/balance_transactions?payout={(string)payout["id"]!}");
        await stripe.Advance(OneDay * 2);
        var next = await stripe.Admin(HttpMethod.Post, "/_emu/payouts", new { });

        ((long)payout["amount"]!, (bool)payout["automatic"]!).ShouldBe((10_330, true));
        listed.Data.Select(x => (string)x!["type"]!).ShouldBe(["payout", "charge", "topup"]);
        listed.Data.Sum(x => (long)x!["net"]!).ShouldBe(0);
        ((string?)listed.Data[1]!["source"]).ShouldBe(charge);
        ((long)next["amount"]!).ShouldBe(9_830);
        (await stripe.Balance()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task With_automatic_payouts_every_midnight_empties_accounts_with_a_daily_schedule()
    {
        await using var daily = await Emulator.Start("--Payouts:Automatic=true");
        var saver = await daily.Enterprise();
        await daily.Post($"/v1/accounts/{saver}", ("settings[payouts][schedule][interval]", "manual"));
        await daily.TopUp(1_000);
        await daily.Post("/v1/transfers", ("amount", 300), ("currency", "eur"), ("destination", saver));

        await daily.Advance(OneDay);

        (await daily.Balance()).ShouldBe((0, 0));
        (await daily.Balance(saver)).ShouldBe((300, 0));
        (await daily.Get("/v1/payouts?status=pending")).Data.Count.ShouldBe(1);
        (await daily.Get("/v1/payouts?status=paid")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task Payouts_are_found_by_arrival()
    {
        await stripe.TopUp(5_000);
        var first = await stripe.Post("/v1/payouts", ("amount", 1_000), ("currency", "eur"));
        await stripe.Advance(OneDay);
        await stripe.Post("/v1/payouts", ("amount", 1_000), ("currency", "eur"));

        var arrival = first.Number("arrival_date");
        var found = await stripe.Get($"/v1/payouts?arrival_date[lte]={arrival}");
        var exact = await stripe.Get($"/v1/payouts?arrival_date={arrival}");

        found.Data.Single()!["id"]!.GetValue<string>().ShouldBe(first.Id);
        exact.Data.Count.ShouldBe(1);
    }
}
