using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Bonds;
using SocialShares.Features.Register;

namespace SocialShares.Features.Payouts;

/// <summary>
/// What happens once when a payment on bonds begins to be paid: its interest has accrued, its lines are owed, the period
/// is serviced, and bonds that are paid back leave the register. All in the transaction of the first batch.
/// </summary>
internal static class BondPaymentDue
{
    public static async Task Book(SharesDb db, PayoutBatch batch, CancellationToken ct)
    {
        var period = batch.Ground.Period!;
        // Held until the commit: the job that books the ends of periods comes before or after, and sees what was booked.
        await db.HoldSeries(period.SeriesId, ct);
        var series = await db.BondSeries.SingleAsync(s => s.Id == period.SeriesId, ct);
        await PeriodEnd.Accrue(db, series, period, new BookedEnd(batch.Enterprise.Slug, batch.On), ct);
        if (period.Capitalises)
            await PeriodEnd.Capitalise(db, series, period, new BookedEnd(batch.Enterprise.Slug, batch.On), ct);
        // What is paid back is what was outstanding in the period; where interest was added first, what is now.
        if (period.Capitalises)
            series.Service(period);
        await db.AppendToRegister(series.EnterpriseId, await Redemptions(db, batch, series, ct), ct);
        var overdrawn = await db
            .RegisterEntries.Where(e => e.BondSeriesId == series.Id)
            .GroupBy(e => e.MemberId)
            .AnyAsync(g => g.Sum(e => e.Units) < 0, ct);
        Invariant.Holds(!overdrawn, $"more bonds of {series.Code} are paid back than somebody has");
        if (!period.Capitalises)
            series.Service(period);
        db.JournalEntries.Add(BondBookings.Due(batch.Run, series.Code, batch.Enterprise.Slug, batch.On));
    }

    private static async Task<List<EntryFacts>> Redemptions(
        SharesDb db,
        PayoutBatch batch,
        BondSeries series,
        CancellationToken ct
    )
    {
        var (run, period) = (batch.Run, batch.Ground.Period!);
        var isLast = period.ClosingMinor == 0;
        var lines = await db
            .PayoutLines.AsNoTracking()
            .Where(l => l.RunId == run.Id && (isLast || l.RedeemedUnits > 0))
            .OrderBy(l => l.No)
            .Select(l => new Redeemed(l.Id, l.MemberId, isLast ? l.Units : l.RedeemedUnits))
            .ToListAsync(ct);
        var on = batch.On with { Day = period.AccrualEnd };
        return lines.ConvertAll(l => new EntryFacts(
            series,
            l.MemberId,
            EntryKind.Redemption,
            -l.Units,
            on,
            new EntrySource($"{(isLast ? "Repaid at maturity" : "Redeemed early")}, run {run.Number}", l.Id.Value)
        ));
    }

    private sealed record Redeemed(PayoutLineId Id, MemberId MemberId, long Units);
}
