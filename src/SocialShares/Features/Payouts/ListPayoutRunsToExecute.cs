using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>
/// Names the approved runs whose day has come, and those that were stopped half way; the job pays them. A run of withdrawals
/// that has not begun waits while its class is suspended.
/// </summary>
public sealed record ListPayoutRunsToExecute : IQuery<IReadOnlyList<PayoutRunId>>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock)
        : IRequestHandler<ListPayoutRunsToExecute, IReadOnlyList<PayoutRunId>>
    {
        public async Task<IReadOnlyList<PayoutRunId>> Handle(ListPayoutRunsToExecute request, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var runs = await db
                .PayoutRuns.Where(r => r.State == PayoutRunState.Approved || r.State == PayoutRunState.Executing)
                .Where(r =>
                    r.Kind != PayoutKind.Withdrawal
                    || r.ExecutionStartedAt != null
                    || !db.WithdrawalSuspensions.Any(s => s.ShareClassId == r.ShareClassId && s.LiftedOn == null)
                )
                .Join(
                    db.Enterprises,
                    r => r.EnterpriseId,
                    e => e.Id,
                    (r, e) =>
                        new
                        {
                            r.Id,
                            r.PayOn,
                            e.TimeZone,
                        }
                )
                .OrderBy(r => r.PayOn)
                .ToListAsync(ct);
            return runs.Where(r => LegalDay.Of(now, r.TimeZone) >= r.PayOn).Select(r => r.Id).ToList();
        }
    }
}
