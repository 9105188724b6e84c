using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>Read the register of bondholders of a series as it stood on a day.</summary>
public sealed record ReadBondRegister(
    BondSeriesId BondSeriesId,
    DateOnly? AsOf = null,
    int After = 0,
    int Take = 50,
    string? Search = null
) : IQuery<BondRegisterPage>, IAllow<Board>, IAllow<Administrator>, IOfBondSeries
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bond-series/{bondSeriesId}/register", Get).WithTags("Bonds");

    /// <inheritdoc cref="ReadBondRegister"/>
    public static Task<BondRegisterPage> Get(
        BondSeriesId bondSeriesId,
        DateOnly? asOf,
        int? after,
        int? take,
        string? search,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadBondRegister(bondSeriesId, asOf, after ?? 0, take ?? 50, search), ct);

    public sealed class Rules : AbstractValidator<ReadBondRegister>
    {
        public Rules()
        {
            RuleFor(r => r.AsOf).MayBeDay();
            RuleFor(r => r.After).Between(0, int.MaxValue);
            RuleFor(r => r.Take).Between(1, 500);
            When(r => r.Search is not null, () => RuleFor(r => r.Search!).Line(0, 140));
        }
    }

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadBondRegister, BondRegisterPage>
    {
        public async Task<BondRegisterPage> Handle(ReadBondRegister r, CancellationToken ct)
        {
            var of = await BondholderRows.Subject(db, r.BondSeriesId, r.AsOf, clock, ct);
            var all = BondholderRows.Holders(db, of);
            var holders = all.Where(m => m.Number > r.After);
            if (r.Search?.Trim().ToLowerInvariant() is { Length: > 0 } search)
                holders = holders.Where(m => m.Name.ToLower().Contains(search));
            var rows = await BondholderRows.AsOf(db, holders, of).Take(r.Take + 1).ToListAsync(ct);
            var page = rows.Take(r.Take).ToList();
            return new BondRegisterPage(
                of.Series.Id,
                of.Series.Code,
                of.Series.Currency,
                of.Day,
                of.OutstandingPerUnitMinor,
                await all.CountAsync(ct),
                page,
                rows.Count > r.Take ? page[^1].Number : null
            );
        }
    }
}

/// <summary>Download the register of bondholders of a series as it stood on a day, amounts in minor units.</summary>
public sealed record BondRegisterCsv(BondSeriesId BondSeriesId, DateOnly? AsOf = null)
    : IQuery<Download>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfBondSeries
{
    // The first seven are what the scenario runner's file has, in its order.
    private static readonly string[] Columns =
    [
        "key",
        "holder",
        "name",
        "heldSince",
        "ceasedOn",
        "units",
        "principalMinor",
        "series",
        "kind",
        "street",
        "postcode",
        "city",
        "country",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bond-series/{bondSeriesId}/register.csv", Get).WithTags("Bonds").Produces<string>(200, "text/csv");

    /// <inheritdoc cref="BondRegisterCsv"/>
    public static async Task<IResult> Get(
        BondSeriesId bondSeriesId,
        DateOnly? asOf,
        IMediator mediator,
        CancellationToken ct
    ) => (await mediator.Send(new BondRegisterCsv(bondSeriesId, asOf), ct)).ToResult(ct);

    public sealed class Rules : AbstractValidator<BondRegisterCsv>
    {
        public Rules() => RuleFor(r => r.AsOf).MayBeDay();
    }

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<BondRegisterCsv, Download>
    {
        public async Task<Download> Handle(BondRegisterCsv r, CancellationToken ct)
        {
            var of = await BondholderRows.Subject(db, r.BondSeriesId, r.AsOf, clock, ct);
            var slug = await db
                .Enterprises.Where(e => e.Id == of.Series.EnterpriseId)
                .Select(e => e.Slug)
                .SingleAsync(ct);
            return Download.Csv(
                $"bondholders-{slug}-{of.Series.Code}-{of.Day:yyyy-MM-dd}.csv",
                Columns,
                BondholderRows.AsOf(db, BondholderRows.Holders(db, of), of).AsAsyncEnumerable(),
                h => Fields(slug, of.Series.Code, h)
            );
        }

        private static object?[] Fields(string slug, string code, BondholderRow h) =>
            [
                slug,
                h.Number,
                h.Name,
                h.HeldSince,
                h.CeasedOn,
                h.Units,
                h.PrincipalMinor,
                code,
                h.Kind,
                h.Street,
                h.Postcode,
                h.City,
                h.Country,
            ];
    }
}
