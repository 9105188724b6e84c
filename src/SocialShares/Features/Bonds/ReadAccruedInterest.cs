using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>Reckon how much interest has accrued on bonds of a series up to a day, for a price between two holders.</summary>
public sealed record ReadAccruedInterest(BondSeriesId BondSeriesId, DateOnly On, long Units = 1)
    : IQuery<AccruedInterest>,
        IAllow<SignedIn>,
        IOfBondSeries
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/bond-series/{bondSeriesId}/accrued-interest", Get).WithTags("Bonds");

    /// <inheritdoc cref="ReadAccruedInterest"/>
    public static Task<AccruedInterest> Get(
        BondSeriesId bondSeriesId,
        DateOnly on,
        long? units,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadAccruedInterest(bondSeriesId, on, units ?? 1), ct);

    public sealed class Rules : AbstractValidator<ReadAccruedInterest>
    {
        public Rules()
        {
            RuleFor(r => r.On).Day();
            RuleFor(r => r.Units).Amount();
        }
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadAccruedInterest, AccruedInterest>
    {
        public async Task<AccruedInterest> Handle(ReadAccruedInterest r, CancellationToken ct)
        {
            var series =
                await db
                    .BondSeries.AsNoTracking()
                    .SingleOrDefaultAsync(s => s.Id == r.BondSeriesId && s.IssuedOn != null, ct)
                ?? throw new NotThere("bond-series");
            if (r.Units > series.UnitsIssued)
                throw new Refused("bond.units", series.UnitsIssued) { Field = "units" };
            var periods = await db.BondPeriods.AsNoTracking().Where(p => p.SeriesId == series.Id).ToListAsync(ct);
            var minor = BondTransfer.Accrued(series, periods, r.On);
            return new AccruedInterest(r.On, r.Units, r.Units * minor, series.Currency);
        }
    }
}

/// <summary>Interest that has accrued.</summary>
/// <param name="On">Up to this day; the day itself does not count.</param>
/// <param name="Units">On so many bonds.</param>
/// <param name="Minor">Minor units; 0 outside all periods.</param>
/// <param name="Currency">Currency of the amount.</param>
public sealed record AccruedInterest(DateOnly On, long Units, long Minor, Currency Currency);
