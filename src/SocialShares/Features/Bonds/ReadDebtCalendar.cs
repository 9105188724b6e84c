using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>
/// Read what my enterprise has to pay on its bonds in the next years, day by day. Arrears of earlier years are always
/// there.
/// </summary>
public sealed record ReadDebtCalendar(EnterpriseId EnterpriseId, int? FromYear = null, int Years = 5)
    : IQuery<DebtCalendar>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    /// <summary>As long as the longest term.</summary>
    public const int MostYears = 50;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/debt-service", Get).WithTags("Bonds");

    /// <inheritdoc cref="ReadDebtCalendar"/>
    public static Task<DebtCalendar> Get(
        EnterpriseId enterpriseId,
        int? fromYear,
        int? years,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadDebtCalendar(enterpriseId, fromYear, years ?? 5), ct);

    public sealed class Rules : AbstractValidator<ReadDebtCalendar>
    {
        public Rules()
        {
            RuleFor(r => r.FromYear).Year();
            RuleFor(r => r.Years).Between(1, MostYears);
        }
    }

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadDebtCalendar, DebtCalendar>
    {
        public async Task<DebtCalendar> Handle(ReadDebtCalendar r, CancellationToken ct)
        {
            var enterprise =
                await db.Enterprises.AsNoTracking().SingleOrDefaultAsync(e => e.Id == r.EnterpriseId, ct)
                ?? throw new NotThere("enterprise");
            var today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, enterprise.TimeZone);
            var first = r.FromYear ?? today.Year;
            var last = first + r.Years - 1;
            var all = await PeriodRows.Of(db, db.BondSeries.Where(s => s.EnterpriseId == enterprise.Id), today, ct);
            var rows = all.Where(p =>
                    p.State != BondPeriodState.Nothing
                    && (p.DueOn.Year >= first || p.State == BondPeriodState.Overdue)
                    && p.DueOn.Year <= last
                )
                .ToList();
            return new DebtCalendar(
                enterprise.Slug,
                enterprise.Currency,
                today,
                first,
                last,
                all.Where(p => p.State == BondPeriodState.Overdue).Sum(p => p.PaymentMinor),
                [.. Sums(rows, first, last)],
                rows
            );
        }

        private static IEnumerable<DebtCalendarYear> Sums(List<PeriodRow> rows, int first, int last) =>
            Enumerable
                .Range(first, last - first + 1)
                .Select(year => (year, of: rows.FindAll(p => p.DueOn.Year == year)))
                .Select(x => new DebtCalendarYear(
                    x.year,
                    x.of.Sum(p => p.InterestMinor),
                    x.of.Sum(p => p.PrincipalMinor),
                    x.of.Sum(p => p.PaymentMinor)
                ));
    }
}

/// <summary>What an enterprise pays on its bonds; amounts in minor units.</summary>
/// <param name="EnterpriseSlug">Its name in addresses.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Today">The day from which it is seen.</param>
/// <param name="FromYear">First year.</param>
/// <param name="UntilYear">Last year.</param>
/// <param name="ArrearsMinor">What was due before today and is not paid.</param>
/// <param name="Years">Sums by year of payment.</param>
/// <param name="Rows">By day of payment, arrears first. What comes is reckoned with the bonds outstanding today.</param>
public sealed record DebtCalendar(
    string EnterpriseSlug,
    Currency Currency,
    DateOnly Today,
    int FromYear,
    int UntilYear,
    long ArrearsMinor,
    IReadOnlyList<DebtCalendarYear> Years,
    IReadOnlyList<PeriodRow> Rows
);

/// <summary>One year of debt service, minor units.</summary>
public sealed record DebtCalendarYear(int Year, long InterestMinor, long PrincipalMinor, long PaymentMinor);
