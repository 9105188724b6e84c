using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Bonds;

/// <summary>Books what the end of an interest period does by itself. Each booking has the period as its cause, so it is made once.</summary>
internal static class PeriodEnd
{
    /// <summary>Kind of the cause of an accrual.</summary>
    public const string Accrual = "bond-accrual";

    /// <summary>
    /// The interest of a period is a cost from its end on, whenever that is written down; does nothing when it is booked
    /// already.
    /// </summary>
    public static async Task Accrue(
        SharesDb db,
        BondSeries series,
        BondPeriod period,
        string enterpriseSlug,
        BookedOn on,
        CancellationToken ct
    )
    {
        var of = await Outstanding(db, series, period, enterpriseSlug, ct);
        if (of.Units * period.InterestMinor > 0 && !await IsBooked(db, Accrual, period, enterpriseSlug, ct))
            db.JournalEntries.Add(BondBookings.InterestAccrued(period, of, AtEnd(period, on)));
    }

    /// <summary>The interest of a period is added to the principal; does nothing when that is booked already.</summary>
    public static async Task Capitalise(
        SharesDb db,
        BondSeries series,
        BondPeriod period,
        string enterpriseSlug,
        BookedOn on,
        CancellationToken ct
    )
    {
        var of = await Outstanding(db, series, period, enterpriseSlug, ct);
        if (of.Units * period.InterestMinor > 0 && !await IsBooked(db, "bond-capitalised", period, enterpriseSlug, ct))
            db.JournalEntries.Add(BondBookings.InterestCapitalised(period, of, AtEnd(period, on)));
    }

    /// <summary>Bonds held on the day of record of a period.</summary>
    public static Task<long> Units(SharesDb db, BondPeriod period, CancellationToken ct) =>
        db
            .RegisterEntries.Where(e => e.BondSeriesId == period.SeriesId && e.ValidOn <= period.RecordOn)
            .SumAsync(e => e.Units, ct);

    // A payment may be made a few days before its period ends; nothing is dated into the future.
    private static BookedOn AtEnd(BondPeriod period, BookedOn on) =>
        period.AccrualEnd < on.Day ? on with { Day = period.AccrualEnd } : on;

    private static async Task<BondsOutstanding> Outstanding(
        SharesDb db,
        BondSeries series,
        BondPeriod period,
        string enterpriseSlug,
        CancellationToken ct
    ) => new(enterpriseSlug, series.Code, await Units(db, period, ct), series.Currency);

    private static Task<bool> IsBooked(
        SharesDb db,
        string cause,
        BondPeriod period,
        string enterpriseSlug,
        CancellationToken ct
    )
    {
        var (book, id) = (Book.Of(enterpriseSlug), period.Id.Value);
        return db.JournalEntries.AnyAsync(j => j.Book == book && j.CauseKind == cause && j.CauseId == id, ct);
    }
}
