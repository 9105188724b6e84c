namespace SocialShares.Stripe;

// The words that our code asks about. Stripe adds words at any time, so fields stay plain strings: an unknown one is kept,
// and whoever reads it decides (refuse, never ignore).

public static class StripeCheckoutMode
{
    public const string Payment = "payment";
}

public static class StripeCheckoutSessionStatus
{
    public const string Open = "open";
    public const string Complete = "complete";
    public const string Expired = "expired";
}

public static class StripePaymentStatus
{
    public const string Paid = "paid";
    public const string Unpaid = "unpaid";
    public const string NoPaymentRequired = "no_payment_required";
}

public static class StripePaymentMethodType
{
    public const string Card = "card";
    public const string Ideal = "ideal";
    public const string Bancontact = "bancontact";
    public const string SepaDebit = "sepa_debit";
    public const string BacsDebit = "bacs_debit";
}

public static class StripePaymentIntentStatus
{
    public const string RequiresPaymentMethod = "requires_payment_method";
    public const string RequiresConfirmation = "requires_confirmation";
    public const string RequiresAction = "requires_action";
    public const string RequiresCapture = "requires_capture";
    public const string Processing = "processing";
    public const string Succeeded = "succeeded";
    public const string Canceled = "canceled";
}

public static class StripeChargeStatus
{
    public const string Pending = "pending";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
}

public static class StripeDisputeStatus
{
    public const string NeedsResponse = "needs_response";
    public const string UnderReview = "under_review";
    public const string Won = "won";
    public const string Lost = "lost";
    public const string Prevented = "prevented";
    public const string WarningNeedsResponse = "warning_needs_response";
    public const string WarningUnderReview = "warning_under_review";
    public const string WarningClosed = "warning_closed";
}

public static class StripePayoutStatus
{
    public const string Pending = "pending";
    public const string InTransit = "in_transit";
    public const string Paid = "paid";
    public const string Failed = "failed";
    public const string Canceled = "canceled";
}

public static class StripeRefundStatus
{
    public const string Pending = "pending";
    public const string RequiresAction = "requires_action";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Canceled = "canceled";
}

public static class StripeRefundReason
{
    public const string Duplicate = "duplicate";
    public const string Fraudulent = "fraudulent";
    public const string RequestedByCustomer = "requested_by_customer";
}

public static class StripeAccountLinkType
{
    public const string Onboarding = "account_onboarding";
    public const string Update = "account_update";
}

public static class StripeCapabilityStatus
{
    public const string Active = "active";
    public const string Inactive = "inactive";
    public const string Pending = "pending";
}

public static class StripeBalanceTransactionType
{
    public const string Charge = "charge";
    public const string Payment = "payment";
    public const string Refund = "refund";
    public const string PaymentRefund = "payment_refund";
    public const string RefundFailure = "refund_failure";
    public const string PaymentFailureRefund = "payment_failure_refund";
    public const string Transfer = "transfer";
    public const string TransferRefund = "transfer_refund";
    public const string StripeFee = "stripe_fee";
    public const string Payout = "payout";
    public const string PayoutCancel = "payout_cancel";
    public const string PayoutFailure = "payout_failure";
    public const string Topup = "topup";
    public const string Adjustment = "adjustment";
}

public static class StripeErrorCode
{
    public const string AmountTooSmall = "amount_too_small";
    public const string AmountTooLarge = "amount_too_large";
    public const string BalanceInsufficient = "balance_insufficient";
    public const string CardDeclined = "card_declined";
    public const string ChargeAlreadyRefunded = "charge_already_refunded";
    public const string ChargeDisputed = "charge_disputed";
    public const string IdempotencyKeyInUse = "idempotency_key_in_use";
    public const string LockTimeout = "lock_timeout";
    public const string ParameterMissing = "parameter_missing";
    public const string ParameterUnknown = "parameter_unknown";
    public const string RateLimit = "rate_limit";
    public const string ResourceMissing = "resource_missing";
}

public static class StripeEventType
{
    public const string AccountUpdated = "account.updated";
    public const string ChargeDisputeClosed = "charge.dispute.closed";
    public const string ChargeDisputeCreated = "charge.dispute.created";
    public const string ChargeDisputeFundsReinstated = "charge.dispute.funds_reinstated";
    public const string ChargeDisputeFundsWithdrawn = "charge.dispute.funds_withdrawn";
    public const string ChargeDisputeUpdated = "charge.dispute.updated";
    public const string ChargeFailed = "charge.failed";
    public const string ChargePending = "charge.pending";
    public const string ChargeRefunded = "charge.refunded";
    public const string ChargeSucceeded = "charge.succeeded";
    public const string ChargeUpdated = "charge.updated";
    public const string CheckoutSessionAsyncPaymentFailed = "checkout.session.async_payment_failed";
    public const string CheckoutSessionAsyncPaymentSucceeded = "checkout.session.async_payment_succeeded";
    public const string CheckoutSessionCompleted = "checkout.session.completed";
    public const string CheckoutSessionExpired = "checkout.session.expired";
    public const string MandateUpdated = "mandate.updated";
    public const string PaymentIntentPaymentFailed = "payment_intent.payment_failed";
    public const string PaymentIntentProcessing = "payment_intent.processing";
    public const string PaymentIntentSucceeded = "payment_intent.succeeded";
    public const string PayoutCanceled = "payout.canceled";
    public const string PayoutCreated = "payout.created";
    public const string PayoutFailed = "payout.failed";
    public const string PayoutPaid = "payout.paid";
    public const string PayoutUpdated = "payout.updated";
    public const string RefundCreated = "refund.created";
    public const string RefundFailed = "refund.failed";
    public const string RefundUpdated = "refund.updated";
    public const string TransferCreated = "transfer.created";
    public const string TransferReversed = "transfer.reversed";
    public const string TransferUpdated = "transfer.updated";
}
