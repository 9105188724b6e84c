using System.Net;
using System.Text;

namespace SocialShares.Tests.StripeEmulator;

public sealed class StrictRequestTests : IAsyncLifetime
{
    private Emulator stripe = null!;

    public async ValueTask InitializeAsync() => stripe = await Emulator.Start();

    public ValueTask DisposeAsync() => stripe.DisposeAsync();

    [Theory]
    [InlineData("colour", "red", "parameter_unknown", "colour")]
    [InlineData("payment_intent_data[colour]", "red", "parameter_unknown", "payment_intent_data[colour]")]
    [InlineData("line_items[0][price_data][colour]", "red", "parameter_unknown", "line_items[0][price_data][colour]")]
    [InlineData("expires_at", "soon", "parameter_invalid_integer", "expires_at")]
    [InlineData("locale", "klingon", null, "locale")]
    [InlineData("customer_email", "", "parameter_invalid_empty", "customer_email")]
    public async Task A_parameter_that_Stripe_would_not_take_is_refused(
        string name,
        string value,
        string? code,
        string param
    )
    {
        var reply = await stripe.Post("/v1/checkout/sessions", [.. Emulator.SessionForm(), (name, value)]);

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)reply.Error["type"]).ShouldBe("invalid_request_error");
        ((string?)reply.Error["code"]).ShouldBe(code);
        ((string?)reply.Error["param"]).ShouldBe(param);
        (await stripe.Get("/v1/checkout/sessions")).Data.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mode")]
    [InlineData("success_url")]
    [InlineData("line_items[0][price_data][unit_amount]")]
    [InlineData("line_items[0][quantity]")]
    [InlineData("line_items[0][price_data][currency]")]
    public async Task A_missing_parameter_is_named(string name)
    {
        var form = Emulator.SessionForm().Where(x => x.Item1 != name).ToArray();

        var reply = await stripe.Post("/v1/checkout/sessions", form);

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)reply.Error["code"]).ShouldBe("parameter_missing");
        ((string?)reply.Error["param"]).ShouldBe(name);
    }

    [Fact]
    public async Task An_unknown_query_parameter_is_refused_too()
    {
        var reply = await stripe.Get("/v1/refunds?colour=red");

        ((string?)reply.Error["code"]).ShouldBe("parameter_unknown");
    }

    [Theory]
    [InlineData(49, "amount_too_small")]
    [InlineData(100_000_000, null)]
    public async Task An_amount_outside_the_limits_is_refused(long amount, string? code)
    {
        var reply = await stripe.Post("/v1/checkout/sessions", Emulator.SessionForm(amount));

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)reply.Error["code"]).ShouldBe(code);
    }

    [Fact]
    public async Task Ideal_takes_euros_only()
    {
        var form = Emulator.SessionForm().Select(x => x.Item2 is "eur" ? (x.Item1, "gbp") : x).ToArray();

        var reply = await stripe.Post("/v1/checkout/sessions", form);

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)reply.Error["param"]).ShouldBe("payment_method_types");
    }

    [Theory]
    [InlineData("sk_live_abc")]
    [InlineData("pk_test_abc")]
    [InlineData("nothing")]
    public async Task Another_key_than_a_test_key_is_refused(string key)
    {
        var reply = await stripe.Send(HttpMethod.Get, "/v1/balance", null, bearer: key);

        reply.Status.ShouldBe(HttpStatusCode.Unauthorized);
        reply.Body.ToJsonString().ShouldNotContain("abc");
    }

    [Fact]
    public async Task The_key_may_come_as_a_user_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/balance");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("sk_test_x:")));

        var (reply, body) = await stripe.Raw(request);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        reply.Headers.GetValues("Request-Id").Single().ShouldStartWith("req_");
    }

    [Fact]
    public async Task An_unknown_connected_account_is_forbidden()
    {
        var reply = await stripe.Get("/v1/balance", "acct_nobody");

        reply.Status.ShouldBe(HttpStatusCode.Forbidden);
        ((string?)reply.Error["code"]).ShouldBe("account_invalid");
    }

    [Fact]
    public async Task One_account_does_not_see_the_objects_of_another()
    {
        var session = await stripe.Session();

        var reply = await stripe.Get($"/v1/checkout/sessions/{session}", await stripe.Enterprise());

        reply.Status.ShouldBe(HttpStatusCode.NotFound);
        ((string?)reply.Error["code"]).ShouldBe("resource_missing");
    }

    [Fact]
    public async Task A_body_of_JSON_is_refused_as_Stripe_does()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/refunds")
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", "sk_test_x");

        var (reply, body) = await stripe.Raw(request);

        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("application/x-www-form-urlencoded");
    }

    [Fact]
    public async Task Another_API_version_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/balance");
        request.Headers.Authorization = new("Bearer", "sk_test_x");
        request.Headers.Add("Stripe-Version", "2020-08-27");

        var (reply, body) = await stripe.Raw(request);

        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("2020-08-27");
    }

    [Fact]
    public async Task A_property_without_an_object_behind_it_cannot_be_expanded()
    {
        var reply = await stripe.Get($"/v1/checkout/sessions/{await stripe.Session()}?expand[]=status");

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)reply.Error["message"]!).ShouldContain("cannot be expanded");
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        var made = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            made.Add(await stripe.Session());
        }

        var first = await stripe.Get("/v1/checkout/sessions?limit=3");
        var second = await stripe.Get($"/v1/checkout/sessions?limit=3&starting_after={Last(first)}");
        var third = await stripe.Get($"/v1/checkout/sessions?limit=3&starting_after={Last(second)}");
        var back = await stripe.Get($"/v1/checkout/sessions?limit=3&ending_before={First(third)}");

        Ids(first).Concat(Ids(second)).Concat(Ids(third)).ShouldBe(made.AsEnumerable().Reverse());
        ((bool)first.Body["has_more"]!).ShouldBeTrue();
        ((bool)third.Body["has_more"]!).ShouldBeFalse();
        Ids(back).ShouldBe(Ids(second));
        ((bool)back.Body["has_more"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Events_are_found_by_time_and_type()
    {
        await stripe.Paid();
        stripe.Clock.Move(TimeSpan.FromHours(1));
        var since = stripe.Clock.GetUtcNow().ToUnixTimeSeconds();
        await stripe.Paid();

        var all = await stripe.Get("/v1/events?type=charge.succeeded");
        var recent = await stripe.Get($"/v1/events?type=charge.succeeded&created[gte]={since}");

        all.Data.Count.ShouldBe(2);
        Ids(recent).ShouldBe(Ids(all).Take(1));
    }

    private static IEnumerable<string> Ids(Reply reply) => reply.Data.Select(x => (string)x!["id"]!);

    private static string First(Reply reply) => Ids(reply).First();

    private static string Last(Reply reply) => Ids(reply).Last();
}
