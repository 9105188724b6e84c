using System.Globalization;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

public class FormEncodingTests
{
    [Fact]
    public void A_whole_order_is_written_as_Stripe_reads_it()
    {
        var order = new CreateStripeCheckoutSession
        {
            LineItems =
            [
                new()
                {
                    Quantity = 3,
                    PriceData = new()
                    {
                        Currency = "EUR",
                        UnitAmount = 2500,
                        ProductData = new() { Name = "Aandeel à € 25 & meer", Metadata = Map("offer", "of_1") },
                    },
                },
            ],
            PaymentMethodTypes = ["card", "ideal"],
            SuccessUrl = "https://shares.example/paid?s={CHECKOUT_SESSION_ID}&a=1",
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1_785_000_000).ToOffset(TimeSpan.FromHours(2)),
            Metadata = Map("application", "01-é"),
            PaymentIntentData = new() { TransferGroup = "offer_1" },
            Expand = ["payment_intent"],
        };

        Decoded(order)
            .ShouldBe(
                [
                    ("mode", "payment"),
                    ("line_items[0][price_data][currency]", "eur"),
                    ("line_items[0][price_data][unit_amount]", "2500"),
                    ("line_items[0][price_data][product_data][name]", "Aandeel à € 25 & meer"),
                    ("line_items[0][price_data][product_data][metadata][offer]", "of_1"),
                    ("line_items[0][quantity]", "3"),
                    ("payment_method_types[0]", "card"),
                    ("payment_method_types[1]", "ideal"),
                    ("success_url", "https://shares.example/paid?s={CHECKOUT_SESSION_ID}&a=1"),
                    ("expires_at", "1785000000"),
                    ("metadata[application]", "01-é"),
                    ("payment_intent_data[transfer_group]", "offer_1"),
                    ("expand[0]", "payment_intent"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void The_place_for_the_session_id_is_encoded_once()
    {
        var form = StripeForm.Encode(
            new CreateStripeCheckoutSession { SuccessUrl = "https://a.example/{CHECKOUT_SESSION_ID}" }
        );

        form.ShouldContain("success_url=https%3A%2F%2Fa.example%2F%7BCHECKOUT_SESSION_ID%7D");
    }

    [Fact]
    public void Booleans_are_lower_case_words()
    {
        var endpoint = new CreateStripeWebhookEndpoint
        {
            Url = "https://a.example/w",
            EnabledEvents = [StripeEventType.RefundFailed],
            Connect = true,
        };

        Decoded(endpoint).ShouldContain(("connect", "true"));
        Decoded(endpoint with { Connect = false }).ShouldContain(("connect", "false"));
        Decoded(endpoint).ShouldContain(("api_version", StripeApi.Version));
    }

    [Fact]
    public void What_is_null_or_empty_is_not_sent_so_that_nothing_is_cleared_by_accident()
    {
        var refund = new CreateStripeRefund { Metadata = new Dictionary<string, string>(), Expand = [] };

        StripeForm.Encode(refund).ShouldBe("");
        StripeForm.Encode(null).ShouldBe("");
        StripeForm.Encode(new CreateStripeAccount { Company = new() }).ShouldBe("");
    }

    [Fact]
    public void An_empty_metadata_value_is_sent_because_it_deletes_the_key() =>
        StripeForm.Encode(new CreateStripeRefund { Metadata = Map("note", "") }).ShouldBe("metadata[note]=");

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_readers_language_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            var transfer = new CreateStripeTransfer
            {
                Amount = -1234567,
                Currency = "ISK",
                Destination = "acct_1",
            };

            Decoded(transfer).ShouldContain(("amount", "-1234567"));
            Decoded(transfer).ShouldContain(("currency", "isk"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("a[b", "v")]
    [InlineData("a]", "v")]
    [InlineData("", "v")]
    public void A_metadata_key_that_would_change_the_form_is_refused(string key, string value) =>
        Should.Throw<ArgumentException>(() => StripeForm.Encode(new CreateStripeRefund { Metadata = Map(key, value) }));

    [Fact]
    public void The_same_metadata_in_another_order_is_the_same_request()
    {
        var one = new CreateStripeRefund
        {
            Metadata = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" },
        };
        var other = new CreateStripeRefund
        {
            Metadata = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" },
        };

        StripeForm.Encode(one).ShouldBe(StripeForm.Encode(other));
    }

    [Fact]
    public void Metadata_fits_Stripes_limits_exactly()
    {
        var fifty = Enumerable.Range(0, 50).ToDictionary(i => $"k{i}", _ => "v");

        Accepts(fifty).ShouldBeTrue();
        Accepts(new(fifty) { ["one more"] = "v" }).ShouldBeFalse();
        Accepts(new() { [new string('k', 40)] = new string('v', 500) }).ShouldBeTrue();
        Accepts(new() { [new string('k', 41)] = "v" }).ShouldBeFalse();
        Accepts(new() { ["k"] = new string('v', 501) }).ShouldBeFalse();
    }

    [Fact]
    public void A_key_or_value_cannot_add_a_field_of_its_own() =>
        Decoded(new CreateStripeRefund { Metadata = Map("a=1&b", "2&amount=9") })
            .ShouldBe([("metadata[a=1&b]", "2&amount=9")]);

    [Fact]
    public async Task An_id_cannot_leave_its_place_in_the_path()
    {
        var handler = AnswersWith.Json("{}");

        await Should.ThrowAsync<StripeApiException>(() => Retrieve(handler, "cs_test_a/b?c#d"));

        handler.Asked.Single().Request.RequestUri!.PathAndQuery.ShouldBe("/v1/checkout/sessions/cs_test_a%2Fb%3Fc%23d");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_name_all_objects_is_refused(string id)
    {
        var handler = AnswersWith.Json("{}");

        await Should.ThrowAsync<ArgumentException>(() => Retrieve(handler, id));

        handler.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_period_is_asked_for_in_unix_seconds()
    {
        var handler = AnswersWith.Json("""{"data":[],"has_more":false}""");
        var created = new StripeCreated
        {
            From = DateTimeOffset.FromUnixTimeSeconds(5),
            Before = DateTimeOffset.FromUnixTimeSeconds(9),
        };

        await handler.Client().List(new ListStripeEvents { Created = created, Types = ["a", "b"] }, ct: Ct);

        Field
            .Decode(handler.Asked.Single().Form)
            .ShouldBe(
                [("created[gte]", "5"), ("created[lt]", "9"), ("types[0]", "a"), ("types[1]", "b")],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("é")]
    public async Task A_key_that_no_header_can_carry_is_refused(string key) =>
        await Should.ThrowAsync<ArgumentException>(() => Refund(key));

    [Fact]
    public async Task A_key_may_have_255_characters_and_no_more()
    {
        await Should.ThrowAsync<StripeApiException>(() => Refund(new string('k', 255))); // sent; the answer is empty
        await Should.ThrowAsync<ArgumentException>(() => Refund(new string('k', 256)));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task Refund(string key) =>
        AnswersWith.Json("{}").Client().CreateRefund(new CreateStripeRefund(), key, ct: Ct);

    private static Task Retrieve(AnswersWith handler, string id) =>
        handler.Client().RetrieveCheckoutSession(id, ct: Ct);

    private static bool Accepts(Dictionary<string, string> metadata)
    {
        try
        {
            return StripeForm.Encode(new CreateStripeRefund { Metadata = metadata }).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static List<(string, string)> Decoded(object request) => [.. Field.Decode(StripeForm.Encode(request))];

    private static Dictionary<string, string> Map(string key, string value) => new() { [key] = value };
}
