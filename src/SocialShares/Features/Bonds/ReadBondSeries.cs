using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>Read a series of bonds of my enterprise: its terms, what is outstanding, and where each payment stands.</summary>
public sealed record ReadBondSeries(BondSeriesId BondSeriesId)
    : IQuery<BondSeriesRead>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfBondSeries
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bond-series/{bondSeriesId}", Get).WithTags("Bonds");

    /// <inheritdoc cref="ReadBondSeries"/>
    public static Task<BondSeriesRead> Get(BondSeriesId bondSeriesId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadBondSeries(bondSeriesId), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadBondSeries, BondSeriesRead>
    {
        public async Task<BondSeriesRead> Handle(ReadBondSeries r, CancellationToken ct)
        {
            var one = db.BondSeries.Where(s => s.Id == r.BondSeriesId);
            var line = await BondSeriesLines.Of(db, one).SingleOrDefaultAsync(ct) ?? throw new NotThere("bond-series");
            var series = await one.AsNoTracking().SingleAsync(ct);
            var zone = await db
                .Enterprises.Where(e => e.Id == series.EnterpriseId)
                .Select(e => e.TimeZone)
                .SingleAsync(ct);
            var today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, zone);
            var rows = await PeriodRows.Of(db, one, today, ct);
            var periods = await db
                .BondPeriods.AsNoTracking()
                .Where(p => p.SeriesId == series.Id)
                .OrderBy(p => p.No)
                .ToListAsync(ct);
            return new BondSeriesRead(
                line,
                SeriesShown.Of(series),
                rows.Where(p => p.State == BondPeriodState.Overdue).Sum(p => p.PaymentMinor),
                rows,
                EarlyRedemption.FirstPossible(series, periods, series.IssuerAfterMonths, today)?.No,
                await Redemptions(series.Id, ct),
                await Transfers(series.Id, ct)
            );
        }

        // Both lists are for reading; the register and the journal have everything.
        private const int Newest = 200;

        private async Task<IReadOnlyList<EarlyRedemptionRow>> Redemptions(BondSeriesId id, CancellationToken ct)
        {
            var all = await db
                .EarlyRedemptions.AsNoTracking()
                .Where(x => x.SeriesId == id)
                .OrderByDescending(x => x.DecidedAt)
                .Take(Newest)
                .Select(x => new
                {
                    Of = x,
                    IsDrawn = db.PayoutRuns.Any(p =>
                        p.BondSeriesId == id && p.PeriodNo == x.PeriodNo && p.ExecutionStartedAt != null
                    ),
                    Holder = db.Members.Where(m => m.Id == x.MemberId).Select(m => m.Name).SingleOrDefault(),
                })
                .ToListAsync(ct);
            return all.ConvertAll(x => new EarlyRedemptionRow(
                x.Of.Id,
                x.Of.PeriodNo,
                x.Of.Kind,
                x.Of.Units,
                x.Holder,
                x.Of.DecidedByName,
                x.Of.DecidedAt,
                x.Of.WithdrawnAt,
                x.Of.SeedHash,
                x.IsDrawn ? x.Of.Seed : null
            ));
        }

        private async Task<IReadOnlyList<BondTransferRow>> Transfers(BondSeriesId id, CancellationToken ct) =>
            await (
                from t in db.BondTransfers.AsNoTracking()
                where t.SeriesId == id
                join a in db.Members on t.FromMemberId equals a.Id
                join b in db.Members on t.ToMemberId equals b.Id
                orderby t.On descending, t.RecordedAt descending
                select new BondTransferRow(
                    t.Id,
                    t.On,
                    a.Number,
                    a.Name,
                    b.Number,
                    b.Name,
                    t.Units,
                    t.AccruedMinor,
                    t.Reason,
                    t.RecordedByName,
                    t.RecordedAt
                )
            )
                .Take(Newest)
                .ToListAsync(ct);
    }
}

/// <summary>A series of bonds in full; amounts in minor units.</summary>
/// <param name="Line">What is outstanding.</param>
/// <param name="Series">Its terms.</param>
/// <param name="ArrearsMinor">What was due before today and is not paid.</param>
/// <param name="Periods">By day of payment; none before the issue.</param>
/// <param name="FirstRedeemablePeriodNo">The first period at whose end the issuer could redeem early, with notice given
/// today; null when never.</param>
/// <param name="EarlyRedemptions">The newest decision first, 200 at most.</param>
/// <param name="Transfers">The newest first, 200 at most.</param>
public sealed record BondSeriesRead(
    BondSeriesLine Line,
    SeriesShown Series,
    long ArrearsMinor,
    IReadOnlyList<PeriodRow> Periods,
    int? FirstRedeemablePeriodNo,
    IReadOnlyList<EarlyRedemptionRow> EarlyRedemptions,
    IReadOnlyList<BondTransferRow> Transfers
);
