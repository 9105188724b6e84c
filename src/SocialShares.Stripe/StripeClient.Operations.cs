namespace SocialShares.Stripe;

/// <content>The operations, in the order of a payment's life. Lists go through <see cref="List{T}"/>.</content>
public sealed partial class StripeClient
{
    private const string Sessions = "v1/checkout/sessions";
    private const string Intents = "v1/payment_intents";
    private const string Charges = "v1/charges";
    private const string Disputes = "v1/disputes";
    private const string Payouts = "v1/payouts";
    private const string Refunds = "v1/refunds";
    private const string Transfers = "v1/transfers";
    private const string Accounts = "v1/accounts";
    private const string BalanceTransactions = "v1/balance_transactions";
    private const string Events = "v1/events";
    private const string WebhookEndpoints = "v1/webhook_endpoints";

    /// <summary>Opens a page at Stripe on which one buyer pays one order.</summary>
    public Task<StripeResult<StripeCheckoutSession>> CreateCheckoutSession(
        CreateStripeCheckoutSession request,
        string idempotencyKey,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Post<StripeCheckoutSession>(Sessions, request, idempotencyKey, stripeAccount, ct);

    /// <param name="expand">For example <c>line_items</c>, <c>payment_intent.latest_charge</c>.</param>
    public Task<StripeResult<StripeCheckoutSession>> RetrieveCheckoutSession(
        string id,
        IReadOnlyList<string>? expand = null,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Retrieve<StripeCheckoutSession>(Sessions, id, expand, stripeAccount, ct);

    /// <summary>Ends an open session. When Stripe says it is not open, retrieve it: paid means honour or refund.</summary>
    public Task<StripeResult<StripeCheckoutSession>> ExpireCheckoutSession(
        string id,
        string idempotencyKey,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) =>
        Post<StripeCheckoutSession>(
            $"{Sessions}/{Segment(id)}/expire",
            request: null,
            idempotencyKey,
            stripeAccount,
            ct
        );

    /// <param name="expand">For example <c>latest_charge.balance_transaction</c>.</param>
    public Task<StripeResult<StripePaymentIntent>> RetrievePaymentIntent(
        string id,
        IReadOnlyList<string>? expand = null,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Retrieve<StripePaymentIntent>(Intents, id, expand, stripeAccount, ct);

    public Task<StripeResult<StripeCharge>> RetrieveCharge(
        string id,
        IReadOnlyList<string>? expand = null,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Retrieve<StripeCharge>(Charges, id, expand, stripeAccount, ct);

    /// <summary>The permission behind a debit, named in its charge.</summary>
    public Task<StripeResult<StripeMandate>> RetrieveMandate(
        string id,
        IReadOnlyList<string>? expand = null,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Retrieve<StripeMandate>("v1/mandates", id, expand, stripeAccount, ct);

    public Task<StripeResult<StripeDispute>> RetrieveDispute(
        string id,
        IReadOnlyList<string>? expand = null,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Retrieve<StripeDispute>(Disputes, id, expand, stripeAccount, ct);

    /// <summary>Answers a dispute with evidence.</summary>
    public Task<StripeResult<StripeDispute>> UpdateDispute(
        string id,
        UpdateStripeDispute request,
        string idempotencyKey,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Post<StripeDispute>($"{Disputes}/{Segment(id)}", request, idempotencyKey, stripeAccount, ct);

    /// <summary>Gives in: the dispute is lost and cannot be taken up again.</summary>
    public Task<StripeResult<StripeDispute>> CloseDispute(
        string id,
        string idempotencyKey,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Post<StripeDispute>($"{Disputes}/{Segment(id)}/close", request: null, idempotencyKey, stripeAccount, ct);

    /// <summary>Gives a payment back. Transfers made from it are not touched: reverse them too.</summary>
    public Task<StripeResult<StripeRefund>> CreateRefund(
        CreateStripeRefund request,
        string idempotencyKey,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Post<StripeRefund>(Refunds, request, idempotencyKey, stripeAccount, ct);

    public Task<StripeResult<StripeRefund>> RetrieveRefund(
        string id,
        IReadOnlyList<string>? expand = null,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Retrieve<StripeRefund>(Refunds, id, expand, stripeAccount, ct);

    /// <summary>Moves money from the platform's balance to an enterprise's.</summary>
    public Task<StripeResult<StripeTransfer>> CreateTransfer(
        CreateStripeTransfer request,
        string idempotencyKey,
        CancellationToken ct = default
    ) => Post<StripeTransfer>(Transfers, request, idempotencyKey, stripeAccount: null, ct);

    public Task<StripeResult<StripeTransfer>> RetrieveTransfer(
        string id,
        IReadOnlyList<string>? expand = null,
        CancellationToken ct = default
    ) => Retrieve<StripeTransfer>(Transfers, id, expand, stripeAccount: null, ct);

    /// <summary>Takes a transfer back, whole or in part; the enterprise's available balance must cover it.</summary>
    public Task<StripeResult<StripeTransferReversal>> CreateTransferReversal(
        string transferId,
        CreateStripeTransferReversal request,
        string idempotencyKey,
        CancellationToken ct = default
    ) =>
        Post<StripeTransferReversal>(
            $"{Transfers}/{Segment(transferId)}/reversals",
            request,
            idempotencyKey,
            stripeAccount: null,
            ct
        );

    /// <summary>Opens an account for an enterprise; it can receive money once its people have filled in Stripe's form.</summary>
    public Task<StripeResult<StripeAccount>> CreateAccount(
        CreateStripeAccount request,
        string idempotencyKey,
        CancellationToken ct = default
    ) => Post<StripeAccount>(Accounts, request, idempotencyKey, stripeAccount: null, ct);

    /// <summary>Changes how an enterprise's account shows itself and pays out.</summary>
    public Task<StripeResult<StripeAccount>> UpdateAccount(
        string id,
        UpdateStripeAccount request,
        string idempotencyKey,
        CancellationToken ct = default
    ) => Post<StripeAccount>($"{Accounts}/{Segment(id)}", request, idempotencyKey, stripeAccount: null, ct);

    public Task<StripeResult<StripeAccount>> RetrieveAccount(
        string id,
        IReadOnlyList<string>? expand = null,
        CancellationToken ct = default
    ) => Retrieve<StripeAccount>(Accounts, id, expand, stripeAccount: null, ct);

    /// <summary>A way into Stripe's form for an enterprise: once, and for minutes. Arriving back proves nothing: retrieve the account.</summary>
    public Task<StripeResult<StripeAccountLink>> CreateAccountLink(
        CreateStripeAccountLink request,
        string idempotencyKey,
        CancellationToken ct = default
    ) => Post<StripeAccountLink>("v1/account_links", request, idempotencyKey, stripeAccount: null, ct);

    public Task<StripeResult<StripeBalance>> RetrieveBalance(
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Get<StripeBalance>("v1/balance", request: null, stripeAccount, ct);

    public Task<StripeResult<StripeBalanceTransaction>> RetrieveBalanceTransaction(
        string id,
        IReadOnlyList<string>? expand = null,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Retrieve<StripeBalanceTransaction>(BalanceTransactions, id, expand, stripeAccount, ct);

    /// <summary>Sends money to the bank: the platform's, or an enterprise's when done in its account.</summary>
    public Task<StripeResult<StripePayout>> CreatePayout(
        CreateStripePayout request,
        string idempotencyKey,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Post<StripePayout>(Payouts, request, idempotencyKey, stripeAccount, ct);

    public Task<StripeResult<StripePayout>> RetrievePayout(
        string id,
        IReadOnlyList<string>? expand = null,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Retrieve<StripePayout>(Payouts, id, expand, stripeAccount, ct);

    /// <summary>Takes back a payout that is still pending.</summary>
    public Task<StripeResult<StripePayout>> CancelPayout(
        string id,
        string idempotencyKey,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Post<StripePayout>($"{Payouts}/{Segment(id)}/cancel", request: null, idempotencyKey, stripeAccount, ct);

    public Task<StripeResult<StripeEvent>> RetrieveEvent(
        string id,
        string? stripeAccount = null,
        CancellationToken ct = default
    ) => Retrieve<StripeEvent>(Events, id, expand: null, stripeAccount, ct);

    /// <summary>The answer alone carries the endpoint's secret: store it at once.</summary>
    public Task<StripeResult<StripeWebhookEndpoint>> CreateWebhookEndpoint(
        CreateStripeWebhookEndpoint request,
        string idempotencyKey,
        CancellationToken ct = default
    ) => Post<StripeWebhookEndpoint>(WebhookEndpoints, request, idempotencyKey, stripeAccount: null, ct);
}
