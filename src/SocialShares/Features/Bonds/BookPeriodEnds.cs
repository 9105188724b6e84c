using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>
/// Book the ends of a series' interest periods that have come: the interest is a cost; where it is added to the
/// principal, or where nothing is to be paid, the next period begins. Sent by a job.
/// </summary>
public sealed record BookPeriodEnds(BondSeriesId BondSeriesId)
    : ICommand<PeriodEndsBooked>,
        IAllow<Machine>,
        IOfBondSeries
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<BookPeriodEnds, PeriodEndsBooked>
    {
        public async Task<PeriodEndsBooked> Handle(BookPeriodEnds r, CancellationToken ct)
        {
            await db.HoldSeries(r.BondSeriesId, ct);
            var series = await db.BondSeries.SingleAsync(s => s.Id == r.BondSeriesId, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == series.EnterpriseId, ct);
            var on = BookedOn.Moment(clock.GetUtcNow().UtcDateTime, enterprise.TimeZone);
            var periods = await db
                .BondPeriods.AsNoTracking()
                .Where(p => p.SeriesId == series.Id && p.No > series.ServicedPeriods && p.AccrualEnd <= on.Day)
                .OrderBy(p => p.No)
                .ToListAsync(ct);
            var ended = 0;
            foreach (var period in periods)
            {
                // In order: while a payment is in arrears, nothing after it is booked.
                await PeriodEnd.Accrue(db, series, period, enterprise.Slug, on, ct);
                if (await IsPaidByARun(period, ct))
                    break;
                if (period.Capitalises)
                    await PeriodEnd.Capitalise(db, series, period, enterprise.Slug, on, ct);
                series.Service(period);
                ended++;
            }
            return new PeriodEndsBooked(ended);
        }

        private async Task<bool> IsPaidByARun(BondPeriod period, CancellationToken ct)
        {
            if (await PeriodEnd.Units(db, period, ct) == 0)
                return false;
            return period.PaymentMinor > 0
                || await db.EarlyRedemptions.AnyAsync(
                    x => x.SeriesId == period.SeriesId && x.PeriodNo == period.No && x.WithdrawnAt == null,
                    ct
                );
        }
    }
}

/// <summary>How many periods were ended.</summary>
public sealed record PeriodEndsBooked(int Ended);

/// <summary>Names the series with a period that has ended and is not booked.</summary>
public sealed record ListSeriesToBook : IQuery<IReadOnlyList<BondSeriesId>>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock)
        : IRequestHandler<ListSeriesToBook, IReadOnlyList<BondSeriesId>>
    {
        public async Task<IReadOnlyList<BondSeriesId>> Handle(ListSeriesToBook r, CancellationToken ct)
        {
            // A day in the enterprise's zone is at most one calendar day away from the UTC day.
            var tomorrow = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
            return await db
                .BondSeries.Where(s =>
                    s.IssuedOn != null
                    && db.BondPeriods.Any(p =>
                        p.SeriesId == s.Id && p.No == s.ServicedPeriods + 1 && p.AccrualEnd <= tomorrow
                    )
                )
                .Select(s => s.Id)
                .ToListAsync(ct);
        }
    }
}

/// <summary>Makes decisions about one series of bonds follow one another.</summary>
internal static class SeriesHold
{
    /// <summary>Holds the row of a series until the commit; another command that wants it waits here.</summary>
    public static Task<int> HoldSeries(this SharesDb db, BondSeriesId id, CancellationToken ct) =>
        db
            .BondSeries.Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.Version, b => b.Version + 1), ct);
}
