using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>See what an amount in a series of bonds would pay me, period by period, to maturity.</summary>
public sealed record ReadCashFlow(BondSeriesId BondSeriesId, long AmountMinor)
    : IQuery<CashFlowShown>,
        IAllow<Anyone>,
        IOfBondSeries
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bond-series/{bondSeriesId}/cash-flow", Get)
            .WithTags("Bonds")
            .RequireRateLimiting(Limits.Reckoning);

    /// <inheritdoc cref="ReadCashFlow"/>
    public static Task<CashFlowShown> Get(
        BondSeriesId bondSeriesId,
        long amountMinor,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadCashFlow(bondSeriesId, amountMinor), ct);

    public sealed class Rules : AbstractValidator<ReadCashFlow>
    {
        public Rules() => RuleFor(r => r.AmountMinor).Amount();
    }

    public sealed class Handler(SharesDb db, OfferSight sight) : IRequestHandler<ReadCashFlow, CashFlowShown>
    {
        public async Task<CashFlowShown> Handle(ReadCashFlow r, CancellationToken ct)
        {
            var series =
                await db.BondSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == r.BondSeriesId, ct)
                ?? throw new NotThere("bond-series");
            await sight.RequireVisible(series.OfferId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == series.OfferId, ct);
            return CashFlowShown.Of(series, CashFlowShown.ExpectedIssue(series, offer), r.AmountMinor);
        }
    }
}

/// <summary>Download that table as comma separated text, amounts in minor units.</summary>
public sealed record CashFlowCsv(BondSeriesId BondSeriesId, long AmountMinor)
    : IQuery<CashFlowShown>,
        IAllow<Anyone>,
        IOfBondSeries
{
    // The columns of the scenario runner's cashflows.csv, in its order, but for the day of the actual payment.
    private static readonly string[] Columns =
    [
        "series",
        "periodNo",
        "accrualStart",
        "accrualEnd",
        "dueOn",
        "ratePpm",
        "openingPrincipalMinor",
        "interestMinor",
        "principalMinor",
        "paymentMinor",
        "closingPrincipalMinor",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bond-series/{bondSeriesId}/cash-flow.csv", Get)
            .WithTags("Bonds")
            .RequireRateLimiting(Limits.Reckoning)
            .Produces<string>(200, "text/csv");

    /// <inheritdoc cref="CashFlowCsv"/>
    public static async Task<IResult> Get(
        BondSeriesId bondSeriesId,
        long amountMinor,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var flow = await mediator.Send(new CashFlowCsv(bondSeriesId, amountMinor), ct);
        var rows = flow.Rows.ToAsyncEnumerable();
        return Download.Csv($"cash-flow-{flow.Code}.csv", Columns, rows, row => Fields(flow, row)).ToResult(ct);
    }

    private static object?[] Fields(CashFlowShown flow, CashFlowRow row) =>
        [
            flow.Code,
            row.No,
            row.AccrualStart,
            row.AccrualEnd,
            row.DueOn,
            row.RatePpm,
            row.OpeningMinor,
            row.InterestMinor,
            row.PrincipalMinor,
            row.PaymentMinor,
            row.ClosingMinor,
        ];

    public sealed class Rules : AbstractValidator<CashFlowCsv>
    {
        public Rules() => RuleFor(r => r.AmountMinor).Amount();
    }

    public sealed class Handler(IRequestHandler<ReadCashFlow, CashFlowShown> table)
        : IRequestHandler<CashFlowCsv, CashFlowShown>
    {
        public Task<CashFlowShown> Handle(CashFlowCsv r, CancellationToken ct) =>
            table.Handle(new ReadCashFlow(r.BondSeriesId, r.AmountMinor), ct);
    }
}
