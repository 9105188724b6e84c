using System.Net;
using AngleSharp.Html.Parser;

namespace SocialShares.Tests.StripeEmulator;

/// <summary>Direct debits, whose answer comes days later, and bank redirects beside iDEAL.</summary>
public sealed class DelayedMethodTests : IAsyncLifetime
{
    private static readonly TimeSpan OneWeek = TimeSpan.FromDays(7);
    private static readonly TimeSpan ThreeMinutes = TimeSpan.FromMinutes(3);
    private Emulator stripe = null!;

    public async ValueTask InitializeAsync() => stripe = await Emulator.Start();

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Fact]
    public async Task A_Sepa_debit_completes_the_checkout_unpaid_and_is_paid_when_the_bank_answers()
    {
        var session = await Session("eur", "sepa_debit");

        var tried = await stripe.Pay(session, new { method = "sepa_debit" });
        var between = await Read(session);
        var waiting = await stripe.Balance();
        await stripe.Advance(OneWeek - TimeSpan.FromMinutes(1));
        var before = await Read(session);
        await stripe.Advance(TimeSpan.FromMinutes(1));
        var after = await Read(session);

        ((string?)tried["status"]).ShouldBe("processing");
        (between.Session, between.Intent, between.Charge).ShouldBe(("complete unpaid", "processing", "pending"));
        waiting.ShouldBe((0, 9_965));
        before.ShouldBe(between);
        (after.Session, after.Intent, after.Charge).ShouldBe(("complete paid", "succeeded", "succeeded"));
        (await stripe.Balance()).ShouldBe((9_965, 0));
        (await stripe.EventTypes()).ShouldBe([
            "payment_intent.created",
            "charge.pending",
            "payment_intent.processing",
            "checkout.session.completed",
            "charge.succeeded",
            "payment_intent.succeeded",
            "checkout.session.async_payment_succeeded",
            "balance.available",
        ]);
    }

    [Fact]
    public async Task The_charge_of_a_Sepa_debit_names_its_mandate()
    {
        var session = await Session("eur", "sepa_debit");
        await stripe.Pay(
            session,
            new
            {
                method = "sepa_debit",
                iban = "DE89 3704 0044 0532 0130 00",
                name = "A. Muster",
            }
        );

        var charge = (await stripe.Get("/v1/charges")).Data.Single()!;
        var debit = charge["payment_method_details"]!["sepa_debit"]!;
        var mandate = await stripe.Get($"/v1/mandates/{(string)debit["mandate"]!}?expand[]=payment_method");

        ((string)charge["id"]!).ShouldStartWith("py_");
        ((string?)debit["country"], (string?)debit["bank_code"], (string?)debit["last4"]).ShouldBe(
            ("DE", "37040044", "3000")
        );
        (mandate.Text("status"), mandate.Text("type")).ShouldBe(("active", "single_use"));
        ((string?)mandate.Body["payment_method"]!["billing_details"]!["name"]).ShouldBe("A. Muster");
    }

    [Theory]
    [InlineData("AT861904300235473202", "payment_intent_payment_attempt_failed", false)]
    [InlineData("DE62370400440532013001", "payment_intent_payment_attempt_failed", false)]
    [InlineData("AT051904300235473205", "payment_intent_payment_attempt_failed", true)]
    [InlineData("DE78370400440532013004", "payment_intent_payment_attempt_failed", true)]
    [InlineData("AT981904300002222227", "insufficient_funds", false)]
    [InlineData("DE65370400440002222227", "insufficient_funds", false)]
    public async Task A_Sepa_debit_can_come_back_and_takes_its_pending_money_with_it(
        string iban,
        string code,
        bool quick
    )
    {
        var session = await Session("eur", "sepa_debit");
        await stripe.Pay(session, new { method = "sepa_debit", iban });

        await stripe.Advance(quick ? ThreeMinutes : OneWeek);
        var after = await Read(session);
        var late = await stripe.Pay(session, new { method = "sepa_debit" });

        (after.Session, after.Intent, after.Charge).ShouldBe(("complete unpaid", "requires_payment_method", "failed"));
        ((string?)late["status"]).ShouldBe("complete");
        var intent = (await stripe.Get("/v1/payment_intents?expand[]=data.latest_charge")).Data.Single()!;
        ((string?)intent["last_payment_error"]!["code"]).ShouldBe(code);
        ((string?)intent["latest_charge"]!["failure_code"]).ShouldBe(code);
        ((string?)intent["latest_charge"]!["failure_balance_transaction"]).ShouldNotBeNull();
        await stripe.Advance(OneWeek);
        (await stripe.Balance()).ShouldBe((0, 0));
        (await stripe.EventTypes()).ShouldContain("checkout.session.async_payment_failed");
    }

    [Theory]
    [InlineData("AT321904300235473204")]
    [InlineData("DE08370400440532013003")]
    public async Task Some_test_accounts_answer_after_three_minutes(string iban)
    {
        var session = await Session("eur", "sepa_debit");
        await stripe.Pay(session, new { method = "sepa_debit", iban });

        await stripe.Advance(ThreeMinutes - TimeSpan.FromSeconds(1));
        var before = await Read(session);
        await stripe.Advance(TimeSpan.FromSeconds(1));
        var after = await Read(session);

        (before.Intent, after.Intent).ShouldBe(("processing", "succeeded"));
    }

    [Fact]
    public async Task The_days_of_a_debit_are_a_setting_and_weekends_do_not_count()
    {
        await using var monday = await Emulator.Start("--Debits:SettleBusinessDays=1");
        var session = await Session("eur", "sepa_debit", monday); // the standing clock begins on a Friday
        await monday.Pay(session, new { method = "sepa_debit" });

        await monday.Advance(TimeSpan.FromDays(2));
        var sunday = await monday.Get($"/v1/checkout/sessions/{session}");
        await monday.Advance(TimeSpan.FromDays(1));

        sunday.Text("payment_status").ShouldBe("unpaid");
        (await monday.Get($"/v1/checkout/sessions/{session}")).Text("payment_status").ShouldBe("paid");
    }

    [Theory]
    [InlineData("00012345", "succeeded", "active", "accepted", false)]
    [InlineData("90012345", "succeeded", "active", "accepted", true)]
    [InlineData("22222227", "failed", "active", "accepted", false)]
    [InlineData("33333335", "failed", "inactive", "refused", false)]
    public async Task A_Bacs_debit_is_answered_together_with_its_mandate(
        string account,
        string charge,
        string status,
        string network,
        bool quick
    )
    {
        var session = await Session("gbp", "bacs_debit");
        await stripe.Pay(session, new { method = "bacs_debit", account_number = account });

        await stripe.Advance(quick ? ThreeMinutes : OneWeek);

        var after = (await stripe.Get("/v1/charges")).Data.Single()!;
        var debit = after["payment_method_details"]!["bacs_debit"]!;
        var mandate = await stripe.Get($"/v1/mandates/{(string)debit["mandate"]!}");
        ((string?)after["status"], (string?)debit["sort_code"]).ShouldBe((charge, "108800"));
        mandate.Text("status").ShouldBe(status);
        ((string?)mandate.Body["payment_method_details"]!["bacs_debit"]!["network_status"]).ShouldBe(network);
        (await stripe.EventTypes()).ShouldContain("mandate.updated");
    }

    [Theory]
    [InlineData("complete", "complete", "paid")]
    [InlineData("fail", "open", "unpaid")]
    public async Task Bancontact_is_authorised_or_failed_at_the_bank(
        string outcome,
        string status,
        string paymentStatus
    )
    {
        var session = await Session("eur", "bancontact");

        using var asked = await stripe.Submit($"/c/pay/{session}", ("method", "bancontact"), ("name", "J. Peeters"));
        using var bank = await stripe.Visit(asked.Headers.Location!.OriginalString);
        using var answered = await stripe.Submit($"/c/pay/{session}/bank", ("outcome", outcome));

        (await Text(bank)).ShouldContain("Bancontact test payment page");
        var after = await stripe.Get($"/v1/checkout/sessions/{session}");
        (after.Text("status"), after.Text("payment_status")).ShouldBe((status, paymentStatus));
    }

    [Theory]
    [InlineData("eur", "card,ideal,bancontact,sepa_debit")]
    [InlineData("eur", "sepa_debit")]
    [InlineData("gbp", "card,bacs_debit")]
    public async Task The_page_offers_exactly_the_methods_of_the_session(string currency, string methods)
    {
        var session = await Session(currency, methods);

        using var answer = await stripe.Visit($"/c/pay/{session}");
        var page = await new HtmlParser().ParseDocumentAsync(await Text(answer), TestContext.Current.CancellationToken);

        page.QuerySelectorAll("input[name=method]").Select(x => x.GetAttribute("value")).ShouldBe(methods.Split(','));
        page.Scripts.ShouldBeEmpty();
        page.QuerySelectorAll("[id]").Select(x => x.Id).ShouldBeUnique();
        foreach (var input in page.QuerySelectorAll("input:not([type=hidden])"))
        {
            page.QuerySelector($"label[for='{input.Id}']").ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_debit_typed_into_the_page_leads_back_to_the_shop()
    {
        var session = await Session("eur", "sepa_debit");

        using var answer = await stripe.Submit(
            $"/c/pay/{session}",
            ("method", "sepa_debit"),
            ("iban", "at61 1904 3002 3457 3201"),
            ("name", "A. Buyer"),
            ("email", "buyer@example.org")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.Host.ShouldBe("shop.test");
        (await Read(session)).Session.ShouldBe("complete unpaid");
    }

    [Theory]
    [InlineData("DE89370400440532013001", "A. Buyer", "The IBAN you entered is invalid.")]
    [InlineData("FR7630006000011234567890189", "A. Buyer", "In test mode only")]
    [InlineData("DE89370400440532013000", "", "The name of the account holder is missing.")]
    public async Task Bank_data_that_cannot_be_are_refused_before_anything_is_tried(
        string iban,
        string name,
        string why
    )
    {
        var session = await Session("eur", "sepa_debit");

        using var answer = await stripe.Submit(
            $"/c/pay/{session}",
            ("method", "sepa_debit"),
            ("iban", iban),
            ("name", name)
        );

        (await Text(answer)).ShouldContain(why);
        (await stripe.Get("/v1/payment_intents")).Data.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gbp", "sepa_debit")]
    [InlineData("eur", "bacs_debit")]
    [InlineData("gbp", "bancontact")]
    [InlineData("gbp", "ideal")]
    public async Task A_method_is_refused_in_a_currency_that_it_does_not_take(string currency, string method)
    {
        var refused = await stripe.Post("/v1/checkout/sessions", Form(currency, method));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)refused.Error["param"]).ShouldBe("payment_method_types");
    }

    [Fact]
    public async Task A_debit_on_its_way_cannot_be_refunded_but_can_be_the_source_of_a_transfer()
    {
        var enterprise = await stripe.Enterprise();
        var session = await Session("eur", "sepa_debit");
        await stripe.Pay(session, new { method = "sepa_debit", iban = "DE62370400440532013001" });
        var charge = (string)(await stripe.Get("/v1/charges")).Data.Single()!["id"]!;

        var refused = await stripe.Post("/v1/refunds", ("charge", charge));
        var transfer = await stripe.Post(
            "/v1/transfers",
            ("amount", 10_000),
            ("currency", "eur"),
            ("destination", enterprise),
            ("source_transaction", charge)
        );
        await stripe.Advance(OneWeek);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        transfer.Status.ShouldBe(HttpStatusCode.OK);
        (await stripe.Balance(enterprise)).ShouldBe((10_000, 0));
        (await stripe.Balance()).ShouldBe((-10_000, 0)); // the debit came back: the platform pays
    }

    private static (string, object)[] Form(string currency, string methods) =>
        [
            ("mode", "payment"),
            ("success_url", "https://shop.test/thanks"),
            ("line_items[0][price_data][currency]", currency),
            ("line_items[0][price_data][unit_amount]", 10_000),
            ("line_items[0][price_data][product_data][name]", "Community share"),
            ("line_items[0][quantity]", 1),
            .. methods.Split(',').Select((x, i) => ($"payment_method_types[{i}]", (object)x)),
        ];

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private Task<string> Session(string currency, string methods) => Session(currency, methods, stripe);

    private static async Task<string> Session(string currency, string methods, Emulator at)
    {
        var created = await at.Post("/v1/checkout/sessions", Form(currency, methods));
        created.Status.ShouldBe(HttpStatusCode.OK, created.Body.ToJsonString());
        return created.Id;
    }

    private async Task<(string Session, string? Intent, string? Charge)> Read(string session)
    {
        var reply = await stripe.Get($"/v1/checkout/sessions/{session}?expand[]=payment_intent.latest_charge");
        var intent = reply.Body["payment_intent"]!;
        return (
            $"{reply.Text("status")} {reply.Text("payment_status")}",
            (string?)intent["status"],
            (string?)intent["latest_charge"]!["status"]
        );
    }
}
