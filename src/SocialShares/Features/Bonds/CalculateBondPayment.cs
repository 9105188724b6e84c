using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Payouts;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>Calculate the payment run of a period of a series of bonds: one line for everyone who held on the day of record.</summary>
public sealed record CalculateBondPayment(Guid Key, BondSeriesId BondSeriesId, int PeriodNo)
    : ICommand<PayoutRunCalculated>,
        IKeyed,
        IAllow<Administrator>,
        IOfBondSeries
{
    private const int HoldersAtOnce = 10_000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bond-series/{bondSeriesId}/payout-runs", Post).WithTags("Bonds");

    /// <inheritdoc cref="CalculateBondPayment"/>
    public static Task<PayoutRunCalculated> Post(
        BondSeriesId bondSeriesId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new CalculateBondPayment(key.Value, bondSeriesId, body.PeriodNo), ct);

    /// <summary>What to calculate.</summary>
    /// <param name="PeriodNo">The period; the one after the last that was paid.</param>
    public sealed record Body(int PeriodNo);

    public sealed class Rules : AbstractValidator<CalculateBondPayment>
    {
        public Rules() => RuleFor(r => r.PeriodNo).Between(1, BondTerms.LongestTermMonths);
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<CalculateBondPayment, PayoutRunCalculated>
    {
        public async Task<PayoutRunCalculated> Handle(CalculateBondPayment r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            // Held until the commit: transfers and decisions about this series come before or after.
            await db.HoldSeries(r.BondSeriesId, ct);
            var (series, period) = await Load(r, ct);
            await db.RequireOffTheBoard(caller, series.EnterpriseId, ct);
            await RequireDue(series, period, now, ct);
            var payable = await BondsToPay.Read(db, period, ct);
            var (interest, principal) = (payable.Sum(p => p.InterestMinor), payable.Sum(p => p.PrincipalMinor));
            var run = PayoutRun.Calculate(
                PayoutRunId.From(r.Key),
                await db.NextRunNumber(series.EnterpriseId, now, ct),
                series,
                period,
                (payable.Count, interest, principal),
                caller.Sign(now)
            );
            await BulkInsert.Insert(db, [run], ct); // now, because the lines refer to it
            await Store(run, payable, ct);
            return new PayoutRunCalculated(run.Id, run.Number, run.LineCount, run.TotalMinor, run.Currency);
        }

        private async Task<(BondSeries Series, BondPeriod Period)> Load(CalculateBondPayment r, CancellationToken ct)
        {
            var series =
                await db.BondSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == r.BondSeriesId, ct)
                ?? throw new NotThere("bond-series");
            var period =
                await db
                    .BondPeriods.AsNoTracking()
                    .SingleOrDefaultAsync(p => p.SeriesId == series.Id && p.No == r.PeriodNo, ct)
                ?? throw new NotThere("bond-period");
            return (series, period);
        }

        private async Task RequireDue(BondSeries series, BondPeriod period, DateTime now, CancellationToken ct)
        {
            var exists = await db.PayoutRuns.AnyAsync(
                p => p.BondSeriesId == series.Id && p.PeriodNo == period.No && p.State != PayoutRunState.Voided,
                ct
            );
            if (exists)
                throw new Refused("payout.run-exists");
            if (period.No != series.ServicedPeriods + 1)
                throw new Refused("bond.earlier-period-open", series.ServicedPeriods + 1) { Field = "periodNo" };
            var zone = await db
                .Enterprises.Where(e => e.Id == series.EnterpriseId)
                .Select(e => e.TimeZone)
                .SingleAsync(ct);
            if (LegalDay.Of(now, zone) <= period.RecordOn)
                throw new Refused("bond.record-day-not-over", period.RecordOn) { Field = "periodNo" };
        }

        private async Task Store(PayoutRun run, List<PayableBonds> payable, CancellationToken ct)
        {
            for (var start = 0; start < payable.Count; start += HoldersAtOnce)
            {
                var end = Math.Min(start + HoldersAtOnce, payable.Count);
                var (first, last) = (payable[start].Number, payable[end - 1].Number);
                var members = await db
                    .Members.AsNoTracking()
                    .Where(m => m.EnterpriseId == run.EnterpriseId && m.Number >= first && m.Number <= last)
                    .ToDictionaryAsync(m => m.Number, ct);
                var lines = Enumerable
                    .Range(start, end - start)
                    .Select(i => (No: i + 1, Of: payable[i]))
                    .Select(x => new PayoutLine(
                        PayoutLineId.New(),
                        run.Id,
                        x.No,
                        members[x.Of.Number],
                        (x.Of.Held, x.Of.Redeemed),
                        (x.Of.InterestMinor, x.Of.PrincipalMinor)
                    ));
                await BulkInsert.Insert(db, lines, ct);
            }
        }
    }
}
