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

/// <summary>A payout run with what an approver looks at; amounts in minor units, instants UTC.</summary>
/// <param name="Id">The run.</param>
/// <param name="Number">Its number as people say it.</param>
/// <param name="Kind">What it pays.</param>
/// <param name="EnterpriseId">Who pays.</param>
/// <param name="EnterpriseName">Its name.</param>
/// <param name="EnterpriseSlug">Its name in addresses.</param>
/// <param name="SecurityCode">The class of shares or the series of bonds that is paid on.</param>
/// <param name="PeriodNo">The period of the series; null for shares.</param>
/// <param name="UnitMinor">Par value of a share, or principal of one bond in the period.</param>
/// <param name="From">First day of the period that is paid for.</param>
/// <param name="Until">Last day of it.</param>
/// <param name="RatePpm">Rate a year; of bonds the one on the first day.</param>
/// <param name="PayOn">The day of payment.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="LineCount">How many holders it pays.</param>
/// <param name="TotalMinor">What it pays in all.</param>
/// <param name="PrincipalMinor">How much of that repays principal of bonds.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DeclaredBy">Who declared the interest for the board; null for bonds, which pay by their terms.</param>
/// <param name="CalculatedById">Who calculated it.</param>
/// <param name="CalculatedBy">Their name.</param>
/// <param name="CalculatedAt">When.</param>
/// <param name="ApprovedBy">Who approved it; null before.</param>
/// <param name="ApprovedAt">When.</param>
/// <param name="ExecutionStartedAt">When the job began to pay.</param>
/// <param name="EndedAt">When it ended or was voided.</param>
/// <param name="Version">Raised with each change.</param>
/// <param name="Totals">The lines by destination and state.</param>
/// <param name="BankFiles">By number.</param>
/// <param name="Checks">Figures that must agree.</param>
/// <param name="ComparedWithLast">How it differs from the run before on the same security; null for the first.</param>
public sealed record PayoutRunRead(
    PayoutRunId Id,
    string Number,
    PayoutKind Kind,
    EnterpriseId EnterpriseId,
    string EnterpriseName,
    string EnterpriseSlug,
    string SecurityCode,
    int? PeriodNo,
    long UnitMinor,
    DateOnly From,
    DateOnly Until,
    int RatePpm,
    DateOnly PayOn,
    Currency Currency,
    int LineCount,
    long TotalMinor,
    long PrincipalMinor,
    PayoutRunState State,
    string? DeclaredBy,
    PersonId CalculatedById,
    string CalculatedBy,
    DateTime CalculatedAt,
    string? ApprovedBy,
    DateTime? ApprovedAt,
    DateTime? ExecutionStartedAt,
    DateTime? EndedAt,
    int Version,
    IReadOnlyList<PayoutTotal> Totals,
    IReadOnlyList<BankFileRow> BankFiles,
    IReadOnlyList<PayoutCheck> Checks,
    PayoutComparison? ComparedWithLast
);
