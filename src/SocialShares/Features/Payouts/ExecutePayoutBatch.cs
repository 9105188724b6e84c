using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>
/// Pay one batch of an approved run whose day has come: a bank file, or a batch of lines that become new shares.
/// Sent until nothing is left; whatever was stopped in between, each line is paid once.
/// </summary>
public sealed record ExecutePayoutBatch(PayoutRunId PayoutRunId)
    : ICommand<PayoutBatchDone>,
        IAllow<Machine>,
        IOfPayoutRun
{
    public sealed class Handler(SharesDb db, RulePacks packs, TimeProvider clock)
        : IRequestHandler<ExecutePayoutBatch, PayoutBatchDone>
    {
        public async Task<PayoutBatchDone> Handle(ExecutePayoutBatch r, CancellationToken ct)
        {
            // Holds the run's row until the commit: a second worker waits here and goes on from what the first one did.
            await db
                .PayoutRuns.Where(p =>
                    p.Id == r.PayoutRunId && (p.State == PayoutRunState.Approved || p.State == PayoutRunState.Executing)
                )
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Version, p => p.Version + 1), ct);
            var run =
                await db.PayoutRuns.SingleOrDefaultAsync(p => p.Id == r.PayoutRunId, ct)
                ?? throw new NotThere("payout-run");
            if (run.State is PayoutRunState.Completed or PayoutRunState.CompletedWithFailures)
                return new PayoutBatchDone(false, 0, 0, run.State);
            var batch = await Batch(run, ct);
            var isFirst = run.Execute(batch.On.At);
            if (isFirst && run.IsOfBonds)
                await BondPaymentDue.Book(db, batch, ct);
            if (isFirst && run.IsOfWithdrawals)
                await WithdrawalsDue.Book(db, batch, ct);
            var (lines, minor) = await BankBatch.Pay(db, batch, ct);
            if (lines == 0)
                (lines, minor) = await ReinvestBatch.Pay(db, batch, ct);
            var more = await Lines(run.Id, PayoutLineState.Open).AnyAsync(ct);
            if (!more)
                run.End(await Lines(run.Id, PayoutLineState.NeedsAttention).AnyAsync(ct), batch.On.At);
            return new PayoutBatchDone(more, lines, minor, run.State);
        }

        private IQueryable<PayoutLine> Lines(PayoutRunId run, PayoutLineState state) =>
            db.PayoutLines.Where(l => l.RunId == run && l.State == state);

        private async Task<PayoutBatch> Batch(PayoutRun run, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == run.EnterpriseId, ct);
            var on = BookedOn.Moment(clock.GetUtcNow().UtcDateTime, enterprise.TimeZone);
            if (on.Day < run.PayOn)
                throw new Refused("payout.not-due", run.PayOn);
            var law = packs.Usual(enterprise.Country, SecurityKind.Share, on.Day);
            return new PayoutBatch(run, enterprise, await PayoutGround.Of(db, run, ct), law, on);
        }
    }
}

/// <summary>What one batch did.</summary>
/// <param name="More">Is there something left to pay?</param>
/// <param name="Lines">Lines that were settled.</param>
/// <param name="Minor">What they added up to, minor units.</param>
/// <param name="State">Where the run stands.</param>
public sealed record PayoutBatchDone(bool More, int Lines, long Minor, PayoutRunState State);

/// <summary>What the two ways of paying need to know.</summary>
internal sealed record PayoutBatch(PayoutRun Run, Enterprise Enterprise, PayoutGround Ground, RuleSet? Law, BookedOn On)
{
    /// <summary>The class of shares that interest may be left in to.</summary>
    public ShareClass ShareClass =>
        Ground.ShareClass ?? throw new InvariantBroken("a payment on bonds is left in as shares");
}
