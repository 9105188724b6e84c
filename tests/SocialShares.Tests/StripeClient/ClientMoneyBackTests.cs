using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using SocialShares.Stripe;
using SocialShares.StripeEmulator;

namespace SocialShares.Tests.StripeCalls;

/// <summary>Client and emulator about what comes late or goes back: debits, disputes, payouts.</summary>
public sealed class ClientMoneyBackTests : IAsyncLifetime
{
    private const long Week = 7 * 86_400;
    private readonly WebApplication emulator = StripeEmulatorHost.Create(["--urls=http://127.0.0.1:0"]);
    private HttpClient http = null!;
    private StripeClient stripe = null!;

    public async ValueTask InitializeAsync()
    {
        await emulator.StartAsync(Ct);
        var address = new Uri(emulator.Urls.Single());
        http = new HttpClient(StripeClient.CreateHandler()) { BaseAddress = address };
        var options = new StripeOptions { ApiKey = "sk_test_back", BaseUrl = address };
        stripe = new StripeClient(http, options, new InstantClock(), Random.Shared);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await emulator.StopAsync(CancellationToken.None);
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_debit_is_followed_from_unpaid_to_paid()
    {
        var (session, charge) = await Paid(StripePaymentMethodType.SepaDebit, new { method = "sepa_debit" });
        var mandate = await stripe.RetrieveMandate(charge.PaymentMethodDetails!.SepaDebit!.Mandate!, ct: Ct);
        await Admin("clock", new { seconds = Week });

        (session.Status, session.PaymentStatus).ShouldBe(
            (StripeCheckoutSessionStatus.Complete, StripePaymentStatus.Unpaid)
        );
        charge.Status.ShouldBe(StripeChargeStatus.Pending);
        mandate.Value.PaymentMethodDetails.SepaDebit!.Reference.ShouldNotBeNullOrEmpty();
        var after = (await stripe.RetrieveCheckoutSession(session.Id, ["payment_intent"], ct: Ct)).Value;
        after.PaymentStatus.ShouldBe(StripePaymentStatus.Paid);
        after.PaymentIntent!.Value!.Status.ShouldBe(StripePaymentIntentStatus.Succeeded);
        (await Events(StripeEventType.CheckoutSessionAsyncPaymentSucceeded)).Single().ObjectId.ShouldBe(session.Id);
    }

    [Fact]
    public async Task A_debit_that_came_back_is_seen_by_its_charge_and_its_movements()
    {
        var order = new { method = "sepa_debit", iban = "DE62370400440532013001" };
        var (session, charge) = await Paid(StripePaymentMethodType.SepaDebit, order);
        await Admin("clock", new { seconds = Week });

        var failed = (await stripe.RetrieveCharge(charge.Id, ct: Ct)).Value;
        var movements = await All(new ListStripeBalanceTransactions { Source = charge.Id });

        (failed.Status, failed.FailureCode).ShouldBe(
            (StripeChargeStatus.Failed, "payment_intent_payment_attempt_failed")
        );
        movements.Select(x => x.Type).ShouldContain(StripeBalanceTransactionType.PaymentFailureRefund);
        movements.Sum(x => x.Net).ShouldBe(0);
        (await Events(StripeEventType.CheckoutSessionAsyncPaymentFailed)).Single().ObjectId.ShouldBe(session.Id);
    }

    [Fact]
    public async Task A_dispute_is_answered_and_won()
    {
        var (_, charge) = await Paid(StripePaymentMethodType.Card, new { card = "4000000000000259" });
        var dispute = (await All(new ListStripeDisputes { Charge = charge.Id })).Single();
        var refused = await Should.ThrowAsync<StripeException>(() =>
            stripe.CreateRefund(new() { Charge = charge.Id }, "refund-1", ct: Ct)
        );

        var staged = await stripe.UpdateDispute(
            dispute.Id,
            new()
            {
                Evidence = new() { CustomerName = "A. Buyer" },
                Submit = false,
            },
            "dispute-1",
            ct: Ct
        );
        var sent = await stripe.UpdateDispute(
            dispute.Id,
            new()
            {
                Evidence = new() { UncategorizedText = "winning_evidence" },
                Submit = true,
            },
            "dispute-2",
            ct: Ct
        );
        await Admin("settle", new { });

        (dispute.Status, dispute.Reason, dispute.Amount).ShouldBe(
            (StripeDisputeStatus.NeedsResponse, "fraudulent", 7500)
        );
        refused.Message.ShouldContain(StripeErrorCode.ChargeDisputed);
        staged.Value.EvidenceDetails.SubmissionCount.ShouldBe(0);
        sent.Value.Status.ShouldBe(StripeDisputeStatus.UnderReview);
        var won = (await stripe.RetrieveDispute(dispute.Id, ["charge"], ct: Ct)).Value;
        won.Status.ShouldBe(StripeDisputeStatus.Won);
        won.Charge.Value!.Disputed.ShouldBeTrue();
        won.BalanceTransactions.Select(x => x.Amount).ShouldBe([-7500, 7500]);
        (await Events(StripeEventType.ChargeDisputeFundsReinstated)).Single().ObjectId.ShouldBe(dispute.Id);
    }

    [Fact]
    public async Task Giving_in_loses_a_dispute()
    {
        var (_, charge) = await Paid(StripePaymentMethodType.Card, new { });
        await Admin("disputes", new { charge = charge.Id, amount = 2500 });
        var dispute = (await All(new ListStripeDisputes())).Single();

        var closed = await stripe.CloseDispute(dispute.Id, "close-1", ct: Ct);

        (closed.Value.Status, closed.Value.Amount).ShouldBe((StripeDisputeStatus.Lost, 2500));
        (await All(new ListStripeCharges { PaymentIntent = charge.PaymentIntent!.Id })).Single().Id.ShouldBe(charge.Id);
    }

    [Fact]
    public async Task Money_goes_to_the_bank_and_its_payout_lists_what_it_was()
    {
        await Admin("topups", new { currency = "eur", amount = 9000 });
        var payout = await stripe.CreatePayout(new() { Amount = 4000, Currency = "eur" }, "payout-1", ct: Ct);
        var cancelled = await stripe.CancelPayout(payout.Value.Id, "cancel-1", ct: Ct);
        await Admin("payouts", new { });
        var automatic = (await All(new ListStripePayouts { Status = StripePayoutStatus.Pending })).Single();
        var movements = await All(new ListStripeBalanceTransactions { Payout = automatic.Id });
        await Admin("clock", new { seconds = Week });

        cancelled.Value.Status.ShouldBe(StripePayoutStatus.Canceled);
        (automatic.Amount, automatic.Automatic).ShouldBe((9000, true));
        movements
            .Select(x => x.Type)
            .ShouldBe([
                StripeBalanceTransactionType.Payout,
                StripeBalanceTransactionType.PayoutCancel,
                StripeBalanceTransactionType.Payout,
                StripeBalanceTransactionType.Topup,
            ]);
        movements.Sum(x => x.Net).ShouldBe(0);
        (await stripe.RetrievePayout(automatic.Id, ct: Ct)).Value.Status.ShouldBe(StripePayoutStatus.Paid);
    }

    [Fact]
    public async Task An_enterprises_account_is_told_to_keep_its_money()
    {
        var account = await stripe.CreateAccount(new() { Type = "express", Country = "NL" }, "account-1", Ct);

        var manual = new StripePayoutSettingsData { Schedule = new() { Interval = "manual" } };
        var updated = await stripe.UpdateAccount(
            account.Value.Id,
            new()
            {
                Settings = new() { Payouts = manual },
                Email = "board@example.org",
            },
            "account-2",
            Ct
        );

        updated.Value.Email.ShouldBe("board@example.org");
        (await Events(StripeEventType.AccountUpdated, account.Value.Id)).ShouldHaveSingleItem();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(StripeCheckoutSession Session, StripeCharge Charge)> Paid(string method, object order)
    {
        var created = await stripe.CreateCheckoutSession(
            new()
            {
                LineItems =
                [
                    new()
                    {
                        Quantity = 1,
                        PriceData = new()
                        {
                            Currency = "eur",
                            UnitAmount = 7500,
                            ProductData = new() { Name = "Community share" },
                        },
                    },
                ],
                PaymentMethodTypes = [method],
                SuccessUrl = "https://shares.example/done",
            },
            "session-1",
            ct: Ct
        );
        await Admin($"pay/{created.Value.Id}", order);
        var session = await stripe.RetrieveCheckoutSession(created.Value.Id, ["payment_intent.latest_charge"], ct: Ct);
        return (session.Value, session.Value.PaymentIntent!.Value!.LatestCharge!.Value!);
    }

    private Task<List<StripeEvent>> Events(string type, string? account = null) =>
        All(new ListStripeEvents { Types = [type] }, account);

    private async Task<List<T>> All<T>(StripeListRequest<T> request, string? account = null)
        where T : StripeObject
    {
        var all = new List<T>();
        await foreach (var item in stripe.ListAll(request, account, Ct))
            all.Add(item);
        return all;
    }

    private async Task Admin(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync($"/_emu/{path}", body, Ct);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Ct));
    }
}
