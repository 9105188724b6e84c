using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>Download all lines of a payout run as comma separated text, amounts in minor units.</summary>
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
                join d in db.InterestDeclarations on p.DeclarationId equals d.Id
                select new
                {
                    p.Id,
                    p.Number,
                    p.ShareClassId,
                    e.Slug,
                    d.Until,
                }
            ).SingleOrDefaultAsync(ct);
            if (run is null)
                throw new NotThere("payout-run");
            var lines =
                from l in db.PayoutLines.AsNoTracking()
                where l.RunId == run.Id
                join m in db.Members on l.MemberId equals m.Id
                orderby l.No
                select new
                {
                    m.Number,
                    // Held on the last day of the period.
                    Units = db
                        .RegisterEntries.Where(e =>
                            e.ShareClassId == run.ShareClassId && e.MemberId == m.Id && e.ValidOn <= run.Until
                        )
                        .Sum(e => e.Units),
                    l.GrossMinor,
                    l.TaxMinor,
                    l.NetMinor,
                    l.Destination,
                    l.State,
                };
            return Download.Csv(
                $"payouts-{run.Slug}-{run.Number}.csv",
                Columns,
                lines.AsAsyncEnumerable(),
                l =>
                    [
                        run.Slug,
                        run.Number,
                        "share-interest",
                        l.Number,
                        l.Units,
                        l.GrossMinor,
                        l.TaxMinor,
                        l.NetMinor,
                        l.Destination,
                        l.State,
                    ]
            );
        }
    }
}
