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
            var tomorrow = DateOnly.FromDateTime(now).AddDays(1);
            var rows = await (
                from s in db.BondSeries.AsNoTracking()
                join p in db.BondPeriods
                    on new { s.Id, No = s.ServicedPeriods + 1 } equals new { Id = p.SeriesId, p.No }
                where p.RecordOn < tomorrow
                where
                    !db.PayoutRuns.Any(x =>
                        x.BondSeriesId == s.Id && x.PeriodNo == p.No && x.State != PayoutRunState.Voided
                    )
                where
                    p.InterestMinor + p.PrincipalMinor > 0
                    || db.EarlyRedemptions.Any(x => x.SeriesId == s.Id && x.PeriodNo == p.No && x.WithdrawnAt == null)
                join e in db.Enterprises on s.EnterpriseId equals e.Id
                orderby p.DueOn, e.Name
                select new
                {
                    Series = s,
                    Period = p,
                    Enterprise = e,
                    Units = db
                        .RegisterEntries.Where(x => x.BondSeriesId == s.Id && x.ValidOn <= p.RecordOn)
                        .Sum(x => x.Units),
                    IsRedeemed = db.EarlyRedemptions.Any(x =>
                        x.SeriesId == s.Id && x.PeriodNo == p.No && x.WithdrawnAt == null
                    ),
                }
            )
                .Take(Most)
                .ToListAsync(ct);
            return
            [
                .. rows.Where(x => LegalDay.Of(now, x.Enterprise.TimeZone) > x.Period.RecordOn)
                    .Where(x => x.Units > 0 && (x.Period.PaymentMinor > 0 || x.IsRedeemed))
                    .Select(x => new BondPaymentToCalculate(
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
                        x.Period.Owes(x.Units, 0).InterestMinor,
                        x.Period.Owes(x.Units, 0).PrincipalMinor,
                        x.IsRedeemed,
                        LegalDay.Of(now, x.Enterprise.TimeZone) > x.Period.DueOn
                    )),
            ];
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
/// <param name="PrincipalMinor">Principal by the schedule; early redemption comes on top.</param>
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
