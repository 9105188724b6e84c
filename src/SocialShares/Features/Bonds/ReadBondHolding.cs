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
            return new BondHoldingRead(
                series.Id,
                series.Code,
                series.Currency,
                series.Terms,
                series.IssuedOn!.Value,
                units,
                [.. periods.Select(p => Payment(p, runs.GetValueOrDefault(p.Period.No), series, today))],
                await Asked(series, r.MemberId, periods, runs, ct),
                await Possible(series, r.MemberId, units, periods, today, ct)
            );
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
                        line == null ? null : line.PaidAt,
                        line == null ? 0 : line.NetMinor - line.PrincipalMinor,
                        line == null ? 0 : line.PrincipalMinor
                    ),
                }
            ).ToDictionaryAsync(x => x.No, x => x.Run, ct);

        private static BondPaymentShown Payment(Held held, Run? run, BondSeries series, DateOnly today)
        {
            var p = held.Period;
            var (interest, principal) = p.Capitalises
                ? (held.Units * p.InterestMinor, held.Units * p.PrincipalMinor)
                : p.Owes(held.Units, 0);
            if (run is { PaidAt: not null })
                (interest, principal) = (run.InterestMinor, run.PrincipalMinor);
            var payment = interest + principal;
            var state =
                run?.PaidAt is not null ? BondPeriodState.Paid
                : p.Capitalises && p.No <= series.ServicedPeriods ? BondPeriodState.Capitalised
                : payment == 0 && !p.Capitalises ? BondPeriodState.Nothing
                : run is not null ? BondPeriodState.Prepared
                : payment > 0 && p.DueOn < today && p.No > series.ServicedPeriods ? BondPeriodState.Overdue
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

        private async Task<IReadOnlyList<RedemptionAsked>> Asked(
            BondSeries series,
            MemberId holder,
            List<Held> periods,
            Dictionary<int, Run> runs,
            CancellationToken ct
        )
        {
            var asked = await db
                .EarlyRedemptions.AsNoTracking()
                .Where(x => x.SeriesId == series.Id && x.MemberId == holder && x.WithdrawnAt == null)
                .Where(x => x.PeriodNo > series.ServicedPeriods)
                .OrderBy(x => x.DecidedAt)
                .ToListAsync(ct);
            return asked.ConvertAll(x =>
            {
                var period = periods.Single(p => p.Period.No == x.PeriodNo).Period;
                return new RedemptionAsked(
                    x.Id,
                    x.Units,
                    period.DueOn,
                    x.Units * period.ClosingMinor,
                    !runs.ContainsKey(x.PeriodNo)
                );
            });
        }

        private async Task<RedemptionPossible?> Possible(
            BondSeries series,
            MemberId holder,
            long units,
            List<Held> periods,
            DateOnly today,
            CancellationToken ct
        )
        {
            var free = units - await db.AskedFor(series, holder, ct);
            var all = periods.Select(p => p.Period);
            var first = EarlyRedemption.FirstPossible(series, all, series.HolderAfterMonths, today);
            return first is null || free <= 0 ? null : new RedemptionPossible(first.DueOn, first.ClosingMinor, free);
        }

        private sealed record Held(BondPeriod Period, long Units);

        private sealed record Run(DateTime? PaidAt, long InterestMinor, long PrincipalMinor);
    }
}

/// <summary>My bonds of one series; amounts in minor units.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Code">Its short name.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Terms">What every bond promises.</param>
/// <param name="IssuedOn">First day of interest.</param>
/// <param name="Units">Bonds held now.</param>
/// <param name="Payments">By interest period.</param>
/// <param name="Asked">Requests of mine to be paid back early that stand.</param>
/// <param name="Possible">What a request made today would bring; null when it is not possible.</param>
public sealed record BondHoldingRead(
    BondSeriesId SeriesId,
    string Code,
    Currency Currency,
    BondTerms Terms,
    DateOnly IssuedOn,
    long Units,
    IReadOnlyList<BondPaymentShown> Payments,
    IReadOnlyList<RedemptionAsked> Asked,
    RedemptionPossible? Possible
);

/// <summary>The payment of one interest period to one holder; amounts in minor units.</summary>
/// <param name="No">Counts from 1 within the series.</param>
/// <param name="DueOn">The day of payment.</param>
/// <param name="Units">Bonds that it is paid on.</param>
/// <param name="InterestMinor">Interest; after tax once it is paid.</param>
/// <param name="PrincipalMinor">What comes back; negative where the interest is added to the principal.</param>
/// <param name="LeftMinor">Principal of these bonds outstanding afterwards.</param>
/// <param name="State">Where it stands.</param>
public sealed record BondPaymentShown(
    int No,
    DateOnly DueOn,
    long Units,
    long InterestMinor,
    long PrincipalMinor,
    long LeftMinor,
    BondPeriodState State
);

/// <summary>A request to be paid back early; amounts in minor units.</summary>
/// <param name="Id">The request.</param>
/// <param name="Units">Bonds.</param>
/// <param name="DueOn">The day of payment.</param>
/// <param name="AmountMinor">Principal that it pays, beside the ordinary payment of that day.</param>
/// <param name="MayWithdraw">False once the payment is calculated.</param>
public sealed record RedemptionAsked(
    EarlyRedemptionId Id,
    long Units,
    DateOnly DueOn,
    long AmountMinor,
    bool MayWithdraw
);

/// <summary>What a request made today would bring; amounts in minor units.</summary>
/// <param name="DueOn">The day of payment.</param>
/// <param name="PerBondMinor">Principal that each bond pays then.</param>
/// <param name="Units">Bonds that may be asked for.</param>
public sealed record RedemptionPossible(DateOnly DueOn, long PerBondMinor, long Units);
