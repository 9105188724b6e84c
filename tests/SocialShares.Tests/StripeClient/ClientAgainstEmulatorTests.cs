using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Stripe;
using SocialShares.StripeEmulator;

namespace SocialShares.Tests.StripeCalls;

/// <summary>
/// Client and emulator understand each other. Both are ours, so this proves no more than that; what Stripe itself takes and
/// gives is checked against its published shapes.
/// </summary>
public sealed class ClientAgainstEmulatorTests : IAsyncLifetime
{
    private readonly MovedClock clock = new();
    private readonly WebApplication emulator;
    private HttpClient http = null!;
    private StripeClient stripe = null!;

    public ClientAgainstEmulatorTests() =>
        emulator = StripeEmulatorHost.Create(
            ["--urls=http://127.0.0.1:0"],
            b => b.Services.AddSingleton<TimeProvider>(clock)
        );

    public async ValueTask InitializeAsync()
    {
        await emulator.StartAsync(Ct);
        var address = new Uri(emulator.Urls.Single());
        http = new HttpClient(StripeClient.CreateHandler()) { BaseAddress = address };
        var options = new StripeOptions { ApiKey = "sk_test_walk", BaseUrl = address };
        stripe = new StripeClient(http, options, new InstantClock(), Random.Shared);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await emulator.StopAsync(CancellationToken.None);
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_payment_goes_through_refunded_in_part_and_passed_on_to_the_enterprise()
    {
        var enterprise = await Enterprise();
        var session = await PaidSession();
        var intent = await stripe.RetrievePaymentIntent(
            session.PaymentIntent!.Id,
            ["latest_charge.balance_transaction"],
            ct: Ct
        );
        var charge = intent.Value.LatestCharge!.Value!;

        var refund = await stripe.CreateRefund(
            new() { PaymentIntent = intent.Value.Id, Amount = 2500 },
            "refund-1",
            ct: Ct
        );
        var transfer = await stripe.CreateTransfer(
            new()
            {
                Amount = 4000,
                Currency = "eur",
                Destination = enterprise.Id,
                SourceTransaction = charge.Id,
            },
            "transfer-1",
            Ct
        );
        await MoneyArrives();
        var reversal = await stripe.CreateTransferReversal(
            transfer.Value.Id,
            new() { Amount = 1000 },
            "reversal-1",
            Ct
        );

        (session.Status, session.PaymentStatus, session.AmountTotal).ShouldBe(
            (StripeCheckoutSessionStatus.Complete, StripePaymentStatus.Paid, 7500)
        );
        session.LineItems!.Data.Single().Quantity.ShouldBe(3);
        session.Metadata!["application"].ShouldBe("a-1");
        charge.PaymentMethodDetails!.Card!.Last4.ShouldBe("4242");
        charge.BalanceTransaction!.Value!.Net.ShouldBe(7500 - charge.BalanceTransaction.Value.Fee);
        refund.Value.Status.ShouldBe(StripeRefundStatus.Succeeded);
        (await stripe.RetrieveRefund(refund.Value.Id, ct: Ct)).Value.Amount.ShouldBe(2500);
        (await stripe.RetrieveCharge(charge.Id, ct: Ct)).Value.AmountRefunded.ShouldBe(2500);
        reversal.Value.Transfer.Id.ShouldBe(transfer.Value.Id);
        (await stripe.RetrieveTransfer(transfer.Value.Id, ct: Ct)).Value.AmountReversed.ShouldBe(1000);
        await MovementsAddUpToTheBalance(stripeAccount: null);
        await MovementsAddUpToTheBalance(enterprise.Id);
        (await All(new ListStripeTransfers { Destination = enterprise.Id })).Single().Id.ShouldBe(transfer.Value.Id);
        (await All(new ListStripePaymentIntents())).Single().Id.ShouldBe(intent.Value.Id);
    }

    [Fact]
    public async Task What_happened_can_be_read_back_from_the_events()
    {
        var session = await PaidSession();

        var events = await All(new ListStripeEvents { Types = [StripeEventType.CheckoutSessionCompleted] });

        var completed = (await stripe.RetrieveEvent(events.Single().Id, ct: Ct)).Value;
        completed.ObjectId.ShouldBe(session.Id);
        completed.IsOfOtherRelease.ShouldBeFalse();
        completed.Read<StripeCheckoutSession>().PaymentIntent!.Id.ShouldBe(session.PaymentIntent!.Id);
        (await All(new ListStripeCheckoutSessions { PaymentIntent = session.PaymentIntent.Id }))
            .Single()
            .Id.ShouldBe(session.Id);
    }

    [Fact]
    public async Task An_open_session_can_be_expired_and_a_complete_one_cannot()
    {
        var open = (await stripe.CreateCheckoutSession(Purchase, "session-open", ct: Ct)).Value;
        var paid = await PaidSession();

        var expired = await stripe.ExpireCheckoutSession(open.Id, "expire-1", ct: Ct);

        expired.Value.Status.ShouldBe(StripeCheckoutSessionStatus.Expired);
        expired.Value.PaymentIntent.ShouldBeNull();
        var refused = await Should.ThrowAsync<StripeInvalidRequestException>(() =>
            stripe.ExpireCheckoutSession(paid.Id, "expire-2", ct: Ct)
        );
        refused.OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_key_answers_as_the_first_time_and_with_other_content_is_refused()
    {
        var first = await stripe.CreateCheckoutSession(Purchase, "session-1", ct: Ct);
        var second = await stripe.CreateCheckoutSession(Purchase, "session-1", ct: Ct);

        (first.Replayed, second.Replayed).ShouldBe((false, true));
        second.Value.Id.ShouldBe(first.Value.Id);
        first.RequestId.ShouldNotBeNullOrEmpty();
        await Should.ThrowAsync<StripeIdempotencyException>(() =>
            stripe.CreateCheckoutSession(Purchase with { ClientReferenceId = "other" }, "session-1", ct: Ct)
        );
    }

    [Theory]
    [InlineData("lost", true)]
    [InlineData("half", true)]
    [InlineData("lost_before", false)]
    [InlineData("conflict409", false)]
    public async Task A_refund_that_meets_trouble_on_the_way_is_made_once(string trouble, bool replayed)
    {
        var session = await PaidSession();
        await Order(
            new
            {
                on = "request",
                kind = trouble,
                operation = "Refunds_create",
                times = 1,
            }
        );

        var refund = await stripe.CreateRefund(new() { PaymentIntent = session.PaymentIntent!.Id }, "refund-1", ct: Ct);

        refund.Replayed.ShouldBe(replayed);
        (await All(new ListStripeRefunds { PaymentIntent = session.PaymentIntent.Id }))
            .Single()
            .Id.ShouldBe(refund.Value.Id);
    }

    [Fact]
    public async Task A_stored_failure_is_an_unknown_outcome_that_is_found_by_looking()
    {
        var session = await PaidSession();
        await Order(
            new
            {
                on = "request",
                kind = "error500",
                operation = "Refunds_create",
                effect = true,
            }
        );
        var request = new CreateStripeRefund { PaymentIntent = session.PaymentIntent!.Id };

        var failed = await Should.ThrowAsync<StripeApiException>(() =>
            stripe.CreateRefund(request, "refund-1", ct: Ct)
        );

        failed.OutcomeUnknown.ShouldBeTrue();
        (await All(new ListStripeRefunds { PaymentIntent = session.PaymentIntent.Id })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Money_that_is_not_there_is_not_transferred()
    {
        var enterprise = await Enterprise();
        var transfer = new CreateStripeTransfer
        {
            Amount = 1,
            Currency = "eur",
            Destination = enterprise.Id,
        };

        var refused = await Should.ThrowAsync<StripeInvalidRequestException>(() =>
            stripe.CreateTransfer(transfer, "t-1", Ct)
        );

        refused.Code.ShouldBe(StripeErrorCode.BalanceInsufficient);
    }

    [Fact]
    public async Task An_endpoint_speaks_our_version_and_tells_its_secret_once()
    {
        var created = await stripe.CreateWebhookEndpoint(
            new() { Url = "http://127.0.0.1:9/webhook", EnabledEvents = [StripeEventType.RefundFailed] },
            "endpoint-1",
            Ct
        );

        var listed = (await All(new ListStripeWebhookEndpoints())).Single();
        created.Value.Secret.ShouldStartWith("whsec_");
        (listed.Id, listed.Secret, listed.ApiVersion).ShouldBe((created.Value.Id, null, StripeApi.Version));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static CreateStripeCheckoutSession Purchase =>
        new()
        {
            LineItems =
            [
                new()
                {
                    Quantity = 3,
                    PriceData = new()
                    {
                        Currency = "eur",
                        UnitAmount = 2500,
                        ProductData = new() { Name = "Community share" },
                    },
                },
            ],
            PaymentMethodTypes = [StripePaymentMethodType.Card, StripePaymentMethodType.Ideal],
            SuccessUrl = "https://shares.example/paid?s={CHECKOUT_SESSION_ID}",
            CancelUrl = "https://shares.example/back",
            ClientReferenceId = "a-1",
            Metadata = new Dictionary<string, string> { ["application"] = "a-1" },
        };

    private async Task<StripeCheckoutSession> PaidSession()
    {
        var session = (await stripe.CreateCheckoutSession(Purchase, "session-paid", ct: Ct)).Value;
        session.Url.ShouldNotBeNullOrEmpty();
        using var paid = await http.PostAsJsonAsync($"/_emu/pay/{session.Id}", new { method = "card" }, Ct);
        paid.EnsureSuccessStatusCode();
        return (await stripe.RetrieveCheckoutSession(session.Id, ["line_items"], ct: Ct)).Value;
    }

    private async Task MoneyArrives()
    {
        clock.Ahead = TimeSpan.FromDays(7);
        using var settled = await http.PostAsync(new Uri("/_emu/settle", UriKind.Relative), content: null, Ct);
        settled.EnsureSuccessStatusCode();
    }

    private async Task Order(object fault)
    {
        using var answer = await http.PostAsJsonAsync("/_emu/faults", fault, Ct);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Ct));
    }

    private async Task<StripeAccount> Enterprise()
    {
        var account = await stripe.CreateAccount(
            new()
            {
                Country = "NL",
                Type = "express",
                Capabilities = new() { Transfers = new() { Requested = true } },
            },
            "account-1",
            Ct
        );
        var link = await stripe.CreateAccountLink(
            new()
            {
                Account = account.Value.Id,
                RefreshUrl = "https://shares.example/again",
                ReturnUrl = "https://shares.example/done",
            },
            "link-1",
            Ct
        );
        link.Value.Url.ShouldNotBeNullOrEmpty();
        var read = (await stripe.RetrieveAccount(account.Value.Id, ct: Ct)).Value;
        read.Capabilities!["transfers"].ShouldBe(StripeCapabilityStatus.Active);
        return read;
    }

    private async Task MovementsAddUpToTheBalance(string? stripeAccount)
    {
        var balance = (await stripe.RetrieveBalance(stripeAccount, Ct)).Value;
        var movements = await All(new ListStripeBalanceTransactions { Limit = 2 }, stripeAccount);

        movements.ShouldNotBeEmpty();
        movements.Sum(m => m.Net).ShouldBe(balance.Available.Concat(balance.Pending).Sum(a => a.Amount));
        var one = await stripe.RetrieveBalanceTransaction(movements[0].Id, stripeAccount: stripeAccount, ct: Ct);
        one.Value.Net.ShouldBe(movements[0].Net);
    }

    private async Task<List<T>> All<T>(StripeListRequest<T> request, string? stripeAccount = null)
        where T : StripeObject
    {
        var all = new List<T>();
        await foreach (var item in stripe.ListAll(request, stripeAccount, Ct))
            all.Add(item);
        return all;
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
