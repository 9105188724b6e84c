using System.Net;

namespace SocialShares.Tests.StripeEmulator;

/// <summary>Paying by API, as Stripe's own tools do, and the page that those tools fill in.</summary>
public sealed class IntentTests : IAsyncLifetime
{
    private Emulator stripe = null!;

    public async ValueTask InitializeAsync() => stripe = await Emulator.Start();

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Fact]
    public async Task A_declined_card_is_an_error_402_that_carries_the_intent()
    {
        var declined = await Confirmed("pm_card_chargeDeclined");
        var intent = (string)declined.Error["payment_intent"]!["id"]!;
        var paid = await stripe.Post($"/v1/payment_intents/{intent}/confirm", ("payment_method", "pm_card_visa"));
        var again = await stripe.Post($"/v1/payment_intents/{intent}/confirm", ("payment_method", "pm_card_visa"));

        declined.Status.ShouldBe(HttpStatusCode.PaymentRequired);
        ((string?)declined.Error["type"], (string?)declined.Error["decline_code"]).ShouldBe(
            ("card_error", "generic_decline")
        );
        ((string?)declined.Error["charge"]).ShouldStartWith("ch_");
        paid.Text("status").ShouldBe("succeeded");
        ((string?)again.Error["code"]).ShouldBe("payment_intent_unexpected_state");
    }

    [Theory]
    [InlineData("complete", "succeeded")]
    [InlineData("fail", "requires_payment_method")]
    public async Task A_payment_by_API_that_asks_for_3D_Secure_is_answered_on_a_page(string outcome, string status)
    {
        var asked = await Confirmed("pm_card_authenticationRequired");
        var url = (string)asked.Body["next_action"]!["redirect_to_url"]!["url"]!;

        using var page = await stripe.Visit(url);
        using var answer = await stripe.Submit(url, ("outcome", outcome));

        asked.Text("status").ShouldBe("requires_action");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Location!.OriginalString.ShouldBe("https://shop.test/back");
        (await stripe.Get($"/v1/payment_intents/{asked.Id}")).Text("status").ShouldBe(status);
    }

    [Fact]
    public async Task A_method_that_the_intent_does_not_take_is_refused()
    {
        var refused = await Confirmed("pm_card_visa", ("payment_method_types[]", "sepa_debit"));

        ((string?)refused.Error["code"]).ShouldBe("payment_intent_incompatible_payment_method");
    }

    [Fact]
    public async Task The_payment_page_of_the_tools_pays_the_amount_that_they_expect()
    {
        var session = await stripe.Session();
        var path = $"/v1/payment_pages/{session}";

        var shown = await stripe.Get(path);
        var tooMuch = await stripe.Post(
            $"{path}/confirm",
            ("payment_method", "pm_card_visa"),
            ("expected_amount", 10_001)
        );
        var unknown = await stripe.Post($"{path}/confirm", ("payment_method", "pm_card_visa"), ("colour", "red"));
        var declined = await stripe.Post($"{path}/confirm", ("payment_method", "pm_card_chargeDeclined"));
        var paid = await stripe.Post(
            $"{path}/confirm",
            ("payment_method", "pm_card_visa"),
            ("expected_amount", 10_000)
        );
        var twice = await stripe.Post($"{path}/confirm", ("payment_method", "pm_card_visa"));

        (shown.Text("status"), shown.Number("amount_total")).ShouldBe(("open", 10_000));
        tooMuch.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)unknown.Error["code"]).ShouldBe("parameter_unknown");
        declined.Status.ShouldBe(HttpStatusCode.PaymentRequired);
        (paid.Text("status"), paid.Text("payment_status")).ShouldBe(("complete", "paid"));
        twice.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await stripe.EventTypes()).ShouldContain("checkout.session.completed");
    }

    [Fact]
    public async Task The_test_clock_can_be_moved_from_outside()
    {
        await stripe.Debited();

        await stripe.Admin(HttpMethod.Post, "/_emu/clock", new { seconds = 7 * 86_400 });

        (await stripe.EventTypes()).ShouldContain("checkout.session.async_payment_succeeded");
    }

    private Task<Reply> Confirmed(string method, params (string, object)[] more) =>
        stripe.Post(
            "/v1/payment_intents",
            [
                ("amount", 900),
                ("currency", "eur"),
                ("payment_method", method),
                ("confirm", "true"),
                ("return_url", "https://shop.test/back"),
                .. more,
            ]
        );
}
