using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SocialShares.Tests.StripeEmulator;

public sealed class CheckoutTests : IAsyncLifetime
{
    private Emulator stripe = null!;

    public async ValueTask InitializeAsync() => stripe = await Emulator.Start();

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Fact]
    public async Task A_card_typed_into_the_page_pays_and_leads_back_to_the_shop()
    {
        var session = await stripe.Session(12_345);
        var page = await Open(session);
        page.QuerySelector("#total")!.TextContent.ShouldBe("EUR 123.45");

        using var answer = await Submit(session, Card("4242 4242 4242 4242"));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe($"https://shop.test/thanks?session={session}");
        var paid = await stripe.Get($"/v1/checkout/sessions/{session}?expand[]=payment_intent.latest_charge");
        (paid.Text("status"), paid.Text("payment_status"), paid.Text("url")).ShouldBe(("complete", "paid", null));
        var charge = paid.Body["payment_intent"]!["latest_charge"]!;
        ((long)charge["amount"]!).ShouldBe(12_345);
        ((string?)charge["transfer_group"]).ShouldBe("offer-1");
        ((string?)charge["metadata"]!["application"]).ShouldBe("a-1");
        ((string?)charge["payment_method_details"]!["card"]!["last4"]).ShouldBe("4242");
    }

    [Theory]
    [InlineData("4000000000000002", "card_declined", "generic_decline")]
    [InlineData("4000000000009995", "card_declined", "insufficient_funds")]
    [InlineData("4000000000009987", "card_declined", "lost_card")]
    [InlineData("4000000000009979", "card_declined", "stolen_card")]
    [InlineData("4000000000006975", "card_declined", "card_velocity_exceeded")]
    [InlineData("4000000000000069", "expired_card", "expired_card")]
    [InlineData("4000000000000127", "incorrect_cvc", "incorrect_cvc")]
    [InlineData("4000000000000119", "processing_error", "processing_error")]
    [InlineData("4242424242424241", "incorrect_number", null)]
    [InlineData("4000008400001629", "card_declined", "generic_decline")]
    public async Task A_declined_card_leaves_the_session_open_for_another_try(string card, string code, string? decline)
    {
        var session = await stripe.Session();

        var declined = await stripe.Pay(session, new { card });
        var between = await stripe.Get($"/v1/checkout/sessions/{session}");
        var paid = await stripe.Pay(session, new { card = "4242424242424242" });

        ((string?)declined["status"]).ShouldBe("declined");
        ((string?)declined["code"]).ShouldBe(code);
        ((string?)declined["decline_code"]).ShouldBe(decline);
        (between.Text("status"), between.Text("payment_status")).ShouldBe(("open", "unpaid"));
        ((string?)paid["status"]).ShouldBe("paid");
        (await stripe.Get("/v1/charges")).Data.Count(x => (bool)x!["paid"]!).ShouldBe(1);
        (await stripe.Get("/v1/payment_intents")).Data.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_page_shows_why_the_card_was_declined_and_offers_the_form_again()
    {
        var session = await stripe.Session();

        using var answer = await Submit(session, Card("4000000000009995"));
        var page = await Parse(answer);

        page.QuerySelector("[role=alert]")!.TextContent.ShouldBe("Your card has insufficient funds.");
        page.QuerySelector("#card-form").ShouldNotBeNull();
        (await stripe.EventTypes()).ShouldBe([
            "payment_intent.created",
            "charge.failed",
            "payment_intent.payment_failed",
        ]);
    }

    [Fact]
    public async Task The_page_needs_no_script_and_labels_every_field()
    {
        var page = await Open(await stripe.Session());

        page.Scripts.ShouldBeEmpty();
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        foreach (var input in page.QuerySelectorAll("input:not([type=hidden])"))
        {
            page.QuerySelector($"label[for='{input.Id}']").ShouldNotBeNull();
        }

        ((IHtmlAnchorElement)page.QuerySelector("#cancel")!).Href.ShouldBe("https://shop.test/cancelled");
    }

    [Theory]
    [InlineData("4000002500003155")]
    [InlineData("4000002760003184")]
    [InlineData("4000000000003220")]
    public async Task A_card_with_3D_Secure_asks_at_the_bank_first(string card)
    {
        var session = await stripe.Session();

        using var asked = await Submit(session, Card(card));
        var waiting = await stripe.Get($"/v1/checkout/sessions/{session}?expand[]=payment_intent");
        using var confirmed = await Answer(session, "complete");

        asked.Headers.Location!.AbsolutePath.ShouldBe($"/c/pay/{session}/bank");
        ((string?)waiting.Body["payment_intent"]!["status"]).ShouldBe("requires_action");
        waiting.Text("status").ShouldBe("open");
        confirmed.Headers.Location!.Host.ShouldBe("shop.test");
        var charge = (await stripe.Get("/v1/charges")).Data.Single()!;
        var secure = charge["payment_method_details"]!["card"]!["three_d_secure"]!;
        ((string?)secure["result"]).ShouldBe("authenticated");
    }

    [Fact]
    public async Task Failing_3D_Secure_takes_no_money_and_leaves_the_session_open()
    {
        var session = await stripe.Session();
        using var asked = await Submit(session, Card("4000002760003184"));

        using var failed = await Answer(session, "fail");

        (await Parse(failed)).QuerySelector("[role=alert]").ShouldNotBeNull();
        (await stripe.Get("/v1/charges")).Data.ShouldBeEmpty();
        var intent = (await stripe.Get("/v1/payment_intents")).Data.Single()!;
        ((string?)intent["last_payment_error"]!["code"]).ShouldBe("payment_intent_authentication_failure");
        ((string?)intent["status"]).ShouldBe("requires_payment_method");
    }

    [Theory]
    [InlineData("complete", "complete", "paid")]
    [InlineData("fail", "open", "unpaid")]
    public async Task Ideal_is_authorised_or_failed_at_the_bank(string outcome, string status, string paymentStatus)
    {
        var session = await stripe.Session();

        using var asked = await Submit(session, ("method", "ideal"), ("name", "J. de Vries"));
        using var bank = await stripe.Visit(asked.Headers.Location!.OriginalString);
        (await Parse(bank)).QuerySelectorAll("button").Length.ShouldBe(2);
        using var answered = await Answer(session, outcome);

        var after = await stripe.Get($"/v1/checkout/sessions/{session}");
        (after.Text("status"), after.Text("payment_status")).ShouldBe((status, paymentStatus));
    }

    [Fact]
    public async Task Paying_twice_takes_the_money_once()
    {
        var session = await stripe.Session();

        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stripe.Pay(session, new { })));

        tries.Count(x => (string?)x["status"] == "paid").ShouldBe(1);
        tries.Count(x => (string?)x["status"] == "complete").ShouldBe(7);
        (await stripe.Get("/v1/charges")).Data.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_expires_by_the_clock_and_can_no_longer_be_paid()
    {
        var at = stripe.Clock.GetUtcNow().ToUnixTimeSeconds() + 1_860;
        var session = await stripe.Post("/v1/checkout/sessions", [.. Emulator.SessionForm(), ("expires_at", at)]);
        await stripe.Pay(session.Id, new { card = "4000000000000002" });

        await stripe.Advance(TimeSpan.FromSeconds(1_859));
        var before = await stripe.Get($"/v1/checkout/sessions/{session.Id}");
        await stripe.Advance(TimeSpan.FromSeconds(1));
        var after = await stripe.Get($"/v1/checkout/sessions/{session.Id}");
        var late = await stripe.Pay(session.Id, new { });

        before.Text("status").ShouldBe("open");
        after.Text("status").ShouldBe("expired");
        ((string?)late["status"]).ShouldBe("expired");
        (await stripe.EventTypes()).Count(x => x == "checkout.session.expired").ShouldBe(1);
        ((string?)(await stripe.Get("/v1/payment_intents")).Data.Single()!["status"]).ShouldBe("canceled");
    }

    [Fact]
    public async Task A_session_that_ran_out_is_not_paid_in_the_moment_before_the_loop_notices()
    {
        var session = await stripe.Session();
        stripe.Clock.Move(TimeSpan.FromDays(1));

        var late = await stripe.Pay(session, new { });

        ((string?)late["status"]).ShouldBe("expired");
        (await stripe.Get("/v1/charges")).Data.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1_799, HttpStatusCode.BadRequest)]
    [InlineData(1_800, HttpStatusCode.OK)]
    [InlineData(86_400, HttpStatusCode.OK)]
    [InlineData(86_401, HttpStatusCode.BadRequest)]
    public async Task A_session_lives_half_an_hour_to_a_day(long seconds, HttpStatusCode expected)
    {
        var at = stripe.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds;

        var reply = await stripe.Post("/v1/checkout/sessions", [.. Emulator.SessionForm(), ("expires_at", at)]);

        reply.Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Only_an_open_session_can_be_expired()
    {
        var open = await stripe.Session();
        var (paid, _) = await stripe.Paid();

        var expired = await stripe.Post($"/v1/checkout/sessions/{open}/expire");
        var again = await stripe.Post($"/v1/checkout/sessions/{open}/expire");
        var refused = await stripe.Post($"/v1/checkout/sessions/{paid}/expire");

        expired.Text("status").ShouldBe("expired");
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await stripe.Get($"/v1/checkout/sessions/{paid}")).Text("status").ShouldBe("complete");
    }

    [Theory]
    [InlineData("13 / 34")]
    [InlineData("01 / 30")]
    [InlineData("soon")]
    public async Task An_expiry_that_cannot_be_is_refused_before_anything_is_tried(string expiry)
    {
        var session = await stripe.Session();
        var form = Card("4242424242424242").Select(x => x.Item1 == "expiry" ? ("expiry", expiry) : x).ToArray();

        using var answer = await Submit(session, form);

        (await Parse(answer)).QuerySelector("[role=alert]").ShouldNotBeNull();
        (await stripe.Get("/v1/payment_intents")).Data.ShouldBeEmpty();
    }

    private static (string, string)[] Card(string number) =>
        [
            ("method", "card"),
            ("card_number", number),
            ("expiry", "12 / 34"),
            ("cvc", "123"),
            ("name", "A. Buyer"),
            ("email", "buyer@example.org"),
        ];

    private async Task<IHtmlDocument> Open(string session)
    {
        using var answer = await stripe.Visit($"/c/pay/{session}");
        return await Parse(answer);
    }

    private Task<HttpResponseMessage> Submit(string session, params (string, string)[] form) =>
        stripe.Submit($"/c/pay/{session}", form);

    private Task<HttpResponseMessage> Answer(string session, string outcome) =>
        stripe.Submit($"/c/pay/{session}/bank", ("outcome", outcome));

    private static async Task<IHtmlDocument> Parse(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
