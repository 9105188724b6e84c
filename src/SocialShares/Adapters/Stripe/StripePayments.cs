using SocialShares.Ports;
using SocialShares.Stripe;

namespace SocialShares.Adapters.Stripe;

/// <summary>
/// Money through Stripe: Checkout Sessions in, refunds back, separate transfers to enterprises. Keys come from our own
/// ids, so that an order given again after a crash is the same order to Stripe.
/// </summary>
public sealed partial class StripePayments(StripeClient stripe) : IPayments
{
    private const string ApplicationKey = "application";
    private const string DrawdownKey = "drawdown";

    // A page must live at least 30 minutes from Stripe's point of view and end before our units do.
    private static readonly TimeSpan EndsBeforeUnits = TimeSpan.FromMinutes(5);

    public Task<CheckoutPage> OpenCheckout(CheckoutOrder order, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            var session = await stripe.CreateCheckoutSession(
                SessionFor(order),
                $"checkout-{order.ApplicationId}",
                stripeAccount: null,
                ct
            );
            return new CheckoutPage(session.Value.Id, new Uri(session.Value.Url!));
        });

    public Task<CheckoutStatus> ReadCheckout(string session, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            var read = await stripe.RetrieveCheckoutSession(
                session,
                ["payment_intent.latest_charge.balance_transaction"],
                stripeAccount: null,
                ct
            );
            return StatusOf(read.Value);
        });

    public Task CloseCheckout(string session, string key, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            try
            {
                await stripe.ExpireCheckoutSession(session, key, stripeAccount: null, ct);
            }
            catch (StripeInvalidRequestException)
            {
                // Not open any more: paid or closed already. Whoever asks reads which.
            }
            return true;
        });

    public Task<RefundNews> Refund(RefundOrder order, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            var refund = await stripe.CreateRefund(
                new CreateStripeRefund
                {
                    PaymentIntent = order.Payment,
                    Amount = order.Amount.Minor,
                    Reason = StripeRefundReason.RequestedByCustomer,
                    Metadata = new Dictionary<string, string> { ["refund"] = order.Id.ToString() },
                },
                order.Attempt == 0 ? $"refund-{order.Id}" : $"refund-{order.Id}-{order.Attempt}",
                stripeAccount: null,
                ct
            );
            return NewsOf(refund.Value);
        });

    public Task<RefundNews> ReadRefund(string refund, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
            NewsOf((await stripe.RetrieveRefund(refund, expand: null, stripeAccount: null, ct)).Value)
        );

    public Task<string> Transfer(TransferOrder order, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            // A key is forgotten after a day, and a stored failure may hide a transfer that was made: look before paying.
            if (await MadeAlready(order, ct) is { } known)
                return known;
            var transfer = await stripe.CreateTransfer(
                new CreateStripeTransfer
                {
                    Amount = order.Amount.Minor,
                    Currency = Code(order.Amount.Currency),
                    Destination = order.Account,
                    TransferGroup = order.Group,
                    Metadata = new Dictionary<string, string> { [DrawdownKey] = order.Id.ToString() },
                },
                $"drawdown-{order.Id}-{order.Attempt}",
                ct
            );
            return transfer.Value.Id;
        });

    public Task<string> OpenAccount(AccountOrder order, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            var account = await stripe.CreateAccount(
                new CreateStripeAccount
                {
                    Country = order.Country,
                    Email = order.Email,
                    BusinessProfile = new StripeBusinessProfileData { Name = order.Name },
                    Capabilities = new StripeCapabilitiesData
                    {
                        Transfers = new StripeCapabilityData { Requested = true },
                    },
                    Controller = new StripeControllerData
                    {
                        Fees = new StripeControllerFeesData { Payer = "application" },
                        Losses = new StripeControllerLossesData { Payments = "application" },
                        StripeDashboard = new StripeControllerDashboardData { Type = "express" },
                    },
                    Metadata = new Dictionary<string, string> { ["enterprise"] = order.Id.ToString() },
                },
                $"account-{order.Id}",
                ct
            );
            return account.Value.Id;
        });

    public Task<Uri> OnboardingPage(string account, Uri back, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            var link = await stripe.CreateAccountLink(
                new CreateStripeAccountLink
                {
                    Account = account,
                    ReturnUrl = back.ToString(),
                    RefreshUrl = back.ToString(),
                },
                // Each link works once and for minutes: asking again must give another one.
                $"onboarding-{Guid.NewGuid()}",
                ct
            );
            return new Uri(link.Value.Url);
        });

    public Task<ProviderBalance> ReadBalance(Currency currency, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            var balance = (await stripe.RetrieveBalance(stripeAccount: null, ct)).Value;
            return new ProviderBalance(Of(balance.Available), Of(balance.Pending));

            long Of(IReadOnlyList<StripeBalanceAmount> amounts) =>
                amounts.Where(a => a.Currency == Code(currency)).Sum(a => a.Amount);
        });

    public Task<IReadOnlyList<BalanceMove>> ReadTopUps(DateTime since, CancellationToken ct) =>
        StripeOutcome.Of(() => StripeMovements.Moves(stripe, since, ["topup"], ct));

    public Task<IReadOnlyList<BalanceMove>> ReadPayouts(DateTime since, CancellationToken ct) =>
        StripeOutcome.Of(() => StripeMovements.Moves(stripe, since, StripeMovements.Payouts, ct));

    public Task<MovementPage> ReadMovements(DateTime since, string? after, CancellationToken ct) =>
        StripeOutcome.Of(() => StripeMovements.Read(stripe, since, after, ct));

    private async Task<string?> MadeAlready(TransferOrder order, CancellationToken ct)
    {
        var ofTheOffer = new ListStripeTransfers { TransferGroup = order.Group, Limit = 100 };
        await foreach (var transfer in stripe.ListAll(ofTheOffer, stripeAccount: null, ct))
            if (transfer.Metadata.TryGetValue(DrawdownKey, out var id) && id == order.Id.ToString())
                return transfer.Id;
        return null;
    }

    private static CreateStripeCheckoutSession SessionFor(CheckoutOrder order)
    {
        var ours = new Dictionary<string, string> { [ApplicationKey] = order.ApplicationId.ToString() };
        return new CreateStripeCheckoutSession
        {
            LineItems =
            [
                new StripeOrderLine
                {
                    Quantity = 1,
                    PriceData = new StripePriceData
                    {
                        Currency = Code(order.Amount.Currency),
                        UnitAmount = order.Amount.Minor,
                        ProductData = new StripeProductData { Name = order.Description },
                    },
                },
            ],
            PaymentMethodTypes = StripeMethods.For(order.Amount.Currency),
            ClientReferenceId = order.ApplicationId.ToString(),
            CustomerEmail = order.Email,
            Locale = order.Language,
            ExpiresAt = new DateTimeOffset(order.ExpiresAt - EndsBeforeUnits, TimeSpan.Zero),
            SuccessUrl = order.SuccessPage.AbsoluteUri,
            CancelUrl = order.CancelPage.AbsoluteUri,
            Metadata = ours,
            PaymentIntentData = new StripePaymentIntentData { Metadata = ours },
        };
    }

    private static CheckoutStatus StatusOf(StripeCheckoutSession session)
    {
        var application = ApplicationId.TryParse(session.ClientReferenceId, out var id) ? id : (ApplicationId?)null;
        var progress = ProgressOf(session);
        if (progress is CheckoutProgress.Open or CheckoutProgress.Closed)
            return new CheckoutStatus(session.Id, application, progress);
        var intent = session.PaymentIntent?.Value ?? throw new OutcomeUnknown("A session came without its payment.");
        var charge = intent.LatestCharge?.Value ?? throw new OutcomeUnknown("A payment came without its charge.");
        var booked = charge.BalanceTransaction?.Value ?? throw new OutcomeUnknown("A charge came without its booking.");
        var receipt = new PaymentReceipt(
            intent.Id,
            charge.Id,
            charge.PaymentMethodDetails?.Type ?? "unknown",
            booked.Fee,
            charge.Created.UtcDateTime,
            booked.AvailableOn.UtcDateTime
        );
        var amount = new Money(charge.Amount, Currency.Parse(charge.Currency));
        return new CheckoutStatus(session.Id, application, progress, amount, receipt);
    }

    // Complete and unpaid is a debit. Anything but a plain no of the bank is not an answer yet.
    private static CheckoutProgress ProgressOf(StripeCheckoutSession session) =>
        session.Status switch
        {
            _ when session.PaymentStatus == StripePaymentStatus.Paid => CheckoutProgress.Paid,
            StripeCheckoutSessionStatus.Open => CheckoutProgress.Open,
            StripeCheckoutSessionStatus.Complete => session.PaymentIntent?.Value?.Status
                is StripePaymentIntentStatus.RequiresPaymentMethod
                    or StripePaymentIntentStatus.Canceled
                ? CheckoutProgress.Refused
                : CheckoutProgress.AtTheBank,
            _ => CheckoutProgress.Closed,
        };

    private static RefundNews NewsOf(StripeRefund refund) =>
        refund.Status switch
        {
            // Without a movement of our balance it waits for funds, whatever it is called.
            StripeRefundStatus.Succeeded => new RefundNews(refund.Id, RefundState.Done, null),
            StripeRefundStatus.Pending when refund.BalanceTransaction is not null => new RefundNews(
                refund.Id,
                RefundState.Done,
                null
            ),
            StripeRefundStatus.Pending or StripeRefundStatus.RequiresAction => new RefundNews(
                refund.Id,
                RefundState.Waiting,
                null
            ),
            StripeRefundStatus.Failed or StripeRefundStatus.Canceled => new RefundNews(
                refund.Id,
                RefundState.Failed,
                refund.FailureReason ?? refund.Status
            ),
            _ => throw new OutcomeUnknown($"Stripe names a refund state that is not known: {refund.Status}."),
        };

    private static string Code(Currency currency) => currency.Code.ToLowerInvariant();
}

/// <summary>The payment methods that buyers may choose from: the one place that lists them.</summary>
internal static class StripeMethods
{
    public static IReadOnlyList<string> For(Currency currency) =>
        currency == Currency.Eur
            ?
            [
                StripePaymentMethodType.Ideal,
                StripePaymentMethodType.Bancontact,
                StripePaymentMethodType.Card,
                StripePaymentMethodType.SepaDebit,
            ]
            : [StripePaymentMethodType.Card, StripePaymentMethodType.BacsDebit];
}

/// <summary>Turns Stripe's failures into what the port promises.</summary>
internal static class StripeOutcome
{
    public static async Task<T> Of<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (StripeException e) when (e.OutcomeUnknown || e is StripeRateLimitException or StripeIdempotencyException)
        {
            throw new OutcomeUnknown($"{e.Message} (request {e.RequestId ?? "without id"})", e);
        }
        catch (StripeException e)
        {
            throw new OrderRefused(
                e.Code ?? e.Type ?? "unknown",
                $"{e.Message} (request {e.RequestId ?? "without id"})",
                e
            );
        }
    }
}
