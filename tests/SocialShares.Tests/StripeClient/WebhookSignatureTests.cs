using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

public class WebhookSignatureTests
{
    private const string Secret = "whsec_test";
    private const long SignedAt = 1_700_000_000;

    private const string Event =
        """{"id":"evt_1","object":"event","type":"checkout.session.completed","created":1700000000,"livemode":false,"pending_webhooks":1,"api_version":"2026-07-29.dahlia","data":{"object":{"id":"cs_1","object":"checkout.session"}}}""";

    // Made with the official stripe package of npm 22.5.0 and, alike, with Python's hmac.
    private const string KnownSignature = "c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(SignedAt);

    [Fact]
    public void A_delivery_signed_with_our_secret_is_the_event()
    {
        var read = Verify(Event, $"t={SignedAt},v1={Sign(Event)}");

        read.Id.ShouldBe("evt_1");
        read.Type.ShouldBe(StripeEventType.CheckoutSessionCompleted);
        read.ObjectId.ShouldBe("cs_1");
        read.ObjectKind.ShouldBe("checkout.session");
        read.IsOfOtherRelease.ShouldBeFalse();
        read.Account.ShouldBeNull();
    }

    [Fact]
    public void A_signature_of_the_official_package_is_accepted()
    {
        // The payload of the known vector is signed but is no event: it gets past the signature and no further.
        Fault("""{"id":"evt_1"}""", $"t={SignedAt},v1={KnownSignature}").ShouldBe(StripeSignatureFault.NotAnEvent);
        Fault("""{"id":"evt_2"}""", $"t={SignedAt},v1={KnownSignature}").ShouldBe(StripeSignatureFault.NoMatch);
    }

    [Theory]
    [InlineData("t={t}, v1={s}")]
    [InlineData("v1={s},t={t}")]
    [InlineData("t={t},v0=abc,v1={s},v2=def")]
    [InlineData("t={t},v1=0000000000000000000000000000000000000000000000000000000000000000,v1={s}")]
    [InlineData("t={t},v1={s},v1=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("t={t},v1=not hex,v1={s}")]
    [InlineData("t={t},v1={s},")]
    [InlineData("t={t},nonsense,v1={s}")]
    public void Order_spaces_other_schemes_and_other_signatures_do_not_matter(string header) =>
        Verify(Event, Header(header)).Id.ShouldBe("evt_1");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(",,,")]
    [InlineData("t={t}")]
    [InlineData("v1={s}")]
    [InlineData("t=,v1={s}")]
    [InlineData("t=-5,v1={s}")]
    [InlineData("t= 5,v1={s}")]
    [InlineData("t=1e9,v1={s}")]
    [InlineData("t=99999999999999999999999,v1={s}")]
    [InlineData("t=9223372036854775807,v1={s}")]
    [InlineData("t={t},t=1,v1={s}")]
    [InlineData("t={t},v0={s}")]
    [InlineData("t={t},v1=")]
    [InlineData("t={t},v1=zz")]
    [InlineData("t:{t};v1:{s}")]
    public void A_malformed_header_is_refused_and_nothing_else_happens(string? header) =>
        Fault(Event, Header(header)).ShouldBe(StripeSignatureFault.MalformedHeader);

    [Fact]
    public void Whatever_a_stranger_sends_gives_this_exception_and_no_other()
    {
        Prop.ForAll<string, byte[]>(
                (header, payload) =>
                {
                    Should.Throw<StripeSignatureException>(() =>
                        StripeWebhook.Verify(payload ?? [], $"t={SignedAt},{header}", [Secret], Now)
                    );
                    Should.Throw<StripeSignatureException>(() =>
                        StripeWebhook.Verify(payload ?? [], header, [Secret], Now)
                    );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void A_delivery_is_good_for_300_seconds_either_way(int age, bool good)
    {
        var header = $"t={SignedAt},v1={Sign(Event)}";
        var now = Now.AddSeconds(age);

        if (good)
            StripeWebhook.Verify(Bytes(Event), header, [Secret], now).Id.ShouldBe("evt_1");
        else
            Should
                .Throw<StripeSignatureException>(() => StripeWebhook.Verify(Bytes(Event), header, [Secret], now))
                .Fault.ShouldBe(StripeSignatureFault.OutsideTolerance);
    }

    [Fact]
    public void While_one_secret_replaces_another_both_are_good()
    {
        var header = $"t={SignedAt},v1={Sign(Event)}";

        StripeWebhook.Verify(Bytes(Event), header, ["whsec_new", Secret], Now).Id.ShouldBe("evt_1");
        StripeWebhook.Verify(Bytes(Event), header, [Secret, "whsec_new"], Now).Id.ShouldBe("evt_1");
        Should
            .Throw<StripeSignatureException>(() => StripeWebhook.Verify(Bytes(Event), header, ["whsec_new"], Now))
            .Fault.ShouldBe(StripeSignatureFault.NoMatch);
    }

    [Fact]
    public void A_changed_byte_time_or_secret_is_seen()
    {
        var signature = Sign(Event);

        Fault(Event + " ", $"t={SignedAt},v1={signature}").ShouldBe(StripeSignatureFault.NoMatch);
        Fault(Event, $"t={SignedAt + 1},v1={signature}").ShouldBe(StripeSignatureFault.NoMatch);
        Fault(Event, $"t=0{SignedAt},v1={signature}").ShouldBe(StripeSignatureFault.NoMatch);
        Fault(Event, $"t={SignedAt},v1={signature[..^1]}{(signature[^1] == '0' ? '1' : '0')}")
            .ShouldBe(StripeSignatureFault.NoMatch);
        Fault(Event, $"t={SignedAt},v1={Sign(Event, "test")}").ShouldBe(StripeSignatureFault.NoMatch);
    }

    [Fact]
    public void The_bytes_are_signed_as_they_came_even_with_a_byte_order_mark()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Bytes(Event)];

        StripeWebhook.Verify(marked, $"t={SignedAt},v1={Sign(marked, Secret)}", [Secret], Now).Id.ShouldBe("evt_1");
        Should.Throw<StripeSignatureException>(() =>
            StripeWebhook.Verify(marked, $"t={SignedAt},v1={Sign(Event)}", [Secret], Now)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"id":"evt_1","type":"x"}""")]
    public void A_signed_body_that_is_no_event_is_refused_without_quoting_it(string payload)
    {
        var thrown = Should.Throw<StripeSignatureException>(() => Verify(payload, $"t={SignedAt},v1={Sign(payload)}"));

        thrown.Fault.ShouldBe(StripeSignatureFault.NotAnEvent);
        thrown.InnerException.ShouldBeNull();
    }

    [Fact]
    public void An_endpoint_without_secret_accepts_nothing()
    {
        Should.Throw<ArgumentException>(() => StripeWebhook.Verify(Bytes(Event), Header("t={t},v1={s}"), [], Now));
        Should.Throw<ArgumentException>(() =>
            StripeWebhook.Verify(Bytes(Event), $"t={SignedAt},v1={Sign(Event, "")}", [""], Now)
        );
    }

    [Theory]
    [InlineData("2026-07-29.dahlia", false)]
    [InlineData("2026-03-25.dahlia", false)]
    [InlineData("2026-10-28.endive", true)]
    [InlineData("2020-08-27", true)]
    public void An_event_of_another_release_train_is_known_as_such(string version, bool other)
    {
        var payload = Event.Replace("2026-07-29.dahlia", version, StringComparison.Ordinal);

        Verify(payload, $"t={SignedAt},v1={Sign(payload)}").IsOfOtherRelease.ShouldBe(other);
    }

    [Fact]
    public void The_object_of_an_event_can_be_read()
    {
        var payload = Event.Replace(
            """{"id":"cs_1","object":"checkout.session"}""",
            """{"id":"re_1","object":"refund","amount":5,"currency":"eur","created":1}""",
            StringComparison.Ordinal
        );

        Verify(payload, $"t={SignedAt},v1={Sign(payload)}").Read<StripeRefund>().Amount.ShouldBe(5);
    }

    private static StripeEvent Verify(string payload, string? header) =>
        StripeWebhook.Verify(Bytes(payload), header, [Secret], Now);

    private static StripeSignatureFault Fault(string payload, string? header) =>
        Should.Throw<StripeSignatureException>(() => Verify(payload, header)).Fault;

    private static string? Header(string? pattern) =>
        pattern
            ?.Replace("{t}", SignedAt.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{s}", Sign(Event), StringComparison.Ordinal);

    private static string Sign(string payload, string secret = Secret) => Sign(Bytes(payload), secret);

    private static string Sign(byte[] payload, string secret)
    {
        byte[] signed = [.. Bytes($"{SignedAt}."), .. payload];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Bytes(secret), signed));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
