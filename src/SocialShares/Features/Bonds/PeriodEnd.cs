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
        BookedEnd end,
        CancellationToken ct
    )
    {
        var of = await Outstanding(db, series, period, end, ct);
        if (of.Units * period.InterestMinor > 0 && !await IsBooked(db, Accrual, period, end.EnterpriseSlug, ct))
            db.JournalEntries.Add(BondBookings.InterestAccrued(period, of, AtEnd(period, end.On)));
    }

    /// <summary>The interest of a period is added to the principal; does nothing when that is booked already.</summary>
    public static async Task Capitalise(
        SharesDb db,
        BondSeries series,
        BondPeriod period,
        BookedEnd end,
        CancellationToken ct
    )
    {
        var of = await Outstanding(db, series, period, end, ct);
        if (
            of.Units * period.InterestMinor > 0
            && !await IsBooked(db, "bond-capitalised", period, end.EnterpriseSlug, ct)
        )
            db.JournalEntries.Add(BondBookings.InterestCapitalised(period, of, AtEnd(period, end.On)));
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
        BookedEnd end,
        CancellationToken ct
    ) => new(end.EnterpriseSlug, series.Code, await Units(db, period, ct) - end.LeavingUnits, series.Currency);

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

/// <summary>What books the end of a period, beside the period itself.</summary>
/// <param name="EnterpriseSlug">Whose book.</param>
/// <param name="On">The moment of booking.</param>
/// <param name="LeavingUnits">Bonds that an earlier payment redeems, which is in arrears: they earn nothing any more.</param>
internal readonly record struct BookedEnd(string EnterpriseSlug, BookedOn On, long LeavingUnits = 0);
