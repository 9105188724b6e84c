using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Payouts;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Calculate the payment run of all withdrawals of a class that its board has approved: one line for each holder, at what was
/// paid for the shares that leave first.
/// </summary>
public sealed record CalculateWithdrawals(Guid Key, ShareClassId ShareClassId)
    : ICommand<PayoutRunCalculated>,
        IKeyed,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/share-classes/{shareClassId}/withdrawal-runs", Post).WithTags("Withdrawals");

    /// <inheritdoc cref="CalculateWithdrawals"/>
    public static Task<PayoutRunCalculated> Post(
        ShareClassId shareClassId,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new CalculateWithdrawals(key.Value, shareClassId), ct);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<CalculateWithdrawals, PayoutRunCalculated>
    {
        public async Task<PayoutRunCalculated> Handle(CalculateWithdrawals r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.HoldClass(r.ShareClassId, ct);
            var shareClass =
                await db.ShareClasses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == r.ShareClassId, ct)
                ?? throw new NotThere("share-class");
            await db.RequireOffTheBoard(caller, shareClass.EnterpriseId, ct);
            await db.RequirePaysBack(shareClass.Id, ct);
            var approved = await db
                .Withdrawals.Where(w => w.ShareClassId == shareClass.Id)
                .Where(w => w.State == WithdrawalState.Approved && w.RunId == null)
                .OrderBy(w => w.AskedAt)
                .ThenBy(w => w.Id)
                .ToListAsync(ct);
            var owed = await Owed(shareClass, approved, ct);
            var run = PayoutRun.Calculate(
                PayoutRunId.From(r.Key),
                await db.NextRunNumber(shareClass.EnterpriseId, now, ct),
                shareClass,
                await db.Today(shareClass.EnterpriseId, now, ct),
                (owed.Count, owed.Sum(o => o.Minor)),
                caller.Sign(now)
            );
            await BulkInsert.Insert(db, [run], ct); // now, because the lines refer to it
            foreach (var withdrawal in approved)
                withdrawal.TakeInto(run.Id);
            var lines = owed.Select(
                (o, i) => new PayoutLine(PayoutLineId.New(), run.Id, i + 1, o.Holder, (o.Units, 0), (0, o.Minor))
            );
            await BulkInsert.Insert(db, lines, ct);
            return new PayoutRunCalculated(run.Id, run.Number, run.LineCount, run.TotalMinor, run.Currency);
        }

        private async Task<List<(Member Holder, long Units, long Minor)>> Owed(
            ShareClass shareClass,
            List<Withdrawal> approved,
            CancellationToken ct
        )
        {
            var ids = approved.Select(w => w.MemberId).Distinct().ToList();
            var holders = await db
                .Members.AsNoTracking()
                .Where(m => ids.Contains(m.Id))
                .OrderBy(m => m.Number)
                .ToListAsync(ct);
            var owed = new List<(Member, long, long)>();
            foreach (var holder in holders)
            {
                var units = approved.Where(w => w.MemberId == holder.Id).Sum(w => w.Units);
                var lots = await db.LotsOf(shareClass.Id, holder.Id, ct);
                owed.Add((holder, units, Lots.Minor(Lots.First(lots, units))));
            }
            return owed;
        }
    }
}
