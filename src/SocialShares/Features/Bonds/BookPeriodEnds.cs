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
            // Bonds that a payment in arrears redeems: they earn nothing any more, though the register has them still.
            var (ended, isWaiting, leaving) = (0, false, 0L);
            foreach (var period in periods)
            {
                await PeriodEnd.Accrue(db, series, period, new BookedEnd(enterprise.Slug, on, leaving), ct);
                // In order: while a payment is in arrears, interest goes on to be a cost, and nothing after it is ended.
                isWaiting = isWaiting || await IsPaidByARun(series, period, ct);
                if (isWaiting)
                {
                    var redeemed = await BondsAtRecord.RedeemedUnits(db, period, ct);
                    if (redeemed > 0 && leaving > 0)
                        break; // how many the second takes is known once the first is paid
                    leaving += redeemed;
                    continue;
                }
                if (period.Capitalises)
                    await PeriodEnd.Capitalise(db, series, period, new BookedEnd(enterprise.Slug, on), ct);
                series.Service(period);
                ended++;
            }
            return new PeriodEndsBooked(ended);
        }

        private async Task<bool> IsPaidByARun(BondSeries series, BondPeriod period, CancellationToken ct)
        {
            if (await BondsAtRecord.Anybody(db, period, ct))
                return true;
            // Nobody is paid: either nothing is due, or no bond is left. Anything else waits for a person.
            return period.PaymentMinor > 0
                && await db
                    .RegisterEntries.Where(e => e.BondSeriesId == series.Id)
                    .GroupBy(e => e.MemberId)
                    .AnyAsync(g => g.Sum(e => e.Units) != 0, ct);
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
            var ended = await (
                from s in db.BondSeries
                join p in db.BondPeriods on s.Id equals p.SeriesId
                where s.IssuedOn != null && p.No > s.ServicedPeriods && p.AccrualEnd <= tomorrow
                select new
                {
                    SeriesId = s.Id,
                    p.Id,
                    IsOfInterest = p.InterestMinor > 0,
                    IsPaid = p.InterestMinor + p.PrincipalMinor > 0,
                }
            ).ToListAsync(ct);
            var causes = ended.ConvertAll(p => p.Id.Value);
            var accrued = await db
                .JournalEntries.Where(j => j.CauseKind == PeriodEnd.Accrual && causes.Contains(j.CauseId))
                .Select(j => j.CauseId)
                .ToListAsync(ct);
            // What has accrued and waits for its run needs nothing more from us, however long it waits.
            return
            [
                .. ended
                    .Where(p => p.IsOfInterest ? !accrued.Contains(p.Id.Value) : !p.IsPaid)
                    .Select(p => p.SeriesId)
                    .Distinct(),
            ];
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
