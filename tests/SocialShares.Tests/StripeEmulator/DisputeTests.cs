using System.Net;

namespace SocialShares.Tests.StripeEmulator;

/// <summary>Disputes: money taken with a fee, evidence, won and lost, and news in any order.</summary>
public sealed class DisputeTests : IAsyncLifetime
{
    private Emulator stripe = null!;

    public async ValueTask InitializeAsync() => stripe = await Emulator.Start();

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Theory]
    [InlineData("4000000000000259", "fraudulent")]
    [InlineData("4000000000002685", "product_not_received")]
    public async Task A_disputed_payment_loses_its_money_and_costs_a_fee(string card, string reason)
    {
        await stripe.TopUp(20_000);
        var (_, charge) = await stripe.Paid(card: card);

        var dispute = await OnlyDispute();

        (dispute.Text("status"), dispute.Text("reason"), dispute.Number("amount")).ShouldBe(
            ("needs_response", reason, 10_000)
        );
        ((bool)dispute.Body["is_charge_refundable"]!).ShouldBeFalse();
        var taken = dispute.Body["balance_transactions"]!.AsArray().Single()!;
        ((long)taken["amount"]!, (long)taken["fee"]!, (long)taken["net"]!).ShouldBe((-10_000, 2_000, -12_000));
        ((string?)taken["type"], (string?)taken["reporting_category"]).ShouldBe(("adjustment", "dispute"));
        (await stripe.Balance()).ShouldBe((8_000, 9_830));
        var read = await stripe.Get($"/v1/charges/{charge}");
        ((bool)read.Body["disputed"]!).ShouldBeTrue();
        (await DisputeEvents()).ShouldBe(["created", "funds_withdrawn"]);
    }

    [Fact]
    public async Task A_payment_under_dispute_cannot_be_refunded_until_it_is_won()
    {
        await stripe.TopUp(50_000);
        var (_, charge) = await stripe.Paid(card: "4000000000000259");

        var open = await stripe.Post("/v1/refunds", ("charge", charge));
        await Decide((await OnlyDispute()).Id, "lost");
        var lost = await stripe.Post("/v1/refunds", ("charge", charge));
        await Decide((await OnlyDispute()).Id, "won");
        var won = await stripe.Post("/v1/refunds", ("charge", charge));

        ((string?)open.Error["code"], (string?)lost.Error["code"]).ShouldBe(("charge_disputed", "charge_disputed"));
        won.Text("status").ShouldBe("succeeded");
    }

    [Theory]
    [InlineData("winning_evidence", "won", 18_000, "closed,funds_reinstated")]
    [InlineData("losing_evidence", "lost", 8_000, "closed")]
    public async Task Evidence_decides_in_test_mode(string text, string status, long available, string news)
    {
        await stripe.TopUp(20_000);
        await stripe.Paid(card: "4000000000000259");
        var id = (await OnlyDispute()).Id;

        var staged = await stripe.Post(
            $"/v1/disputes/{id}",
            ("evidence[customer_name]", "A. Buyer"),
            ("evidence[uncategorized_text]", text),
            ("submit", "false")
        );
        var submitted = await stripe.Post($"/v1/disputes/{id}", ("submit", "true"), ("metadata[by]", "board"));
        await stripe.Settle();
        var late = await stripe.Post($"/v1/disputes/{id}", ("evidence[uncategorized_text]", "more"));

        staged.Text("status").ShouldBe("needs_response");
        ((bool)staged.Body["evidence_details"]!["has_evidence"]!).ShouldBeTrue();
        submitted.Text("status").ShouldBe("under_review");
        ((int)submitted.Body["evidence_details"]!["submission_count"]!).ShouldBe(1);
        late.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await OnlyDispute()).Text("status").ShouldBe(status);
        (await stripe.Balance()).Available.ShouldBe(available);
        (await DisputeEvents()).ShouldBe([
            "created",
            "funds_withdrawn",
            "updated",
            "updated",
            "updated",
            .. news.Split(','),
        ]);
    }

    [Fact]
    public async Task The_fee_is_a_setting_and_may_come_back_with_the_money()
    {
        await using var kind = await Emulator.Start("--Disputes:FeeMinor=1500", "--Disputes:FeeReturned=true");
        var (_, charge) = await kind.Paid(card: "4000000000000077");

        var dispute = await kind.Admin(HttpMethod.Post, "/_emu/disputes", new { charge, amount = 4_000 });
        var between = await kind.Balance();
        await kind.Admin(HttpMethod.Post, $"/_emu/disputes/{(string)dispute["id"]!}", new { outcome = "won" });

        between.Available.ShouldBe(9_830 - 5_500);
        (await kind.Balance()).Available.ShouldBe(9_830);
        ((bool)(await kind.State())["balanced"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Lost_can_become_won_later_but_won_stays()
    {
        await stripe.TopUp(20_000);
        await stripe.Paid(card: "4000000000000259");
        var id = (await OnlyDispute()).Id;

        var closed = await stripe.Post($"/v1/disputes/{id}/close");
        var again = await stripe.Post($"/v1/disputes/{id}/close");
        await Decide(id, "won");
        var refused = await stripe.TryAdmin($"/_emu/disputes/{id}", new { outcome = "lost" });

        closed.Text("status").ShouldBe("lost");
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ShouldBe(HttpStatusCode.Conflict);
        var won = await OnlyDispute();
        (won.Text("status"), won.Body["balance_transactions"]!.AsArray().Count).ShouldBe(("won", 2));
        (await stripe.Balance()).Available.ShouldBe(18_000);
    }

    [Fact]
    public async Task An_unanswered_dispute_is_lost_by_the_clock()
    {
        await stripe.TopUp(20_000);
        await stripe.Paid(card: "4000000000000259");

        await stripe.Advance(TimeSpan.FromDays(7));

        var dispute = await OnlyDispute();
        dispute.Text("status").ShouldBe("lost");
        ((bool)dispute.Body["evidence_details"]!["past_due"]!).ShouldBeTrue();
        (await DisputeEvents()).ShouldContain("closed");
    }

    [Fact]
    public async Task An_inquiry_moves_no_money_and_ends_with_a_refund()
    {
        await stripe.TopUp(20_000);
        var (_, charge) = await stripe.Paid(card: "4000000000001976");
        var inquiry = await OnlyDispute();

        await stripe.Post("/v1/refunds", ("charge", charge));

        inquiry.Text("status").ShouldBe("warning_needs_response");
        inquiry.Body["balance_transactions"]!.AsArray().ShouldBeEmpty();
        ((bool)inquiry.Body["is_charge_refundable"]!).ShouldBeTrue();
        (await OnlyDispute()).Text("status").ShouldBe("warning_closed");
        (await DisputeEvents()).ShouldBe(["created", "updated", "closed"]);
    }

    [Fact]
    public async Task An_inquiry_can_become_a_chargeback()
    {
        await stripe.TopUp(20_000);
        await stripe.Paid(card: "4000000000001976");
        var id = (await OnlyDispute()).Id;

        var submitted = await stripe.Post(
            $"/v1/disputes/{id}",
            ("evidence[uncategorized_text]", "escalate_inquiry_evidence")
        );
        await stripe.Settle();

        submitted.Text("status").ShouldBe("warning_under_review");
        (await OnlyDispute()).Text("status").ShouldBe("needs_response");
        (await stripe.Balance()).Available.ShouldBe(8_000);
    }

    [Theory]
    [InlineData("AT591904300235473203")]
    [InlineData("DE35370400440532013002")]
    public async Task A_debit_taken_back_is_lost_from_the_start(string iban)
    {
        await stripe.TopUp(20_000);
        await stripe.Debited(iban: iban);

        await stripe.Advance(TimeSpan.FromDays(7));

        (await OnlyDispute()).Text("status").ShouldBe("lost");
        (await stripe.Balance()).Available.ShouldBe(20_000 + 9_965 - 12_000);
        (await DisputeEvents()).ShouldBe(["created", "funds_withdrawn", "closed"]);
    }

    [Fact]
    public async Task Its_news_can_come_last_thing_first()
    {
        await stripe.TopUp(20_000);
        var (_, charge) = await stripe.Paid();

        var order = new
        {
            charge,
            status = "lost",
            backwards = true,
        };
        await stripe.Admin(HttpMethod.Post, "/_emu/disputes", order);

        (await DisputeEvents()).ShouldBe(["closed", "funds_withdrawn", "created"]);
        var created = (await stripe.Get("/v1/events?type=charge.dispute.created")).Data.Single()!;
        ((string?)created["data"]!["object"]!["status"]).ShouldBe("lost");
    }

    [Fact]
    public async Task A_charge_can_be_disputed_more_than_once_and_the_list_knows_whose()
    {
        await stripe.TopUp(20_000);
        var (_, charge) = await stripe.Paid();
        await stripe.Paid(card: "4000000000000259");

        await stripe.Admin(HttpMethod.Post, "/_emu/disputes", new { charge, amount = 1_000 });
        await stripe.Admin(
            HttpMethod.Post,
            "/_emu/disputes",
            new
            {
                charge,
                amount = 2_000,
                reason = "duplicate",
            }
        );

        var list = await stripe.Get($"/v1/disputes?charge={charge}&expand[]=data.charge&expand[]=data.payment_intent");
        list.Data.Select(x => (long)x!["amount"]!).ShouldBe([2_000, 1_000]);
        var intent = (string)list.Data[0]!["payment_intent"]!["id"]!;
        (await stripe.Get($"/v1/disputes?payment_intent={intent}")).Data.Count.ShouldBe(2);
        (await stripe.Get("/v1/disputes")).Data.Count.ShouldBe(3);
    }

    private async Task<Reply> OnlyDispute()
    {
        var id = (string)(await stripe.Get("/v1/disputes")).Data.Single()!["id"]!;
        return await stripe.Get($"/v1/disputes/{id}");
    }

    private Task Decide(string id, string outcome) =>
        stripe.Admin(HttpMethod.Post, $"/_emu/disputes/{id}", new { outcome });

    private async Task<IReadOnlyList<string>> DisputeEvents() =>
        [
            .. (await stripe.EventTypes())
                .Where(x => x.StartsWith("charge.dispute.", StringComparison.Ordinal))
                .Select(x => x["charge.dispute.".Length..]),
        ];
}
