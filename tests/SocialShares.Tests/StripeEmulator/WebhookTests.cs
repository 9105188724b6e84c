using System.Diagnostics;

namespace SocialShares.Tests.StripeEmulator;

public sealed class WebhookTests
{
    private const string Secret = "whsec_of_the_shop";
    private const string Completed = "checkout.session.completed";

    [Fact]
    public async Task An_event_is_signed_with_the_endpoints_secret()
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Emulator.Start();
        var endpoint = await stripe.Post(
            "/v1/webhook_endpoints",
            ("url", shop.Url),
            ("enabled_events[0]", Completed),
            ("api_version", "2026-07-29.dahlia")
        );

        await stripe.Paid();

        var secret = endpoint.Text("secret")!;
        var (signature, body) = shop.Received.Single();
        var now = stripe.Clock.GetUtcNow().ToUnixTimeSeconds();
        secret.ShouldStartWith("whsec_");
        Shop.IsSigned(signature, body, secret, now).ShouldBeTrue();
        Shop.IsSigned(signature, [.. body, (byte)' '], secret, now).ShouldBeFalse();
        Shop.IsSigned(signature, body, secret + "x", now).ShouldBeFalse();
        new AnswerShapes().DifferencesFrom("event", shop.Events.Single()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_shop_knows_of_the_payment_before_the_buyer_comes_back()
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Start(shop);
        shop.Delay = TimeSpan.FromMilliseconds(300);

        var (session, _) = await stripe.Paid();

        var told = shop.Events.Single(x => (string?)x["type"] == Completed)["data"]!["object"]!;
        ((string?)told["id"]).ShouldBe(session);
        ((string?)told["payment_status"]).ShouldBe("paid");
        ((string?)told["metadata"]!["application"]).ShouldBe("a-1");
    }

    [Fact]
    public async Task A_shop_that_does_not_answer_holds_the_buyer_no_longer_than_the_wait()
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Start(shop, "--Webhook:RedirectWaitSeconds=0.5");
        shop.AnswerWith = _ => 500;
        var watch = Stopwatch.StartNew();

        await stripe.Paid();

        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.4));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(9));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(400)]
    [InlineData(302)]
    public async Task A_delivery_is_repeated_until_it_meets_a_2xx(int status)
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Start(shop, "--Webhook:RetryGapsMilliseconds=50,100");
        shop.AnswerWith = number => number < 3 ? status : 204;

        await stripe.TopUp(1_000);
        await stripe.Post("/v1/payment_intents", ("amount", 500), ("currency", "eur"));
        await Until(() => shop.Received.Count == 4);
        await stripe.Settle();

        shop.Ids("payment_intent.created").Distinct().Count().ShouldBe(1);
        shop.Received.Count.ShouldBe(4);
        var made = (await stripe.Get("/v1/events")).Data.Single()!;
        ((long)made["pending_webhooks"]!).ShouldBe(0);
    }

    [Fact]
    public async Task A_settle_tries_waiting_deliveries_at_once()
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Start(shop, "--Webhook:RetryGapsMilliseconds=600000");
        shop.AnswerWith = number => number == 0 ? 500 : 200;
        await stripe.Post("/v1/payment_intents", ("amount", 500), ("currency", "eur"));
        await Until(() => shop.Received.Count == 1);

        await stripe.Settle();

        shop.Received.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_duplicate_is_the_same_event_twice_and_a_twin_another_event_of_the_same_fact()
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Start(shop);

        await stripe.Order(
            new
            {
                on = "delivery",
                kind = "duplicate",
                type = Completed,
            }
        );
        await stripe.Paid();
        await stripe.Settle();
        var duplicates = shop.Ids(Completed);
        await stripe.Order(
            new
            {
                on = "delivery",
                kind = "twin",
                type = Completed,
            }
        );
        await stripe.Paid();
        await stripe.Settle();
        var twins = shop.Ids(Completed).Skip(duplicates.Count).ToList();

        duplicates.Count.ShouldBe(2);
        duplicates.Distinct().Count().ShouldBe(1);
        twins.Distinct().Count().ShouldBe(2);
        (await stripe.Get($"/v1/events?type={Completed}")).Data.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_dropped_delivery_never_arrives_but_is_listed()
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Start(shop);
        await stripe.Order(
            new
            {
                on = "delivery",
                kind = "drop",
                type = Completed,
            }
        );

        await stripe.Paid();
        await stripe.Settle();

        shop.Ids(Completed).ShouldBeEmpty();
        shop.Ids("charge.succeeded").Count.ShouldBe(1);
        (await stripe.Get($"/v1/events?type={Completed}&delivery_success=false")).Data.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_delayed_delivery_comes_after_the_buyer()
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Start(shop);
        await stripe.Order(
            new
            {
                on = "delivery",
                kind = "delay",
                type = Completed,
                seconds = 1,
            }
        );

        await stripe.Paid();
        var atReturn = shop.Ids(Completed).Count;
        await stripe.Settle();
        var afterSettle = shop.Ids(Completed).Count;
        await Until(() => shop.Ids(Completed).Count == 1);

        (atReturn, afterSettle).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Two_deliveries_can_arrive_in_the_wrong_order()
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Start(shop);
        await stripe.Order(
            new
            {
                on = "delivery",
                kind = "reorder",
                type = "charge.succeeded",
            }
        );

        await stripe.Paid();
        await stripe.Settle();

        var types = shop.Events.Select(x => (string)x["type"]!).ToList();
        var later = new[] { "payment_intent.succeeded", Completed }.Min(x => types.IndexOf(x));
        types.Count.ShouldBe(4);
        types.IndexOf("charge.succeeded").ShouldBeGreaterThan(later);
    }

    [Fact]
    public async Task Events_of_connected_accounts_go_to_the_connect_endpoint_only()
    {
        await using var shop = await Shop.Open();
        await using var stripe = await Emulator.Start();
        (string, object)[] form = [("url", shop.Url), ("enabled_events[0]", "account.updated")];
        await stripe.Post("/v1/webhook_endpoints", form);
        await stripe.Post("/v1/webhook_endpoints", [.. form, ("connect", "true")]);
        var enterprise = await stripe.Enterprise();

        await stripe.Post($"/v1/accounts/{enterprise}", ("email", "shop@example.org"));
        await stripe.Settle();

        ((string?)shop.Events.Single()["account"]).ShouldBe(enterprise);
    }

    private static Task<Emulator> Start(Shop shop, params string[] settings) =>
        Emulator.Start([$"--Webhook:Url={shop.Url}", $"--Webhook:Secret={Secret}", .. settings]);

    private static async Task Until(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(20);
        }
    }
}
