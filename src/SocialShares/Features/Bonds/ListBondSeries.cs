using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>List the series of bonds that my enterprise has issued, by name; 500 at most.</summary>
public sealed record ListBondSeries(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<BondSeriesLine>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/bond-series", Get).WithTags("Bonds");

    /// <inheritdoc cref="ListBondSeries"/>
    public static Task<IReadOnlyList<BondSeriesLine>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListBondSeries(enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListBondSeries, IReadOnlyList<BondSeriesLine>>
    {
        public async Task<IReadOnlyList<BondSeriesLine>> Handle(ListBondSeries r, CancellationToken ct) =>
            await BondSeriesLines
                .Of(db, db.BondSeries.Where(s => s.EnterpriseId == r.EnterpriseId && s.IssuedOn != null))
                .Take(Most)
                .ToListAsync(ct);
    }
}

/// <summary>Reads series with what is outstanding of them.</summary>
internal static class BondSeriesLines
{
    public static IQueryable<BondSeriesLine> Of(SharesDb db, IQueryable<BondSeries> series) =>
        from s in series.AsNoTracking()
        join o in db.Offers on s.OfferId equals o.Id
        orderby s.Code
        select new BondSeriesLine(
            s.Id,
            s.EnterpriseId,
            s.Code,
            o.Id,
            o.Title,
            s.Currency,
            s.NominalMinor,
            s.RatePpm,
            s.IssuedOn,
            db.BondPeriods.Where(p => p.SeriesId == s.Id).Max(p => (DateOnly?)p.DueOn),
            s.UnitsIssued,
            db.RegisterEntries.Where(e => e.BondSeriesId == s.Id).Sum(e => e.Units),
            db.RegisterEntries.Where(e => e.BondSeriesId == s.Id).Sum(e => e.Units) * s.OutstandingPerUnitMinor,
            db.RegisterEntries.Where(e => e.BondSeriesId == s.Id)
                .GroupBy(e => e.MemberId)
                .Count(g => g.Sum(e => e.Units) > 0),
            s.ServicedPeriods,
            db.BondPeriods.Count(p => p.SeriesId == s.Id)
        );
}

/// <summary>A series of bonds in a list; amounts in minor units.</summary>
/// <param name="Id">The series.</param>
/// <param name="EnterpriseId">The issuer.</param>
/// <param name="Code">Its short name.</param>
/// <param name="OfferId">The offer that sold it.</param>
/// <param name="OfferTitle">Its headline.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="NominalMinor">Nominal value of one bond.</param>
/// <param name="RatePpm">Rate a year at the issue, parts per million.</param>
/// <param name="IssuedOn">First day of interest; null before the issue.</param>
/// <param name="LastDueOn">The day of the last payment; null before the issue.</param>
/// <param name="UnitsIssued">Bonds issued.</param>
/// <param name="Units">Bonds outstanding now.</param>
/// <param name="OutstandingMinor">Principal outstanding now.</param>
/// <param name="Holders">People and organisations that hold some now.</param>
/// <param name="ServicedPeriods">Interest periods that are over and booked.</param>
/// <param name="Periods">Interest periods in all.</param>
public sealed record BondSeriesLine(
    BondSeriesId Id,
    EnterpriseId EnterpriseId,
    string Code,
    OfferId OfferId,
    string OfferTitle,
    Currency Currency,
    long NominalMinor,
    int RatePpm,
    DateOnly? IssuedOn,
    DateOnly? LastDueOn,
    long UnitsIssued,
    long Units,
    long OutstandingMinor,
    int Holders,
    int ServicedPeriods,
    int Periods
);
