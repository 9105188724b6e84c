using System.Net;
using System.Text.Json.Nodes;

namespace SocialShares.Tests.StripeEmulator;

public sealed class EveryOperationTests
{
    [Fact]
    public async Task Every_emulated_operation_answers_in_the_published_shape()
    {
        await using var stripe = await Emulator.Start();
        var expected = new AnswerShapes()
            .OperationIds.Where(x => Emulated.Contains(x.Split('_')[0]) && !NotEmulated.Contains(x))
            .Order(StringComparer.Ordinal)
            .ToList();

        await Checkout(stripe);
        await ByApi(stripe);
        await Disputes(stripe);
        await Payouts(stripe);
        await MoneyOut(stripe);
        await Enterprises(stripe);
        await Endpoints(stripe);

        stripe.Answered.Keys.Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Fact]
    public async Task Every_event_carries_its_object_in_the_published_shape()
    {
        await using var stripe = await Emulator.Start();
        var shapes = new AnswerShapes();

        await Checkout(stripe);
        await ByApi(stripe);
        await Disputes(stripe);
        await Payouts(stripe);
        await MoneyOut(stripe);
        await Enterprises(stripe);

        var events = await AllEvents(stripe);
        events.Select(x => (string)x["type"]!).Distinct().Count().ShouldBeGreaterThan(30);
        foreach (var item in events.Select(x => x["data"]!["object"]!))
        {
            shapes.DifferencesFrom((string)item["object"]!, item).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task An_operation_that_is_not_emulated_yet_says_so()
    {
        await using var stripe = await Emulator.Start();

        var reply = await stripe.Get("/v1/setup_intents");

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)reply.Error["message"]!).ShouldContain("SetupIntents_list");
    }

    private static readonly string[] Emulated =
    [
        "CheckoutSessions",
        "PaymentIntents",
        "Charges",
        "Disputes",
        "Payouts",
        "Mandates",
        "PaymentMethods",
        "Products",
        "Prices",
        "Refunds",
        "Transfers",
        "Accounts",
        "AccountLinks",
        "Balance",
        "BalanceTransactions",
        "Events",
        "WebhookEndpoints",
    ];

    /// <summary>Known gaps: a cancel never succeeds without requires_action; the rest comes with a later issue.</summary>
    private static readonly string[] NotEmulated =
    [
        "Refunds_cancel",
        "PaymentIntents_update",
        "PaymentIntents_capture",
        "PaymentMethods_list",
        "PaymentMethods_attach",
        "PaymentMethods_detach",
        "Accounts_del",
        "Accounts_reject",
        "Accounts_createLoginLink",
        "Accounts_listCapabilities",
        "Accounts_retrieveCapability",
        "Accounts_updateCapability",
    ];

    private static async Task Checkout(Emulator stripe)
    {
        var (session, charge) = await stripe.Paid();
        await stripe.Pay(await stripe.Session(), new { card = "4000000000000002" });
        await stripe.Pay(await stripe.Session(), new { card = "4000002760003184", outcome = "abandon" });
        await stripe.Paid(method: "ideal");
        await stripe.Paid(method: "bancontact");
        await stripe.Debited(iban: "DE62370400440532013001");
        var (_, debit) = await stripe.Debited();
        var details = (await stripe.Get($"/v1/charges/{debit}")).Body["payment_method_details"]!;
        await stripe.Get($"/v1/mandates/{(string)details["sepa_debit"]!["mandate"]!}?expand[]=payment_method");
        await stripe.Get($"/v1/checkout/sessions/{session}?expand[]=line_items");
        await stripe.Get($"/v1/checkout/sessions/{session}/line_items?limit=1");
        await stripe.Get("/v1/checkout/sessions?expand[]=data.payment_intent.latest_charge&status=complete");
        await stripe.Post($"/v1/checkout/sessions/{session}", ("metadata[seen]", "yes"));
        await stripe.Post($"/v1/checkout/sessions/{await stripe.Session()}/expire");
        await stripe.Get($"/v1/charges/{charge}?expand[]=refunds&expand[]=payment_intent.payment_method");
        await stripe.Get("/v1/charges?transfer_group=offer-1&expand[]=data.balance_transaction");
        var intents = await stripe.Get("/v1/payment_intents?expand[]=data.latest_charge.balance_transaction.source");
        await stripe.Get($"/v1/payment_intents/{(string)intents.Data[0]!["id"]!}");
        var intent = await stripe.Post("/v1/payment_intents", ("amount", 500), ("currency", "eur"));
        await stripe.Post($"/v1/payment_intents/{intent.Id}/cancel", ("cancellation_reason", "abandoned"));
        await stripe.Get("/v1/balance");
        var entries = await stripe.Get("/v1/balance_transactions?expand[]=data.source");
        await stripe.Get($"/v1/balance_transactions/{(string)entries.Data[0]!["id"]!}?expand[]=source");
    }

    private static async Task ByApi(Emulator stripe)
    {
        var card = await stripe.Post(
            "/v1/payment_methods",
            ("type", "card"),
            ("card[token]", "tok_visa"),
            ("billing_details[name]", "A. Buyer"),
            ("billing_details[address][country]", "NL")
        );
        await stripe.Get($"/v1/payment_methods/{card.Id}");
        var debit = await stripe.Post(
            "/v1/payment_methods",
            ("type", "sepa_debit"),
            ("sepa_debit[iban]", "DE08370400440532013003"),
            ("billing_details[name]", "A. Buyer")
        );
        (string, object)[] money = [("amount", 900), ("currency", "eur")];
        var intent = await stripe.Post("/v1/payment_intents", [.. money, ("payment_method", card.Id)]);
        var paid = await stripe.Post($"/v1/payment_intents/{intent.Id}/confirm", ("expand[]", "latest_charge"));
        (intent.Text("status"), paid.Text("status")).ShouldBe(("requires_confirmation", "succeeded"));
        await stripe.Post($"/v1/charges/{(string)paid.Body["latest_charge"]!["id"]!}", ("metadata[seen]", "yes"));
        (string, object)[] sepa =
        [
            ("payment_method_types[]", "sepa_debit"),
            ("payment_method", debit.Id),
            ("confirm", "true"),
        ];
        (await stripe.Post("/v1/payment_intents", [.. money, .. sepa])).Text("status").ShouldBe("processing");
        (string, object)[] declined = [("payment_method", "pm_card_chargeDeclined"), ("confirm", "true")];
        (await stripe.Post("/v1/payment_intents", [.. money, .. declined])).Status.ShouldBe(
            HttpStatusCode.PaymentRequired
        );
        var product = await stripe.Post("/v1/products", ("name", "Share"));
        await stripe.Get($"/v1/products/{product.Id}");
        var price = await stripe.Post(
            "/v1/prices",
            ("currency", "eur"),
            ("unit_amount", 500),
            ("product", product.Id),
            ("expand[]", "product")
        );
        await stripe.Get($"/v1/prices/{price.Id}");
        var session = await stripe.Post(
            "/v1/checkout/sessions",
            ("mode", "payment"),
            ("success_url", "https://shop.test/thanks"),
            ("line_items[0][price]", price.Id),
            ("line_items[0][quantity]", 2),
            ("expand[]", "line_items")
        );
        session.Number("amount_total").ShouldBe(1_000);
    }

    private static async Task Disputes(Emulator stripe)
    {
        await stripe.TopUp(100_000);
        await stripe.Paid(card: "4000000000000259");
        var dispute = (string)(await stripe.Get("/v1/disputes?expand[]=data.charge")).Data[0]!["id"]!;
        await stripe.Get($"/v1/disputes/{dispute}?expand[]=payment_intent");
        await stripe.Post($"/v1/disputes/{dispute}", ("evidence[uncategorized_text]", "winning_evidence"));
        await stripe.Paid(card: "4000000000001976");
        var inquiry = (string)(await stripe.Get("/v1/disputes")).Data[0]!["id"]!;
        await stripe.Post($"/v1/disputes/{inquiry}/close");
        await stripe.Settle();
        var entries = await stripe.Get("/v1/balance_transactions?type=adjustment&expand[]=data.source");
        entries.Data.Count.ShouldBe(2);
    }

    private static async Task Payouts(Emulator stripe)
    {
        await stripe.TopUp(10_000);
        (string, object)[] form = [("amount", 1_000), ("currency", "eur"), ("description", "Saved")];
        var first = await stripe.Post("/v1/payouts", form);
        var second = await stripe.Post("/v1/payouts", form);
        await stripe.Post($"/v1/payouts/{first.Id}/cancel");
        await stripe.Post($"/v1/payouts/{second.Id}", ("metadata[run]", "7"));
        await stripe.Advance(TimeSpan.FromDays(2));
        await stripe.Post($"/v1/payouts/{second.Id}/reverse", ("expand[]", "original_payout"));
        await stripe.Get("/v1/payouts?expand[]=data.balance_transaction.source");
        await stripe.Admin(HttpMethod.Post, $"/_emu/payouts/{second.Id}", new { });
        await stripe.Get($"/v1/payouts/{second.Id}?expand[]=failure_balance_transaction&expand[]=reversed_by");
        await stripe.Get("/v1/balance_transactions?type=payout_failure&expand[]=data.source");
    }

    private static async Task MoneyOut(Emulator stripe)
    {
        var (_, charge) = await stripe.Paid();
        var refund = await stripe.Post("/v1/refunds", ("charge", charge), ("amount", 100));
        await stripe.Get($"/v1/refunds/{refund.Id}?expand[]=charge&expand[]=balance_transaction");
        await stripe.Get($"/v1/refunds?charge={charge}");
        await stripe.Post($"/v1/refunds/{refund.Id}", ("metadata[why]", "cancelled"));
        var (_, failing) = await stripe.Paid(card: "4000000000005126");
        var failed = await stripe.Post("/v1/refunds", ("charge", failing));
        await stripe.Advance(TimeSpan.FromDays(3));
        await stripe.Get($"/v1/refunds/{failed.Id}");
        var transfer = await stripe.Post(
            "/v1/transfers",
            ("amount", 2_000),
            ("currency", "eur"),
            ("destination", await stripe.Enterprise())
        );
        var reversal = await stripe.Post($"/v1/transfers/{transfer.Id}/reversals", ("amount", 500));
        await stripe.Get($"/v1/transfers/{transfer.Id}/reversals/{reversal.Id}?expand[]=transfer");
        await stripe.Get($"/v1/transfers/{transfer.Id}/reversals");
        await stripe.Get($"/v1/transfers/{transfer.Id}?expand[]=destination_payment&expand[]=destination");
        await stripe.Post($"/v1/transfers/{transfer.Id}", ("description", "Offer 1"));
        await stripe.Get("/v1/transfers");
    }

    private static async Task Enterprises(Emulator stripe)
    {
        var id = await stripe.Enterprise();
        await stripe.Get("/v1/account", id);
        await stripe.Get("/v1/account");
        await stripe.Get($"/v1/accounts/{id}");
        await stripe.Get("/v1/accounts");
        await stripe.Post(
            $"/v1/accounts/{id}",
            ("metadata[enterprise]", "e-1"),
            ("business_profile[name]", "Village shop"),
            ("settings[payouts][schedule][interval]", "manual")
        );
        await stripe.Post(
            "/v1/account_links",
            ("account", id),
            ("type", "account_onboarding"),
            ("return_url", "https://shop.test/back"),
            ("refresh_url", "https://shop.test/again")
        );
        var events = await stripe.Get("/v1/events?limit=100&types[]=transfer.created&types[]=refund.failed");
        await stripe.Get($"/v1/events/{(string)events.Data[0]!["id"]!}");
    }

    private static async Task<List<JsonNode>> AllEvents(Emulator stripe)
    {
        List<JsonNode> all = [];
        Reply page;
        do
        {
            var after = all.Count == 0 ? "" : $"&starting_after={(string)all[^1]["id"]!}";
            page = await stripe.Get($"/v1/events?limit=100{after}");
            all.AddRange(page.Data.Select(x => x!));
        } while ((bool)page.Body["has_more"]!);

        return all;
    }

    private static async Task Endpoints(Emulator stripe)
    {
        var endpoint = await stripe.Post(
            "/v1/webhook_endpoints",
            ("url", "http://127.0.0.1:9/hook"),
            ("enabled_events[]", "refund.failed")
        );
        await stripe.Get($"/v1/webhook_endpoints/{endpoint.Id}");
        await stripe.Get("/v1/webhook_endpoints");
        await stripe.Post($"/v1/webhook_endpoints/{endpoint.Id}", ("disabled", "true"));
        await stripe.Send(HttpMethod.Delete, $"/v1/webhook_endpoints/{endpoint.Id}", null);
    }
}
