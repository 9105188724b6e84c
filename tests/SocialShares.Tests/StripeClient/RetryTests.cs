using System.Net.Sockets;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

public class RetryTests
{
    private const string Refund = """{"id":"re_1","amount":5,"currency":"eur","created":1,"status":"succeeded"}""";
    private const string Retry = "Stripe-Should-Retry: true\r\n";
    private const string NoRetry = "Stripe-Should-Retry: false\r\n";

    public static TheoryData<string> Faults => new(FatesByName.Keys);

    private static Dictionary<string, Fate> FatesByName { get; } =
        new(StringComparer.Ordinal)
        {
            ["connection dropped before the request was read"] = new Fate.DropBefore(),
            ["connection dropped after the request was read"] = new Fate.DropAfter(),
            ["answer broken off half way"] = new Fate.HalfBody(),
            ["success that is no JSON"] = new Fate.Answer(200, "<html>captive portal</html>"),
            ["empty success"] = new Fate.Answer(200, ""),
            ["409"] = new Fate.Answer(409, Error("idempotency_error", "idempotency_key_in_use")),
            ["409 of a lock"] = new Fate.Answer(409, Error("invalid_request_error", "lock_timeout")),
            ["500"] = new Fate.Answer(500, Error("api_error")),
            ["502 of a proxy"] = new Fate.Answer(502, "<html>Bad gateway</html>"),
            ["503"] = new Fate.Answer(503, ""),
            ["429 that says so"] = new Fate.Answer(429, Error("invalid_request_error", "lock_timeout"), Retry),
            ["400 that says so"] = new Fate.Answer(400, Error("invalid_request_error"), Retry),
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task After_a_fault_the_same_request_is_sent_again_with_the_same_key(string fault)
    {
        await using var server = new FaultServer(FatesByName[fault], FatesByName[fault], new Fate.Answer(200, Refund));
        var clock = new InstantClock();

        var result = await Create(server, clock);

        result.Value.Id.ShouldBe("re_1");
        server.Attempts.ShouldBe(3);
        server.Header("Idempotency-Key").ShouldAllBe(k => k == "key-1");
        server.Requests.Distinct().Count().ShouldBe(1);
        server.Requests.Last().ShouldEndWith("\r\n\r\namount=5&payment_intent=pi_1");
        clock.Delays.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_that_stays_ends_after_three_attempts(string fault)
    {
        await using var server = new FaultServer(FatesByName[fault]);

        await Should.ThrowAsync<StripeException>(() => Create(server));

        server.Attempts.ShouldBe(3);
    }

    [Theory]
    [InlineData(429, "", typeof(StripeRateLimitException))]
    [InlineData(400, "", typeof(StripeInvalidRequestException))]
    [InlineData(409, NoRetry, typeof(StripeIdempotencyException))]
    [InlineData(500, NoRetry, typeof(StripeApiException))]
    [InlineData(503, NoRetry, typeof(StripeApiException))]
    [InlineData(302, "Location: /elsewhere\r\n", typeof(StripeApiException))]
    [InlineData(307, "Location: /elsewhere\r\n", typeof(StripeApiException))]
    [InlineData(308, "Location: /elsewhere\r\n", typeof(StripeApiException))]
    [InlineData(201, "", typeof(StripeApiException))]
    public async Task What_is_not_to_be_tried_again_is_sent_once(int status, string headers, Type expected)
    {
        var type =
            status == 409 ? "idempotency_error"
            : status < 500 ? "invalid_request_error"
            : "api_error";
        var body = status is >= 200 and < 400 ? "{}" : Error(type);
        await using var server = new FaultServer(new Fate.Answer(status, body, headers), new Fate.Answer(200, Refund));

        var thrown = await Should.ThrowAsync<StripeException>(() => Create(server));

        thrown.ShouldBeOfType(expected);
        server.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Our_own_timeout_is_a_lost_connection()
    {
        await using var server = new FaultServer(new Fate.Silence(), new Fate.Answer(200, Refund));
        var clock = new InstantClock(timesOut: true);

        var result = await Create(server, clock);

        result.Value.Id.ShouldBe("re_1");
        server.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_reading_request_is_tried_again_too()
    {
        await using var server = new FaultServer(new Fate.DropAfter(), new Fate.Answer(200, Refund));

        var result = await Client(server).RetrieveRefund("re_1", ct: Ct);

        result.Value.Amount.ShouldBe(5);
        server.Header("Idempotency-Key").ShouldBe(["", ""]);
    }

    [Theory]
    [InlineData(1.0, 500, 1000)]
    [InlineData(0.0, 375, 750)]
    public async Task Delays_double_and_are_spread_over_75_to_100_percent(double jitter, int first, int second)
    {
        await using var server = new FaultServer(new Fate.Answer(500));
        var clock = new InstantClock();

        await Should.ThrowAsync<StripeException>(() => Create(server, clock, jitter: jitter));

        clock.Delays.Select(d => d.TotalMilliseconds).ShouldBe([first, second]);
    }

    [Fact]
    public async Task No_delay_is_longer_than_five_seconds()
    {
        await using var server = new FaultServer(new Fate.Answer(500));
        var clock = new InstantClock();

        await Should.ThrowAsync<StripeException>(() => Create(server, clock, retries: 6));

        clock.Delays.Select(d => d.TotalSeconds).ShouldBe([0.5, 1, 2, 4, 5, 5]);
        server.Attempts.ShouldBe(7);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_caller_who_gives_up_is_obeyed_while_waiting_for_the_answer(int retries)
    {
        await using var server = new FaultServer(new Fate.Silence());
        using var giveUp = new CancellationTokenSource();

        var call = Client(server, retries: retries).CreateRefund(Request, "key-1", ct: giveUp.Token);
        while (server.Requests.IsEmpty)
            await Task.Delay(5, Ct);
        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        server.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_obeyed_while_waiting_to_try_again()
    {
        await using var server = new FaultServer(new Fate.Answer(500));
        using var giveUp = new CancellationTokenSource();
        var clock = new SlowClock();

        var call = new StripeClient(
            new HttpClient(StripeClient.CreateHandler()),
            Options(server),
            clock,
            new FixedJitter(1)
        ).CreateRefund(Request, "key-1", ct: giveUp.Token);
        await clock.Waiting.Task.WaitAsync(Ct);
        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        server.Attempts.ShouldBe(1);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    public async Task A_refusal_that_never_looked_at_the_key_leaves_an_earlier_attempt_unknown(int status)
    {
        await using var afterLoss = new FaultServer(
            new Fate.DropAfter(),
            new Fate.Answer(status, Error("invalid_request_error"))
        );
        await using var atOnce = new FaultServer(new Fate.Answer(status, Error("invalid_request_error")));

        (await Should.ThrowAsync<StripeException>(() => Create(afterLoss))).OutcomeUnknown.ShouldBeTrue();
        (await Should.ThrowAsync<StripeException>(() => Create(atOnce))).OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task A_refusal_of_the_request_itself_is_known_even_after_a_lost_attempt()
    {
        await using var server = new FaultServer(
            new Fate.DropAfter(),
            new Fate.Answer(402, Error("card_error", "card_declined"))
        );

        (await Should.ThrowAsync<StripeCardException>(() => Create(server))).OutcomeUnknown.ShouldBeFalse();
    }

    public static TheoryData<Exception> Losses =>
        [new HttpRequestException("x"), new IOException("x"), new SocketException(107), new TaskCanceledException("x")];

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task However_a_connection_is_lost_it_is_an_unknown_outcome_after_three_attempts(Exception loss)
    {
        var handler = new AnswersWith(_ => throw loss);

        var thrown = await Should.ThrowAsync<StripeConnectionException>(() =>
            handler.Client().CreateRefund(Request, "key-1", ct: Ct)
        );

        thrown.OutcomeUnknown.ShouldBeTrue();
        thrown.InnerException.ShouldBe(loss);
        handler.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_closed_door_is_an_unknown_outcome()
    {
        var server = new FaultServer(new Fate.DropBefore());
        var client = Client(server);
        await server.DisposeAsync();

        var thrown = await Should.ThrowAsync<StripeConnectionException>(() =>
            client.CreateRefund(Request, "key-1", ct: Ct)
        );

        thrown.OutcomeUnknown.ShouldBeTrue();
        thrown.Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_replayed_answer_says_so_and_names_its_request()
    {
        const string headers = "Request-Id: req_9\r\nIdempotent-Replayed: true\r\n";
        await using var server = new FaultServer(new Fate.Answer(200, Refund, headers), new Fate.Answer(200, Refund));

        var replayed = await Create(server);
        var fresh = await Create(server);

        (replayed.RequestId, replayed.Replayed).ShouldBe(("req_9", true));
        (fresh.RequestId, fresh.Replayed).ShouldBe((null, false));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static CreateStripeRefund Request => new() { Amount = 5, PaymentIntent = "pi_1" };

    private static string Error(string type, string code = "x") =>
        $$$"""{"error":{"type":"{{{type}}}","code":"{{{code}}}","message":"m"}}""";

    private static StripeOptions Options(FaultServer server, int retries = 2) =>
        new()
        {
            ApiKey = "sk_test_secret",
            BaseUrl = server.Address,
            MaxRetries = retries,
        };

    private static StripeClient Client(
        FaultServer server,
        InstantClock? clock = null,
        double jitter = 1,
        int retries = 2
    ) =>
        new(
            new HttpClient(StripeClient.CreateHandler()),
            Options(server, retries),
            clock ?? new InstantClock(),
            new FixedJitter(jitter)
        );

    private static Task<StripeResult<StripeRefund>> Create(
        FaultServer server,
        InstantClock? clock = null,
        double jitter = 1,
        int retries = 2
    ) => Client(server, clock, jitter, retries).CreateRefund(Request, "key-1", ct: Ct);

    /// <summary>A clock on which a delay never ends.</summary>
    private sealed class SlowClock : TimeProvider
    {
        public TaskCompletionSource Waiting { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.FromSeconds(5))
                Waiting.TrySetResult();
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
