using System.Net;

namespace SocialShares.Tests.StripeEmulator;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private Emulator stripe = null!;

    public async ValueTask InitializeAsync() => stripe = await Emulator.Start();

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Fact]
    public async Task The_same_key_and_parameters_give_the_first_answer_again()
    {
        var (_, charge) = await stripe.Paid();

        var first = await stripe.PostOnce("k-1", "/v1/refunds", ("charge", charge), ("amount", 100));
        var second = await stripe.PostOnce("k-1", "/v1/refunds", ("amount", 100), ("charge", charge));

        second.Body.ToJsonString().ShouldBe(first.Body.ToJsonString());
        first.Headers.Contains("Idempotent-Replayed").ShouldBeFalse();
        second.Headers.GetValues("Idempotent-Replayed").Single().ShouldBe("true");
        (await stripe.Get("/v1/refunds")).Data.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_other_parameters_is_refused()
    {
        var (_, charge) = await stripe.Paid();
        await stripe.PostOnce("k-2", "/v1/refunds", ("charge", charge), ("amount", 100));

        var reply = await stripe.PostOnce("k-2", "/v1/refunds", ("charge", charge), ("amount", 101));

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)reply.Error["type"]).ShouldBe("idempotency_error");
        (await stripe.Get("/v1/refunds")).Data.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_belong_to_the_account_that_used_them()
    {
        var enterprise = await stripe.Enterprise();
        (string, object)[] form = [("amount", 500), ("currency", "eur")];

        var ours = await stripe.PostOnce("k-3", "/v1/payment_intents", form);
        var theirs = await stripe.Send(HttpMethod.Post, "/v1/payment_intents", form, "k-3", enterprise);

        theirs.Status.ShouldBe(HttpStatusCode.OK);
        theirs.Id.ShouldNotBe(ours.Id);
    }

    [Fact]
    public async Task A_refusal_by_the_operation_is_stored_and_one_by_the_checks_is_not()
    {
        var enterprise = await stripe.Enterprise();
        (string, object)[] transfer = [("amount", 100), ("currency", "eur"), ("destination", enterprise)];

        await stripe.PostOnce("k-4", "/v1/transfers", [.. transfer, ("colour", "red")]);
        var poor = await stripe.PostOnce("k-4", "/v1/transfers", transfer);
        await stripe.TopUp(1_000);
        var replayed = await stripe.PostOnce("k-4", "/v1/transfers", transfer);
        var anew = await stripe.PostOnce("k-5", "/v1/transfers", transfer);

        ((string?)poor.Error["code"]).ShouldBe("balance_insufficient");
        ((string?)replayed.Error["code"]).ShouldBe("balance_insufficient");
        anew.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stored_500_is_replayed_and_had_no_effect()
    {
        var (_, charge) = await stripe.Paid();
        await stripe.Order(
            new
            {
                on = "request",
                kind = "error500",
                operation = "Refunds_create",
            }
        );

        var first = await stripe.PostOnce("k-6", "/v1/refunds", ("charge", charge));
        var second = await stripe.PostOnce("k-6", "/v1/refunds", ("charge", charge));

        first.Status.ShouldBe(HttpStatusCode.InternalServerError);
        second.Status.ShouldBe(HttpStatusCode.InternalServerError);
        second.Headers.Contains("Idempotent-Replayed").ShouldBeTrue();
        (await stripe.Get("/v1/refunds")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_500_after_the_effect_hides_a_refund_that_was_made()
    {
        var (_, charge) = await stripe.Paid();
        await stripe.Order(
            new
            {
                on = "request",
                kind = "error500",
                operation = "Refunds_create",
                effect = true,
            }
        );

        var reply = await stripe.PostOnce("k-7", "/v1/refunds", ("charge", charge));

        reply.Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await stripe.Get("/v1/refunds")).Data.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_twin_in_parallel_meets_a_409_and_the_effect_happens_once()
    {
        var (_, charge) = await stripe.Paid();
        await stripe.Order(
            new
            {
                on = "request",
                kind = "slow",
                operation = "Refunds_create",
                seconds = 2,
            }
        );

        var slow = stripe.PostOnce("k-8", "/v1/refunds", ("charge", charge));
        while (await stripe.FaultsLeft() > 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var twin = await stripe.PostOnce("k-8", "/v1/refunds", ("charge", charge));
        var first = await slow;

        twin.Status.ShouldBe(HttpStatusCode.Conflict);
        ((string?)twin.Error["code"]).ShouldBe("idempotency_key_in_use");
        first.Status.ShouldBe(HttpStatusCode.OK);
        (await stripe.Get("/v1/refunds")).Data.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("half")]
    public async Task An_answer_lost_after_the_effect_is_given_to_the_repeat(string kind)
    {
        var (_, charge) = await stripe.Paid();
        await stripe.Order(
            new
            {
                on = "request",
                kind,
                operation = "Refunds_create",
            }
        );

        await Should.ThrowAsync<HttpRequestException>(() => stripe.PostOnce("k-9", "/v1/refunds", ("charge", charge)));
        var repeat = await stripe.PostOnce("k-9", "/v1/refunds", ("charge", charge));

        repeat.Status.ShouldBe(HttpStatusCode.OK);
        repeat.Headers.Contains("Idempotent-Replayed").ShouldBeTrue();
        (await stripe.Get("/v1/refunds")).Data.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_lost_on_the_way_had_no_effect()
    {
        var (_, charge) = await stripe.Paid();
        await stripe.Order(
            new
            {
                on = "request",
                kind = "lost_before",
                operation = "Refunds_create",
            }
        );

        await Should.ThrowAsync<HttpRequestException>(() => stripe.PostOnce("k-10", "/v1/refunds", ("charge", charge)));
        var repeat = await stripe.PostOnce("k-10", "/v1/refunds", ("charge", charge));

        repeat.Headers.Contains("Idempotent-Replayed").ShouldBeFalse();
        repeat.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("conflict409", HttpStatusCode.Conflict)]
    [InlineData("rate429", HttpStatusCode.TooManyRequests)]
    public async Task A_lock_or_a_limit_leaves_the_key_unused(string kind, HttpStatusCode status)
    {
        var (_, charge) = await stripe.Paid();
        await stripe.Order(
            new
            {
                on = "request",
                kind,
                operation = "Refunds_create",
                should_retry = true,
            }
        );

        var refused = await stripe.PostOnce("k-11", "/v1/refunds", ("charge", charge));
        var repeat = await stripe.PostOnce("k-11", "/v1/refunds", ("charge", charge));

        refused.Status.ShouldBe(status);
        refused.Headers.GetValues("Stripe-Should-Retry").Single().ShouldBe("true");
        repeat.Status.ShouldBe(HttpStatusCode.OK);
        repeat.Headers.Contains("Idempotent-Replayed").ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_may_be_used_afresh_after_a_day()
    {
        (string, object)[] form = [("amount", 500), ("currency", "eur")];
        var first = await stripe.PostOnce("k-12", "/v1/payment_intents", form);
        stripe.Clock.Move(TimeSpan.FromHours(25));

        var second = await stripe.PostOnce("k-12", "/v1/payment_intents", form);

        second.Id.ShouldNotBe(first.Id);
    }
}
