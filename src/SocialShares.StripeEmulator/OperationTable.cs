using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Which of Stripe's operations are emulated. The others exist and answer that they are not.</summary>
internal static class OperationTable
{
    private static readonly Dictionary<string, Func<Call, JsonObject>> Known = new(StringComparer.Ordinal)
    {
        ["CheckoutSessions_create"] = Sessions.Create,
        ["CheckoutSessions_retrieve"] = Sessions.Retrieve,
        ["CheckoutSessions_update"] = Sessions.Update,
        ["CheckoutSessions_list"] = Sessions.List,
        ["CheckoutSessions_expire"] = Sessions.Expire,
        ["CheckoutSessions_listLineItems"] = Sessions.LineItems,
        ["PaymentIntents_create"] = PaymentIntents.Create,
        ["PaymentIntents_retrieve"] = PaymentIntents.Retrieve,
        ["PaymentIntents_list"] = PaymentIntents.List,
        ["PaymentIntents_cancel"] = PaymentIntents.Cancel,
        ["PaymentMethods_retrieve"] = PaymentMethods.Retrieve,
        ["Mandates_retrieve"] = Mandates.Retrieve,
        ["Charges_retrieve"] = Charges.Retrieve,
        ["Charges_list"] = Charges.List,
        ["Disputes_retrieve"] = Disputes.Retrieve,
        ["Disputes_list"] = Disputes.List,
        ["Disputes_update"] = Disputes.Update,
        ["Disputes_close"] = Disputes.Close,
        ["Refunds_create"] = Refunds.Create,
        ["Refunds_retrieve"] = Refunds.Retrieve,
        ["Refunds_list"] = Refunds.List,
        ["Refunds_update"] = Refunds.Update,
        ["Refunds_cancel"] = Refunds.Cancel,
        ["Payouts_create"] = Payouts.Create,
        ["Payouts_retrieve"] = Payouts.Retrieve,
        ["Payouts_list"] = Payouts.List,
        ["Payouts_update"] = Payouts.Update,
        ["Payouts_cancel"] = Payouts.Cancel,
        ["Payouts_reverse"] = Payouts.Reverse,
        ["Transfers_create"] = Transfers.Create,
        ["Transfers_retrieve"] = Transfers.Retrieve,
        ["Transfers_list"] = Transfers.List,
        ["Transfers_createReversal"] = Transfers.CreateReversal,
        ["Transfers_listReversals"] = Transfers.ListReversals,
        ["Transfers_retrieveReversal"] = Transfers.RetrieveReversal,
        ["Accounts_create"] = Accounts.Create,
        ["Accounts_retrieve"] = Accounts.Retrieve,
        ["Accounts_retrieveCurrent"] = Accounts.RetrieveCurrent,
        ["Accounts_update"] = Accounts.Update,
        ["Accounts_list"] = Accounts.List,
        ["AccountLinks_create"] = AccountLinks.Create,
        ["Balance_retrieve"] = Balances.Retrieve,
        ["BalanceTransactions_list"] = Balances.List,
        ["BalanceTransactions_retrieve"] = Balances.RetrieveTransaction,
        ["Events_list"] = Events.List,
        ["Events_retrieve"] = Events.Retrieve,
        ["WebhookEndpoints_create"] = WebhookEndpoints.Create,
        ["WebhookEndpoints_retrieve"] = WebhookEndpoints.Retrieve,
        ["WebhookEndpoints_list"] = WebhookEndpoints.List,
        ["WebhookEndpoints_update"] = WebhookEndpoints.Update,
        ["WebhookEndpoints_del"] = WebhookEndpoints.Delete,
    };

    public static Func<Call, JsonObject> Of(Operation operation) =>
        Known.GetValueOrDefault(operation.Id) ?? (_ => throw StripeError.NotEmulated($"the operation {operation.Id}"));
}
