using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>Read a payout run: what it pays and where to, whether its figures agree, and how it differs from the last.</summary>
public sealed record ReadPayoutRun(PayoutRunId PayoutRunId)
    : IQuery<PayoutRunRead>,
        IAllow<Administrator>,
        IAllow<Board>,
        IOfPayoutRun
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/payout-runs/{payoutRunId}", Get).WithTags("Payouts");

    /// <inheritdoc cref="ReadPayoutRun"/>
    public static Task<PayoutRunRead> Get(PayoutRunId payoutRunId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadPayoutRun(payoutRunId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadPayoutRun, PayoutRunRead>
    {
        public async Task<PayoutRunRead> Handle(ReadPayoutRun r, CancellationToken ct)
        {
            var run =
                await db.PayoutRuns.AsNoTracking().SingleOrDefaultAsync(p => p.Id == r.PayoutRunId, ct)
                ?? throw new NotThere("payout-run");
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == run.EnterpriseId, ct);
            var ground = await PayoutGround.Of(db, run, ct);
            var totals = await Totals(run.Id, ct);
            var files = await Files(run.Id, ct);
            var facts = new RunFacts(run, ground, totals, files);
            return new PayoutRunRead(
                run.Id,
                run.Number,
                run.Kind,
                enterprise.Id,
                enterprise.Name,
                enterprise.Slug,
                ground.Code,
                run.PeriodNo,
                ground.UnitMinor,
                ground.From,
                ground.Until,
                ground.RatePpm,
                run.PayOn,
                run.Currency,
                run.LineCount,
                run.TotalMinor,
                run.PrincipalMinor,
                run.State,
                ground.Declaration?.DeclaredByName,
                run.CalculatedBy,
                run.CalculatedByName,
                run.CalculatedAt,
                run.ApprovedByName,
                run.ApprovedAt,
                run.ExecutionStartedAt,
                run.EndedAt,
                run.Version,
                totals,
                files,
                await RunReview.Check(db, facts, ct),
                await RunReview.Compare(db, run, ct)
            );
        }

        private async Task<IReadOnlyList<PayoutTotal>> Totals(PayoutRunId run, CancellationToken ct) =>
            await db
                .PayoutLines.AsNoTracking()
                .Where(l => l.RunId == run)
                .GroupBy(l => new { l.Destination, l.State })
                .Select(g => new PayoutTotal(
                    g.Key.Destination,
                    g.Key.State,
                    g.Count(),
                    g.Sum(l => l.GrossMinor),
                    g.Sum(l => l.NetMinor),
                    g.Sum(l => l.CarriedInMinor),
                    g.Sum(l => l.CarriedOutMinor)
                ))
                .ToListAsync(ct);

        private async Task<IReadOnlyList<BankFileRow>> Files(PayoutRunId run, CancellationToken ct) =>
            await db
                .BankFiles.AsNoTracking()
                .Where(f => f.RunId == run)
                .OrderBy(f => f.No)
                .Select(f => new BankFileRow(f.No, f.NumberOfTransactions, f.ControlSumMinor, f.Sha256, f.CreatedAt))
                .ToListAsync(ct);
    }
}
