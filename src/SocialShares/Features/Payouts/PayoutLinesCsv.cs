using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>
/// Download all lines of a payout run as comma separated text, amounts in minor units. What a line pays on bonds is two
/// rows, where both are there: the coupon and the redemption.
/// </summary>
public sealed record PayoutLinesCsv(PayoutRunId PayoutRunId)
    : IQuery<Download>,
        IAllow<Administrator>,
        IAllow<Board>,
        IOfPayoutRun
{
    private static readonly string[] Columns =
    [
        "key",
        "run",
        "kind",
        "holder",
        "units",
        "grossMinor",
        "taxMinor",
        "netMinor",
        "destination",
        "status",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/payout-runs/{payoutRunId}/lines.csv", Get).WithTags("Payouts").Produces<string>(200, "text/csv");

    /// <inheritdoc cref="PayoutLinesCsv"/>
    public static async Task<IResult> Get(PayoutRunId payoutRunId, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new PayoutLinesCsv(payoutRunId), ct)).ToResult(ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<PayoutLinesCsv, Download>
    {
        public async Task<Download> Handle(PayoutLinesCsv r, CancellationToken ct)
        {
            var run = await (
                from p in db.PayoutRuns.AsNoTracking()
                where p.Id == r.PayoutRunId
                join e in db.Enterprises on p.EnterpriseId equals e.Id
                join d in db.InterestDeclarations on p.DeclarationId equals d.Id into declarations
                from declared in declarations.DefaultIfEmpty()
                select new
                {
                    p.Id,
                    p.Number,
                    p.Kind,
                    p.ShareClassId,
                    e.Slug,
                    Until = declared == null ? (DateOnly?)null : declared.Until,
                }
            ).SingleOrDefaultAsync(ct);
            if (run is null)
                throw new NotThere("payout-run");
            var lines = Lines(run.Id, run.ShareClassId, run.Until);
            return Download.Csv(
                $"payouts-{run.Slug}-{run.Number}.csv",
                Columns,
                Parts(lines.AsAsyncEnumerable(), run.Kind),
                p =>
                    [
                        run.Slug,
                        run.Number,
                        p.Kind,
                        p.Line.Number,
                        p.Line.Units,
                        p.GrossMinor,
                        p.TaxMinor,
                        p.GrossMinor - p.TaxMinor,
                        p.Line.Destination,
                        p.Line.State,
                    ]
            );
        }

        private IQueryable<CsvLine> Lines(PayoutRunId run, ShareClassId? shareClass, DateOnly? until) =>
            from l in db.PayoutLines.AsNoTracking()
            where l.RunId == run
            join m in db.Members on l.MemberId equals m.Id
            orderby l.No
            select new CsvLine(
                m.Number,
                // Of shares: held on the last day of the period. Of bonds: on the day of record.
                l.Units
                    + db.RegisterEntries.Where(e =>
                            shareClass != null
                            && e.ShareClassId == shareClass
                            && e.MemberId == m.Id
                            && e.ValidOn <= until
                        )
                        .Sum(e => e.Units),
                l.GrossMinor,
                l.PrincipalMinor,
                l.TaxMinor,
                l.Destination,
                l.State
            );

        // Tax is on interest only.
        private static async IAsyncEnumerable<CsvPart> Parts(IAsyncEnumerable<CsvLine> lines, PayoutKind kind)
        {
            var interest = kind == PayoutKind.ShareInterest ? "share-interest" : "coupon";
            var principal = kind == PayoutKind.Withdrawal ? "withdrawal" : "redemption";
            await foreach (var line in lines)
            {
                if (line.GrossMinor > line.PrincipalMinor || line.PrincipalMinor == 0)
                    yield return new CsvPart(line, interest, line.GrossMinor - line.PrincipalMinor, line.TaxMinor);
                if (line.PrincipalMinor > 0)
                    yield return new CsvPart(line, principal, line.PrincipalMinor, 0);
            }
        }

        private sealed record CsvLine(
            int Number,
            long Units,
            long GrossMinor,
            long PrincipalMinor,
            long TaxMinor,
            PayoutDestination Destination,
            PayoutLineState State
        );

        private sealed record CsvPart(CsvLine Line, string Kind, long GrossMinor, long TaxMinor);
    }
}
