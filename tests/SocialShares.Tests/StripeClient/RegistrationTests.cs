using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

public class RegistrationTests
{
    [Theory]
    [InlineData("sk_live_1", "https://api.stripe.com", true)]
    [InlineData("rk_live_1", "https://api.stripe.com/", true)]
    [InlineData("sk_test_1", "https://api.stripe.com/", true)]
    [InlineData("sk_test_1", "http://127.0.0.1:5081/", true)]
    [InlineData("sk_test_1", "http://localhost:5081/", true)]
    [InlineData("sk_live_1", "http://127.0.0.1:5081/", false)]
    [InlineData("rk_live_1", "https://emulator.example/", false)]
    [InlineData("sk_live_1", "http://api.stripe.com/", false)]
    [InlineData("sk_live_1", "https://api.stripe.com:8443/", false)]
    [InlineData("sk_live_1", "https://api.stripe.com.example/", false)]
    [InlineData("sk_live_1", "https://api.stripe.com@example.org/", false)]
    [InlineData("sk_test_1", "http://example.org/", false)]
    [InlineData("", "https://api.stripe.com/", false)]
    [InlineData("sk_test_1\n", "https://api.stripe.com/", false)]
    public void A_key_is_only_sent_where_it_may_go(string key, string address, bool accepted)
    {
        var options = new StripeOptions { ApiKey = key, BaseUrl = new Uri(address) };
        using var http = new HttpClient(AnswersWith.Json("{}"));

        var thrown = Record.Exception(() => new StripeClient(http, options, TimeProvider.System, Random.Shared));

        if (accepted)
            thrown.ShouldBeNull();
        else
            thrown.ShouldBeOfType<InvalidOperationException>().Message.ShouldNotContain("live_1");
    }

    [Fact]
    public void Printed_options_show_no_key() =>
        new StripeOptions { ApiKey = "sk_test_secret" }
            .ToString()!
            .ShouldNotContain("secret");

    [Fact]
    public void A_printed_endpoint_shows_no_secret()
    {
        var endpoint = new StripeWebhookEndpoint
        {
            Id = "we_1",
            Created = default,
            EnabledEvents = [],
            Livemode = false,
            Metadata = new Dictionary<string, string>(),
            Status = "enabled",
            Url = "https://a.example",
            Secret = "whsec_secret",
        };

        endpoint.ToString().ShouldNotContain("whsec_secret");
    }

    [Fact]
    public async Task A_registered_client_follows_no_redirect_and_writes_no_log()
    {
        await using var elsewhere = new FaultServer(new Fate.Answer(200));
        await using var server = new FaultServer(new Fate.Answer(307, "", $"Location: {elsewhere.Address}\r\n"));
        var logs = new Logs();
        await using var provider = new ServiceCollection()
            .AddLogging(l => l.AddProvider(logs).SetMinimumLevel(LogLevel.Trace))
            .AddStripe(o =>
            {
                o.ApiKey = "sk_test_secret";
                o.BaseUrl = server.Address;
            })
            .Services.BuildServiceProvider();
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("probe").LogTrace("the logs are listening");

        var client = provider.GetRequiredService<StripeClient>();
        var call = () =>
            client.CreateRefund(new() { PaymentIntent = "pi_1" }, "key-1", ct: TestContext.Current.CancellationToken);

        (await call.ShouldThrowAsync<StripeApiException>()).OutcomeUnknown.ShouldBeTrue();
        elsewhere.Attempts.ShouldBe(0);
        logs.Lines.ShouldBe(["the logs are listening"]);
    }

    private sealed class Logs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
