using System.Reflection;
using System.Text.Json.Nodes;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

public class OperationsAgainstSubsetTests
{
    public static TheoryData<string> Names => new(Operation.Names);

    [Fact]
    public void The_client_speaks_the_version_of_the_subset() => StripeApi.Version.ShouldBe(Subset.Version);

    [Fact]
    public void The_operations_are_found_by_looking_at_the_client()
    {
        Operation.Names.ShouldContain(nameof(StripeClient.CreateCheckoutSession));
        Operation.Names.ShouldContain(nameof(ListStripeBalanceTransactions));
        Operation.Names.Count.ShouldBeGreaterThanOrEqualTo(35);
        Operation.Names.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_with_every_field_set_is_one_that_Stripe_takes(string name)
    {
        var operation = Operation.Named(name);
        var (first, _) = await Ask(operation, type => Operation.Filled(type, schema: null));
        var described = Subset.Operation(first.Method, first.RequestUri!.AbsolutePath);
        var parameters = Subset.Parameters(described);

        var (sent, form) = await Ask(operation, type => Operation.Filled(type, parameters));

        Subset.Refusals("", Field.Parse(form), parameters).ShouldBeEmpty();
        sent.Headers.GetValues("Stripe-Version").ShouldBe([StripeApi.Version]);
        sent.Headers.Authorization!.ToString().ShouldBe("Bearer sk_test_secret");
        sent.Headers.TryGetValues("Idempotency-Key", out var keys).ShouldBe(sent.Method == HttpMethod.Post);
        if (sent.Method == HttpMethod.Post)
        {
            keys!.ShouldBe(["key-1"]);
            sent.Content!.Headers.ContentType!.MediaType.ShouldBe("application/x-www-form-urlencoded");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_says_each_field_that_it_has(string name)
    {
        var operation = Operation.Named(name);
        Type? request = null;

        var (_, form) = await Ask(
            operation,
            type =>
            {
                request = type;
                return Operation.Filled(type, schema: null);
            }
        );

        var fields = request is null ? [] : request.GetProperties().Where(p => p.CanWrite).Select(WireName);
        Field
            .Parse(form)
            .Children.Keys.Where(k => request is not null || k != "expand")
            .ShouldBe(fields, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operation_can_act_in_an_enterprises_account_only_where_it_says_so(string name)
    {
        var method = typeof(StripeClient).GetMethod(name);
        var (sent, _) = await Ask(Operation.Named(name), type => Operation.Filled(type, schema: null));

        var takesAccount = method?.GetParameters().Any(p => p.Name == "stripeAccount") == true;

        sent.Headers.Contains("Stripe-Account").ShouldBe(takesAccount);
    }

    [Fact]
    public async Task A_list_can_be_read_in_an_enterprises_account()
    {
        var handler = AnswersWith.Json("""{"data":[],"has_more":false}""");

        await handler
            .Client()
            .List(new ListStripeBalanceTransactions(), "acct_7", TestContext.Current.CancellationToken);

        handler.Asked.Single().Request.Headers.GetValues("Stripe-Account").ShouldBe(["acct_7"]);
    }

    [Theory]
    [InlineData(typeof(StripeCheckoutMode), "checkout.session", "mode")]
    [InlineData(typeof(StripeCheckoutSessionStatus), "checkout.session", "status")]
    [InlineData(typeof(StripePaymentStatus), "checkout.session", "payment_status")]
    [InlineData(typeof(StripePaymentIntentStatus), "payment_intent", "status")]
    [InlineData(typeof(StripeChargeStatus), "charge", "status")]
    [InlineData(typeof(StripeDisputeStatus), "dispute", "status")]
    [InlineData(typeof(StripeRefundReason), "refund", "reason")]
    [InlineData(typeof(StripeCapabilityStatus), "account_capabilities", "transfers")]
    [InlineData(typeof(StripeBalanceTransactionType), "balance_transaction", "type")]
    [InlineData(typeof(StripeErrorCode), "api_errors", "code")]
    [InlineData(typeof(StripeEventType), "event", "type")]
    public void Our_words_are_Stripes_words(Type words, string schema, string field)
    {
        var known = Subset.EnumOf(Subset.Schema(schema)["properties"]![field]!).ToList();

        Constants(words).ShouldBeSubsetOf(known);
    }

    [Fact]
    public void Our_words_in_requests_are_Stripes_words()
    {
        var session = Subset.Parameters(Subset.Operation(HttpMethod.Post, "/v1/checkout/sessions"))["properties"]!;
        var link = Subset.Parameters(Subset.Operation(HttpMethod.Post, "/v1/account_links"))["properties"]!;
        var endpoint = Subset.Parameters(Subset.Operation(HttpMethod.Post, "/v1/webhook_endpoints"))["properties"]!;

        Constants(typeof(StripePaymentMethodType)).ShouldBeSubsetOf(Words(session["payment_method_types"]!["items"]!));
        Constants(typeof(StripeAccountLinkType)).ShouldBeSubsetOf(Words(link["type"]!));
        Constants(typeof(StripeEventType)).ShouldBeSubsetOf(Words(endpoint["enabled_events"]!["items"]!));
        Words(endpoint["api_version"]!).ShouldContain(StripeApi.Version);
    }

    [Fact]
    public void A_wrong_request_is_seen_by_this_check()
    {
        var parameters = Subset.Parameters(Subset.Operation(HttpMethod.Post, "/v1/transfers"));

        Subset.Refusals("", Field.Parse("currency=eur&destination=acct_1&amount=5"), parameters).ShouldBeEmpty();
        Subset.Refusals("", Field.Parse("currency=eur&amount=5.5&colour=red"), parameters).Count().ShouldBe(3);
    }

    private static async Task<(HttpRequestMessage Sent, string Form)> Ask(Operation operation, Func<Type, object> fill)
    {
        var handler = AnswersWith.Json("{}");
        await Should.ThrowAsync<StripeApiException>(() => operation.Call(handler.Client(), fill));
        return handler.Asked.Single();
    }

    private static List<string> Words(JsonNode schema) => [.. Subset.EnumOf(schema)];

    private static List<string> Constants(Type words) =>
        [.. words.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    private static string WireName(PropertyInfo property) =>
        property.GetCustomAttribute<System.Text.Json.Serialization.JsonPropertyNameAttribute>()!.Name;
}
