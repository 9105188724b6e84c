using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>
/// List the payments on bonds whose day of record is over and for which no run is calculated, the day of payment that
/// comes first in front. Those whose day has passed are in arrears.
/// </summary>
public sealed record ListBondPaymentsToCalculate : IQuery<IReadOnlyList<BondPaymentToCalculate>>, IAllow<Administrator>
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bond-series/payments-to-calculate", Get).WithTags("Bonds");

    /// <inheritdoc cref="ListBondPaymentsToCalculate"/>
    public static Task<IReadOnlyList<BondPaymentToCalculate>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListBondPaymentsToCalculate(), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock)
        : IRequestHandler<ListBondPaymentsToCalculate, IReadOnlyList<BondPaymentToCalculate>>
    {
        public async Task<IReadOnlyList<BondPaymentToCalculate>> Handle(
            ListBondPaymentsToCalculate r,
            CancellationToken ct
        )
        {
            var now = clock.GetUtcNow().UtcDateTime;
            // Filtered in the database, by the day that it is in each zone: else the first 200 might all be unready.
            var zones = await db.Enterprises.Select(e => e.TimeZone).Distinct().ToListAsync(ct);
            var days = zones.ToDictionary(z => z, z => LegalDay.Of(now, z));
            var earliest = days.Count == 0 ? LegalDay.Of(now, "UTC") : days.Values.Min();
            var ahead = days.Where(d => d.Value > earliest).Select(d => d.Key).ToList();
            var farAhead = days.Where(d => d.Value > earliest.AddDays(1)).Select(d => d.Key).ToList();
            var next = earliest.AddDays(1);
            var rows = await Open(db)
                .Where(x =>
                    x.Period.RecordOn < earliest
                    || (x.Period.RecordOn == earliest && ahead.Contains(x.Enterprise.TimeZone))
                    || (x.Period.RecordOn == next && farAhead.Contains(x.Enterprise.TimeZone))
                )
                .OrderBy(x => x.Period.DueOn)
                .ThenBy(x => x.Enterprise.Name)
                .Take(Most)
                .ToListAsync(ct);
            var found = rows.ConvertAll(x => x.Series.Id);
            var standing = await StandingRedemptions.Of(db, db.BondSeries.Where(s => found.Contains(s.Id)), ct);
            return rows.ConvertAll(x => Shown(x, standing.Of(x.Period, x.Units), days[x.Enterprise.TimeZone]));
        }

        // The next period of a series, where somebody holds and is paid, and no run is there yet.
        private static IQueryable<OpenPayment> Open(SharesDb db) =>
            from s in db.BondSeries.AsNoTracking()
            join p in db.BondPeriods on new { s.Id, No = s.ServicedPeriods + 1 } equals new { Id = p.SeriesId, p.No }
            where
                !db.PayoutRuns.Any(x =>
                    x.BondSeriesId == s.Id && x.PeriodNo == p.No && x.State != PayoutRunState.Voided
                )
            where
                p.InterestMinor + p.PrincipalMinor > 0
                || db.EarlyRedemptions.Any(x => x.SeriesId == s.Id && x.PeriodNo == p.No && x.WithdrawnAt == null)
            join e in db.Enterprises on s.EnterpriseId equals e.Id
            let units = db
                .RegisterEntries.Where(x => x.BondSeriesId == s.Id && x.ValidOn <= p.RecordOn)
                .Sum(x => x.Units)
            where units > 0
            select new OpenPayment
            {
                Series = s,
                Period = p,
                Enterprise = e,
                Units = units,
            };

        private static BondPaymentToCalculate Shown(OpenPayment x, long redeemed, DateOnly today)
        {
            var (interest, principal) = x.Period.Owes(x.Units, redeemed);
            return new BondPaymentToCalculate(
                x.Series.Id,
                x.Series.Code,
                x.Period.No,
                x.Enterprise.Id,
                x.Enterprise.Name,
                x.Period.AccrualStart,
                x.Period.AccrualEnd,
                x.Period.DueOn,
                x.Units,
                x.Series.Currency,
                interest,
                principal,
                redeemed > 0,
                today > x.Period.DueOn
            );
        }

        private sealed class OpenPayment
        {
            public required BondSeries Series { get; init; }
            public required BondPeriod Period { get; init; }
            public required Enterprise Enterprise { get; init; }
            public required long Units { get; init; }
        }
    }
}

/// <summary>A payment on bonds that waits for its run; amounts in minor units.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Code">Its short name.</param>
/// <param name="PeriodNo">The period.</param>
/// <param name="EnterpriseId">Who pays.</param>
/// <param name="EnterpriseName">Its name.</param>
/// <param name="AccrualStart">First day on which interest accrued.</param>
/// <param name="AccrualEnd">The day after the last one.</param>
/// <param name="DueOn">The day of payment.</param>
/// <param name="Units">Bonds held on the day of record.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="InterestMinor">Interest.</param>
/// <param name="PrincipalMinor">Principal, what is redeemed early included.</param>
/// <param name="HasEarlyRedemption">Are bonds redeemed early with it?</param>
/// <param name="IsOverdue">Has its day passed?</param>
public sealed record BondPaymentToCalculate(
    BondSeriesId SeriesId,
    string Code,
    int PeriodNo,
    EnterpriseId EnterpriseId,
    string EnterpriseName,
    DateOnly AccrualStart,
    DateOnly AccrualEnd,
    DateOnly DueOn,
    long Units,
    Currency Currency,
    long InterestMinor,
    long PrincipalMinor,
    bool HasEarlyRedemption,
    bool IsOverdue
);
