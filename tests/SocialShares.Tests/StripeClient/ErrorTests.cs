using System.Net;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

public class ErrorTests
{
    [Theory]
    [InlineData(402, "card_error", typeof(StripeCardException), false)]
    [InlineData(400, "invalid_request_error", typeof(StripeInvalidRequestException), false)]
    [InlineData(404, "invalid_request_error", typeof(StripeInvalidRequestException), false)]
    [InlineData(400, "idempotency_error", typeof(StripeIdempotencyException), false)]
    [InlineData(401, "invalid_request_error", typeof(StripeAuthenticationException), false)]
    [InlineData(403, "invalid_request_error", typeof(StripePermissionException), false)]
    [InlineData(429, "invalid_request_error", typeof(StripeRateLimitException), false)]
    [InlineData(409, "invalid_request_error", typeof(StripeInvalidRequestException), true)]
    [InlineData(409, "idempotency_error", typeof(StripeIdempotencyException), true)]
    [InlineData(500, "api_error", typeof(StripeApiException), true)]
    [InlineData(400, "an_error_of_next_year", typeof(StripeApiException), false)]
    public async Task An_error_is_told_by_its_status_and_its_type(int status, string type, Type expected, bool unknown)
    {
        var thrown = await Thrown(status, $$$"""{"error":{"type":"{{{type}}}","message":"m"}}""");

        thrown.ShouldBeOfType(expected);
        thrown.OutcomeUnknown.ShouldBe(unknown);
        thrown.Status.ShouldBe((HttpStatusCode)status);
    }

    [Fact]
    public async Task Everything_Stripe_says_about_an_error_can_be_asked()
    {
        var thrown = await Thrown(
            402,
            """
            {"error":{"type":"card_error","code":"card_declined","decline_code":"insufficient_funds","param":"amount","message":"Your card.",
             "advice_code":"try_again_later","charge":"ch_1","payment_intent":{"id":"pi_1","object":"payment_intent"},"doc_url":"d"}}
            """
        );

        (thrown.Type, thrown.Code, thrown.DeclineCode, thrown.Param).ShouldBe(
            ("card_error", StripeErrorCode.CardDeclined, "insufficient_funds", "amount")
        );
        (thrown.StripeMessage, thrown.AdviceCode, thrown.ChargeId, thrown.PaymentIntentId).ShouldBe(
            ("Your card.", "try_again_later", "ch_1", "pi_1")
        );
        thrown.RequestId.ShouldBe("req_1");
        thrown.Message.ShouldBe(
            "Stripe refused POST v1/refunds: HTTP 402, card_error, card_declined, insufficient_funds, param amount, request req_1."
        );
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"gone"}""", "invalid_grant", "gone")]
    [InlineData(400, """{"error":null}""", null, null)]
    [InlineData(400, """{"error":{"type":5,"code":[],"message":{}}}""", null, null)]
    [InlineData(400, "[]", null, null)]
    [InlineData(400, "", null, null)]
    [InlineData(404, "<html>not here</html>", null, null)]
    public async Task An_error_of_any_other_shape_is_still_an_error(
        int status,
        string body,
        string? code,
        string? message
    )
    {
        var thrown = await Thrown(status, body);

        thrown.ShouldBeOfType<StripeInvalidRequestException>();
        (thrown.Code, thrown.StripeMessage).ShouldBe((code, message));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(200)]
    public async Task No_exception_text_holds_the_key_the_body_or_what_Stripe_quoted_of_it(int status)
    {
        var body =
            """{"error":{"type":"x","message":"Invalid: sk_test_secret, jan@example.org"},"id":"jan@example.org"}""";

        var text = (await Thrown(status, body)).ToString();

        text.ShouldNotContain("sk_test_secret");
        text.ShouldNotContain("jan@example.org");
        text.ShouldNotContain("key-1");
    }

    private static async Task<StripeException> Thrown(int status, string body)
    {
        var handler = new AnswersWith(_ => new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body),
            Headers = { { "Request-Id", "req_1" } },
        });
        var request = new CreateStripeRefund
        {
            Metadata = new Dictionary<string, string> { ["mail"] = "jan@example.org" },
        };
        return await Should.ThrowAsync<StripeException>(() =>
            handler.Client().CreateRefund(request, "key-1", ct: TestContext.Current.CancellationToken)
        );
    }
}
