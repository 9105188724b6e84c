using MediatR;
using SocialShares.Features.Banking;
using SocialShares.Features.Bonds;
using SocialShares.Features.Disputes;
using SocialShares.Features.Issuing;
using SocialShares.Features.Ledger;
using SocialShares.Features.Operations;
using SocialShares.Features.Payouts;

namespace SocialShares.Pages.Admin;

/// <summary>What waits for an administrator.</summary>
public sealed class IndexModel(IMediator mediator, TimeProvider clock) : AdminPage("today", mediator, clock)
{
    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];

    /// <summary>Changed offer documents that wait for a decision.</summary>
    public IReadOnlyList<DocumentToReview> Documents { get; private set; } = [];

    public IReadOnlyList<DeclarationToCalculate> Declarations { get; private set; } = [];

    /// <summary>Payments on bonds whose day of record is over.</summary>
    public IReadOnlyList<BondPaymentToCalculate> BondPayments { get; private set; } = [];

    /// <summary>Calculated, and not by me: they wait for my approval. Mine wait for somebody else.</summary>
    public IReadOnlyList<PayoutRunRow> ToApprove { get; private set; } = [];

    /// <summary>Runs with lines that a person must resolve.</summary>
    public IReadOnlyList<PayoutRunRow> NeedSomeone { get; private set; } = [];

    /// <summary>What of the bank waits for a person.</summary>
    public BankToday Bank { get; private set; } = BankToday.Nothing;

    /// <summary>Disputed payments that wait for an answer, or were lost and are not closed.</summary>
    public IReadOnlyList<DisputeShown> Disputes { get; private set; } = [];

    public IReadOnlyList<OutboxLine> Parked { get; private set; } = [];

    /// <summary>Checks that do not hold, or that could not be made.</summary>
    public IReadOnlyList<BookCheck> Wrong { get; private set; } = [];

    public int ChecksMade { get; private set; }

    /// <summary>Differences with the provider that nobody explained.</summary>
    public int OpenDifferences { get; private set; }

    /// <summary>Jobs whose last run failed.</summary>
    public IReadOnlyList<JobShown> FailedJobs { get; private set; } = [];

    public int Count =>
        Offers.Count
        + Documents.Count
        + Declarations.Count
        + BondPayments.Count
        + ToApprove.Count
        + NeedSomeone.Count
        + Bank.ToRelease.Count
        + (Bank.Waiting > 0 ? 1 : 0)
        + Disputes.Count
        + FailedJobs.Count
        + (Parked.Count > 0 ? 1 : 0)
        + (OpenDifferences > 0 ? 1 : 0)
        + (Wrong.Count > 0 ? 1 : 0);

    public async Task OnGet()
    {
        Offers = await Ask(new ListOffersToReview());
        Documents = await Ask(new ListDocumentsToReview());
        Declarations = await Ask(new ListDeclarationsToCalculate());
        BondPayments = await Ask(new ListBondPaymentsToCalculate());
        ToApprove = await Ask(new ListPayoutRuns(PayoutRunState.Calculated));
        var paying = await Ask(new ListPayoutRuns(PayoutRunState.Executing));
        var stuck = await Ask(new ListPayoutRuns(PayoutRunState.CompletedWithFailures));
        NeedSomeone = [.. paying.Concat(stuck).Where(r => r.NeedAttention > 0)];
        Bank = await Ask(new ReadBankToday());
        Disputes = await Ask(new ListDisputes(WaitingOnly: true));
        Parked = await Ask(new ListOutbox(ParkedOnly: true));
        var checks = await Ask(new ReadChecks());
        OpenDifferences = checks.SelectMany(c => c.OpenDifferences).Distinct().Count();
        (ChecksMade, Wrong) = (checks.Count, [.. checks.Where(c => c.Holds != true)]);
        FailedJobs = [.. (await Ask(new ListJobs())).Where(j => j.LastRun?.Failure is not null)];
    }
}
