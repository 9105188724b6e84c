using MediatR;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>Download the calendar of debt service as comma separated text, amounts in minor units.</summary>
public sealed record DebtServiceCsv(
    EnterpriseId EnterpriseId,
    int? FromYear = null,
    int Years = ReadDebtService.MostYears
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

    /// <inheritdoc cref="DebtServiceCsv"/>
    public static async Task<IResult> Get(
        EnterpriseId enterpriseId,
        int? fromYear,
        int? years,
        IMediator mediator,
        CancellationToken ct
    ) =>
        (
            await mediator.Send(new DebtServiceCsv(enterpriseId, fromYear, years ?? ReadDebtService.MostYears), ct)
        ).ToResult(ct);

    public sealed class Handler(IRequestHandler<ReadDebtService, DebtService> calendar)
        : IRequestHandler<DebtServiceCsv, Download>
    {
        public async Task<Download> Handle(DebtServiceCsv r, CancellationToken ct)
        {
            var of = await calendar.Handle(new ReadDebtService(r.EnterpriseId, r.FromYear, r.Years), ct);
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
