using FluentValidation;
using MediatR;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>Download the calendar of debt service as comma separated text, amounts in minor units.</summary>
public sealed record DebtCalendarCsv(
    EnterpriseId EnterpriseId,
    int? FromYear = null,
    int Years = ReadDebtCalendar.MostYears
) : IQuery<Download>, IAllow<Board>, IAllow<Administrator>, IOfEnterprise
{
    private static readonly string[] Columns =
    [
        "series",
        "periodNo",
        "accrualStart",
        "accrualEnd",
        "dueOn",
        "units",
        "interestMinor",
        "principalMinor",
        "paymentMinor",
        "state",
        "run",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/debt-service.csv", Get)
            .WithTags("Bonds")
            .Produces<string>(200, "text/csv");

    /// <inheritdoc cref="DebtCalendarCsv"/>
    public static async Task<IResult> Get(
        EnterpriseId enterpriseId,
        int? fromYear,
        int? years,
        IMediator mediator,
        CancellationToken ct
    ) =>
        (
            await mediator.Send(new DebtCalendarCsv(enterpriseId, fromYear, years ?? ReadDebtCalendar.MostYears), ct)
        ).ToResult(ct);

    public sealed class Rules : AbstractValidator<DebtCalendarCsv>
    {
        public Rules()
        {
            RuleFor(r => r.FromYear).Year();
            RuleFor(r => r.Years).Between(1, ReadDebtCalendar.MostYears);
        }
    }

    public sealed class Handler(IRequestHandler<ReadDebtCalendar, DebtCalendar> calendar)
        : IRequestHandler<DebtCalendarCsv, Download>
    {
        public async Task<Download> Handle(DebtCalendarCsv r, CancellationToken ct)
        {
            var of = await calendar.Handle(new ReadDebtCalendar(r.EnterpriseId, r.FromYear, r.Years), ct);
            return Download.Csv(
                $"debt-service-{of.EnterpriseSlug}-{of.FromYear}.csv",
                Columns,
                of.Rows.ToAsyncEnumerable(),
                p =>
                    [
                        p.Code,
                        p.No,
                        p.AccrualStart,
                        p.AccrualEnd,
                        p.DueOn,
                        p.Units,
                        p.InterestMinor,
                        p.PrincipalMinor,
                        p.PaymentMinor,
                        p.State,
                        p.RunNumber,
                    ]
            );
        }
    }
}
