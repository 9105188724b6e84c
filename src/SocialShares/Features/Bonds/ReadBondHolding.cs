using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>Read my bonds of one series: every payment made and expected, and whether I may be paid back early.</summary>
public sealed record ReadBondHolding(MemberId MemberId, BondSeriesId SeriesId)
    : IQuery<BondHoldingRead>,
        IAllow<Owner>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/holdings/{memberId}/bonds/{seriesId}", Get).WithTags("Portfolio");

    /// <inheritdoc cref="ReadBondHolding"/>
    public static Task<BondHoldingRead> Get(
        MemberId memberId,
        BondSeriesId seriesId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadBondHolding(memberId, seriesId), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadBondHolding, BondHoldingRead>
    {
        public async Task<BondHoldingRead> Handle(ReadBondHolding r, CancellationToken ct)
        {
            var entries = db.RegisterEntries.Where(e => e.MemberId == r.MemberId && e.BondSeriesId == r.SeriesId);
            if (!await entries.AnyAsync(ct))
                throw new NotThere("holding");
            var series = await db.BondSeries.AsNoTracking().SingleAsync(s => s.Id == r.SeriesId, ct);
            var today = await db.TodayOf(series.EnterpriseId, clock.GetUtcNow().UtcDateTime, ct);
            var periods = await db
                .BondPeriods.AsNoTracking()
                .Where(p => p.SeriesId == series.Id)
                .OrderBy(p => p.No)
                .Select(p => new Held(p, entries.Where(e => e.ValidOn <= p.RecordOn).Sum(e => e.Units)))
                .ToListAsync(ct);
            var units = await entries.SumAsync(e => e.Units, ct);
            var runs = await Runs(r, ct);
            var all = periods.ConvertAll(p => p.Period);
            var standing = await StandingRedemptions.Of(db, db.BondSeries.Where(s => s.Id == r.SeriesId), ct);
            return new BondHoldingRead(
                series.Id,
                series.Code,
                series.Currency,
                series.Terms,
                series.IssuedOn!.Value,
                units,
                [.. periods.Select(p => Payment(p, Redeemed(p), runs.GetValueOrDefault(p.Period.No), today))],
                await db.Asked(series, r.MemberId, all, [.. runs.Keys], ct),
                await db.Possible(series, r.MemberId, units, all, today, ct),
                await db.Draws(series, all, ct)
            );

            long Redeemed(Held held) => standing.Of(held.Period, held.Units, r.MemberId);
        }

        private async Task<Dictionary<int, Run>> Runs(ReadBondHolding r, CancellationToken ct) =>
            await (
                from p in db.PayoutRuns.AsNoTracking()
                where p.BondSeriesId == r.SeriesId && p.State != PayoutRunState.Voided
                join l in db.PayoutLines.Where(l => l.MemberId == r.MemberId) on p.Id equals l.RunId into lines
                from line in lines.DefaultIfEmpty()
                select new
                {
                    No = p.PeriodNo!.Value,
                    Run = new Run(
                        line != null,
                        line == null ? null : line.PaidAt,
                        line == null ? 0 : line.NetMinor - line.PrincipalMinor,
                        line == null ? 0 : line.PrincipalMinor
                    ),
                }
            ).ToDictionaryAsync(x => x.No, x => x.Run, ct);

        private static BondPaymentShown Payment(Held held, long redeemed, Run? run, DateOnly today)
        {
            var p = held.Period;
            var (interest, principal) = p.Capitalises
                ? (held.Units * p.InterestMinor, held.Units * p.PrincipalMinor)
                : p.Owes(held.Units, redeemed);
            if (run is { IsOfHolder: true })
                (interest, principal) = (run.InterestMinor, run.PrincipalMinor);
            var payment = interest + principal;
            var state =
                run?.PaidAt is not null ? BondPeriodState.Paid
                : p.Capitalises && p.AccrualEnd <= today ? BondPeriodState.Capitalised
                : payment == 0 && !p.Capitalises ? BondPeriodState.Nothing
                : payment > 0 && p.DueOn < today ? BondPeriodState.Overdue
                : run is not null ? BondPeriodState.Prepared
                : BondPeriodState.Expected;
            return new BondPaymentShown(
                p.No,
                p.DueOn,
                held.Units,
                interest,
                principal,
                held.Units * p.ClosingMinor,
                state
            );
        }

        private sealed record Held(BondPeriod Period, long Units);

        private sealed record Run(bool IsOfHolder, DateTime? PaidAt, long InterestMinor, long PrincipalMinor);
    }
}
