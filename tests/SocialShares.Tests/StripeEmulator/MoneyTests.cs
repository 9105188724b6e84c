using System.Net;

namespace SocialShares.Tests.StripeEmulator;

public sealed class MoneyTests : IAsyncLifetime
{
    private Emulator stripe = null!;

    public async ValueTask InitializeAsync() => stripe = await Emulator.Start();

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Theory]
    [InlineData("card", 10_000, 170)]
    [InlineData("card", 1_033, 35)]
    [InlineData("card", 1_034, 36)]
    [InlineData("ideal", 10_000, 29)]
    public async Task A_payment_costs_its_fee_and_is_pending_for_two_days(string method, long amount, long fee)
    {
        var (_, charge) = await stripe.Paid(amount, method: method);

        var reply = await stripe.Get($"/v1/charges/{charge}?expand[]=balance_transaction");
        var entry = reply.Body["balance_transaction"]!;
        var pending = await stripe.Balance();
        await stripe.Advance(TimeSpan.FromDays(2));
        var available = await stripe.Balance();

        (reply.Number("amount"), (long)entry["fee"]!, (long)entry["net"]!).ShouldBe((amount, fee, amount - fee));
        ((long)entry["available_on"]! - (long)entry["created"]!).ShouldBe(172_800);
        pending.ShouldBe((0, amount - fee));
        available.ShouldBe((amount - fee, 0));
        (await stripe.EventTypes()).ShouldContain("balance.available");
    }

    [Fact]
    public async Task One_card_makes_its_money_available_at_once()
    {
        await stripe.Paid(card: "4000000000000077");

        (await stripe.Balance()).ShouldBe((9_830, 0));
    }

    [Fact]
    public async Task Partial_refunds_add_up_and_never_exceed_the_charge()
    {
        await stripe.TopUp(5_000);
        var (_, charge) = await stripe.Paid();

        await stripe.Post("/v1/refunds", ("charge", charge), ("amount", 4_000));
        var tooMuch = await stripe.Post("/v1/refunds", ("charge", charge), ("amount", 6_001));
        var half = await stripe.Get($"/v1/charges/{charge}");
        var rest = await stripe.Post("/v1/refunds", ("charge", charge));
        var none = await stripe.Post("/v1/refunds", ("charge", charge), ("amount", 1));
        var whole = await stripe.Get($"/v1/charges/{charge}");

        tooMuch.Status.ShouldBe(HttpStatusCode.BadRequest);
        (half.Number("amount_refunded"), (bool)half.Body["refunded"]!).ShouldBe((4_000, false));
        (rest.Number("amount"), rest.Text("status")).ShouldBe((6_000, "succeeded"));
        ((string?)none.Error["code"]).ShouldBe("charge_already_refunded");
        (whole.Number("amount_refunded"), (bool)whole.Body["refunded"]!).ShouldBe((10_000, true));
        (await stripe.Balance()).ShouldBe((5_000 - 10_000, 9_830));
    }

    [Fact]
    public async Task A_refund_that_the_balance_does_not_cover_waits_and_succeeds_by_itself()
    {
        var (_, charge) = await stripe.Paid();
        var refund = await stripe.Post("/v1/refunds", ("charge", charge));
        await stripe.Settle();
        var waiting = await stripe.Get($"/v1/refunds/{refund.Id}");
        var before = await stripe.Balance();

        await stripe.TopUp(170);
        await stripe.Settle();

        (refund.Text("status"), refund.Text("pending_reason")).ShouldBe(("pending", "insufficient_funds"));
        (waiting.Text("status"), waiting.Text("balance_transaction")).ShouldBe(("pending", null));
        before.ShouldBe((0, 9_830));
        var done = await stripe.Get($"/v1/refunds/{refund.Id}");
        (done.Text("status"), done.Body.ContainsKey("pending_reason")).ShouldBe(("succeeded", false));
        done.Text("balance_transaction").ShouldNotBeNull();
        (await stripe.Balance()).ShouldBe((-9_830, 9_830));
        (await stripe.EventTypes()).ShouldContain("refund.updated");
    }

    [Fact]
    public async Task A_refund_can_be_pending_for_a_while()
    {
        await stripe.TopUp(20_000);
        var (_, charge) = await stripe.Paid(card: "4000000000007726");

        var refund = await stripe.Post("/v1/refunds", ("charge", charge));
        await stripe.Advance(TimeSpan.FromMinutes(1));

        refund.Text("status").ShouldBe("pending");
        (await stripe.Get($"/v1/refunds/{refund.Id}")).Text("status").ShouldBe("succeeded");
    }

    [Fact]
    public async Task A_refund_can_fail_after_it_succeeded_and_the_money_comes_back()
    {
        await stripe.TopUp(20_000);
        var (_, charge) = await stripe.Paid(card: "4000000000005126");

        var refund = await stripe.Post("/v1/refunds", ("charge", charge));
        var between = await stripe.Balance();
        await stripe.Advance(TimeSpan.FromMinutes(1));

        refund.Text("status").ShouldBe("succeeded");
        between.Available.ShouldBe(10_000);
        var failed = await stripe.Get($"/v1/refunds/{refund.Id}");
        failed.Text("status").ShouldBe("failed");
        failed.Text("failure_balance_transaction").ShouldNotBeNull();
        (await stripe.Balance()).Available.ShouldBe(20_000);
        (await stripe.Get($"/v1/charges/{charge}")).Number("amount_refunded").ShouldBe(0);
        (await stripe.EventTypes()).ShouldContain("refund.failed");
    }

    [Fact]
    public async Task A_failed_charge_and_an_unpaid_intent_cannot_be_refunded()
    {
        var session = await stripe.Session();
        await stripe.Pay(session, new { card = "4000000000000002" });
        var charge = (string)(await stripe.Get("/v1/charges")).Data.Single()!["id"]!;
        var intent = (string)(await stripe.Get("/v1/payment_intents")).Data.Single()!["id"]!;

        var byCharge = await stripe.Post("/v1/refunds", ("charge", charge));
        var byIntent = await stripe.Post("/v1/refunds", ("payment_intent", intent));
        var byNothing = await stripe.Post("/v1/refunds");

        byCharge.Status.ShouldBe(HttpStatusCode.BadRequest);
        byIntent.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)byNothing.Error["code"]).ShouldBe("parameter_missing");
    }

    [Fact]
    public async Task A_transfer_needs_available_money()
    {
        var enterprise = await stripe.Enterprise();
        await stripe.Paid();

        var early = await Transfer(enterprise, 9_830);
        await stripe.Advance(TimeSpan.FromDays(2));
        var tooMuch = await Transfer(enterprise, 9_831);
        var transfer = await Transfer(enterprise, 9_830);

        ((string?)early.Error["code"]).ShouldBe("balance_insufficient");
        ((string?)tooMuch.Error["code"]).ShouldBe("balance_insufficient");
        transfer.Status.ShouldBe(HttpStatusCode.OK);
        (await stripe.Balance()).ShouldBe((0, 0));
        (await stripe.Balance(enterprise)).ShouldBe((9_830, 0));
    }

    [Fact]
    public async Task A_transfer_from_a_pending_charge_is_pending_at_its_destination_and_bounded_by_the_charge()
    {
        var enterprise = await stripe.Enterprise();
        var (_, charge) = await stripe.Paid();

        var transfer = await Transfer(enterprise, 6_000, ("source_transaction", charge));
        var tooMuch = await Transfer(enterprise, 4_001, ("source_transaction", charge));
        var before = await stripe.Balance(enterprise);
        await stripe.Advance(TimeSpan.FromDays(2));

        transfer.Text("transfer_group").ShouldBe("offer-1");
        tooMuch.Status.ShouldBe(HttpStatusCode.BadRequest);
        before.ShouldBe((0, 6_000));
        (await stripe.Balance(enterprise)).ShouldBe((6_000, 0));
        (await stripe.Balance()).ShouldBe((3_830, 0));
    }

    [Fact]
    public async Task A_transfer_is_reversed_in_parts_until_nothing_is_left()
    {
        var enterprise = await stripe.Enterprise();
        await stripe.TopUp(1_000);
        var transfer = await Transfer(enterprise, 1_000);

        await stripe.Post($"/v1/transfers/{transfer.Id}/reversals", ("amount", 400));
        var half = await stripe.Get($"/v1/transfers/{transfer.Id}");
        var tooMuch = await stripe.Post($"/v1/transfers/{transfer.Id}/reversals", ("amount", 601));
        await stripe.Post($"/v1/transfers/{transfer.Id}/reversals");
        var whole = await stripe.Get($"/v1/transfers/{transfer.Id}");

        (half.Number("amount"), half.Number("amount_reversed"), (bool)half.Body["reversed"]!).ShouldBe(
            (1_000, 400, false)
        );
        tooMuch.Status.ShouldBe(HttpStatusCode.BadRequest);
        (whole.Number("amount"), whole.Number("amount_reversed"), (bool)whole.Body["reversed"]!).ShouldBe(
            (1_000, 1_000, true)
        );
        (await stripe.Balance()).ShouldBe((1_000, 0));
        (await stripe.Balance(enterprise)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task An_account_that_was_not_onboarded_receives_nothing_until_it_was()
    {
        await using var strict = await Emulator.Start("--AutoEnable=false");
        var enterprise = await strict.Enterprise();
        await strict.TopUp(1_000);
        (string, object)[] form = [("amount", 100), ("currency", "eur"), ("destination", enterprise)];
        var refused = await strict.Post("/v1/transfers", form);
        var link = await strict.Post(
            "/v1/account_links",
            ("account", enterprise),
            ("type", "account_onboarding"),
            ("return_url", "https://shop.test/back"),
            ("refresh_url", "https://shop.test/again")
        );

        using var page = await strict.Visit(link.Text("url")!);
        using var secondVisit = await strict.Visit(link.Text("url")!);
        using var done = await strict.Submit(link.Text("url")!, ("outcome", "complete"));
        var taken = await strict.Post("/v1/transfers", form);

        ((string?)refused.Error["code"]).ShouldBe("transfers_not_allowed");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        secondVisit.Headers.Location!.OriginalString.ShouldBe("https://shop.test/again");
        done.Headers.Location!.OriginalString.ShouldBe("https://shop.test/back");
        taken.Status.ShouldBe(HttpStatusCode.OK);
        ((bool)(await strict.Get($"/v1/accounts/{enterprise}")).Body["payouts_enabled"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task What_an_account_may_do_can_be_taken_back_and_given_again()
    {
        var enterprise = await stripe.Enterprise();
        await stripe.TopUp(1_000);
        var order = new { state = "restricted", due = new[] { "company.tax_id" } };

        await stripe.Admin(HttpMethod.Post, $"/_emu/accounts/{enterprise}", order);
        var restricted = await stripe.Get($"/v1/accounts/{enterprise}");
        var refused = await Transfer(enterprise, 100);
        await stripe.Admin(HttpMethod.Post, $"/_emu/accounts/{enterprise}", new { state = "enabled" });
        var taken = await Transfer(enterprise, 100);

        var requirements = restricted.Body["requirements"]!;
        ((bool)restricted.Body["payouts_enabled"]!, (bool)restricted.Body["details_submitted"]!).ShouldBe(
            (false, true)
        );
        requirements["currently_due"]!.AsArray().Select(x => (string?)x).ShouldBe(["company.tax_id"]);
        ((string?)requirements["disabled_reason"]).ShouldBe("requirements.past_due");
        ((string?)refused.Error["code"]).ShouldBe("transfers_not_allowed");
        taken.Status.ShouldBe(HttpStatusCode.OK);
        (await stripe.Get("/v1/events?type=account.updated", enterprise)).Data.Count.ShouldBe(2);
    }

    private Task<Reply> Transfer(string destination, long amount, params (string, object)[] more) =>
        stripe.Post("/v1/transfers", [("amount", amount), ("currency", "eur"), ("destination", destination), .. more]);
}
