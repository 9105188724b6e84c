using SocialShares.Ports;
using SocialShares.Stripe;

namespace SocialShares.Adapters.Stripe;

/// <content>Payments that payers' banks take back, and money taken back from enterprises.</content>
public sealed partial class StripePayments
{
    private const string DisputeKey = "dispute";

    public Task<string> TakeBack(RecoveryOrder order, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            // A key is forgotten after a day, and a stored failure may hide a reversal that was made: look first.
            var transfer = await stripe.RetrieveTransfer(order.Transfer, expand: null, ct);
            var known = transfer.Value.Reversals.Data.FirstOrDefault(r =>
                r.Metadata?.GetValueOrDefault(DisputeKey) == order.Id.ToString() && r.Amount == order.Amount.Minor
            );
            if (known is not null)
                return known.Id;
            var reversal = await stripe.CreateTransferReversal(
                order.Transfer,
                new CreateStripeTransferReversal
                {
                    Amount = order.Amount.Minor,
                    Metadata = new Dictionary<string, string> { [DisputeKey] = order.Id.ToString() },
                },
                $"recovery-{order.Id}-{order.Amount.Minor}",
                ct
            );
            return reversal.Value.Id;
        });

    public Task<DisputeNews> ReadDispute(string dispute, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
            NewsOf((await stripe.RetrieveDispute(dispute, expand: null, stripeAccount: null, ct)).Value)
        );

    public Task<IReadOnlyList<string>> ListDisputes(DateTime since, CancellationToken ct) =>
        StripeOutcome.Of<IReadOnlyList<string>>(async () =>
        {
            var request = new ListStripeDisputes
            {
                Created = new StripeCreated { From = new DateTimeOffset(since, TimeSpan.Zero) },
                Limit = 100,
            };
            var found = new List<string>();
            await foreach (var dispute in stripe.ListAll(request, stripeAccount: null, ct))
                found.Add(dispute.Id);
            return found;
        });

    public Task AnswerDispute(string dispute, string answer, string key, CancellationToken ct) =>
        StripeOutcome.Of(async () =>
        {
            var evidence = new StripeDisputeEvidenceData { UncategorizedText = answer };
            var request = new UpdateStripeDispute { Evidence = evidence, Submit = true };
            return (await stripe.UpdateDispute(dispute, request, key, stripeAccount: null, ct)).Value.Id;
        });

    private static DisputeNews NewsOf(StripeDispute d) =>
        new(
            d.Id,
            d.Charge.Id,
            d.Amount,
            d.Reason,
            StateOf(d.Status),
            StateOf(d.Status).TakesAnswer() ? d.EvidenceDetails.DueBy?.UtcDateTime : null,
            d.Created.UtcDateTime,
            [.. d.BalanceTransactions.Select(t => new MovementNews(t.Id, t.Amount, t.Fee, t.Created.UtcDateTime))]
        );

    private static DisputeState StateOf(string status) =>
        status switch
        {
            StripeDisputeStatus.WarningNeedsResponse => DisputeState.Inquiry,
            StripeDisputeStatus.WarningUnderReview => DisputeState.InquiryAnswered,
            StripeDisputeStatus.WarningClosed => DisputeState.InquiryClosed,
            StripeDisputeStatus.NeedsResponse => DisputeState.NeedsAnswer,
            StripeDisputeStatus.UnderReview => DisputeState.UnderReview,
            StripeDisputeStatus.Won => DisputeState.Won,
            StripeDisputeStatus.Lost => DisputeState.Lost,
            StripeDisputeStatus.Prevented => DisputeState.Prevented,
            _ => throw new OutcomeUnknown($"Stripe names a state of disputes that is not known: {status}."),
        };
}
