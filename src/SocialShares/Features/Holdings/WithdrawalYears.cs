using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Holdings;

/// <summary>Reads how much of a class may still be paid back in a year, and whether it is suspended.</summary>
internal static class WithdrawalYears
{
    public static async Task<WithdrawalYear> YearOf(
        this SharesDb db,
        ShareClass shareClass,
        DateOnly today,
        CancellationToken ct
    )
    {
        var first = new DateOnly(today.Year, 1, 1);
        var next = first.AddYears(1);
        var entries = db.RegisterEntries.Where(e => e.ShareClassId == shareClass.Id);
        var before = await entries.Where(e => e.ValidOn < first).SumAsync(e => e.Units, ct);
        // A class that is younger than the year: the shares of today, and those that left in it.
        if (before == 0)
            before =
                await entries.SumAsync(e => e.Units, ct)
                - await entries
                    .Where(e => e.Kind == EntryKind.Withdrawal && e.ValidOn >= first)
                    .SumAsync(e => e.Units, ct);
        var decided = await db
            .Withdrawals.Where(w => w.ShareClassId == shareClass.Id)
            .Where(w => w.State == WithdrawalState.Approved || w.State == WithdrawalState.Paid)
            .Where(w => w.DecidedOn >= first && w.DecidedOn < next)
            .SumAsync(w => w.Units, ct);
        return new WithdrawalYear(today.Year, before, decided, shareClass.Holding.MaximumPerYearPpm);
    }

    /// <summary>The suspension that lasts; null when withdrawals of the class are paid.</summary>
    public static Task<WithdrawalSuspension?> SuspensionOf(
        this SharesDb db,
        ShareClassId shareClass,
        CancellationToken ct
    ) =>
        db
            .WithdrawalSuspensions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.ShareClassId == shareClass && s.LiftedOn == null, ct);

    /// <summary>Refuses to pay back shares of a class while its withdrawals are suspended, whatever was approved before.</summary>
    /// <exception cref="Refused"><c>withdrawal.suspended</c></exception>
    public static async Task RequirePaysBack(this SharesDb db, ShareClassId shareClass, CancellationToken ct)
    {
        if (await db.SuspensionOf(shareClass, ct) is { } suspension)
            throw new Refused("withdrawal.suspended", suspension.From);
    }

    /// <summary>Since when withdrawals of the class that an offer sells are suspended; null: they are paid, or it sells bonds.</summary>
    public static async Task<DateOnly?> SuspendedSince(this SharesDb db, Offer offer, CancellationToken ct) =>
        offer.ShareClassId is { } shareClass ? (await db.SuspensionOf(shareClass, ct))?.From : null;

    /// <summary>The request of a class that has waited longest among those whose notice is over.</summary>
    public static Task<Withdrawal?> FirstInQueue(
        this SharesDb db,
        ShareClassId shareClass,
        DateOnly today,
        CancellationToken ct
    ) =>
        db
            .Withdrawals.AsNoTracking()
            .Where(w => w.ShareClassId == shareClass && w.State == WithdrawalState.Asked && w.PossibleOn <= today)
            .OrderBy(w => w.AskedAt)
            .ThenBy(w => w.Id)
            .FirstOrDefaultAsync(ct);

    /// <summary>The values that one share of a class had.</summary>
    public static async Task<ParHistory> ParHistoryOf(this SharesDb db, ShareClass shareClass, CancellationToken ct)
    {
        var falls = await db
            .WriteDowns.AsNoTracking()
            .Where(w => w.ShareClassId == shareClass.Id && w.On != null)
            .Select(w => new { On = w.On!.Value, w.FromMinor })
            .ToListAsync(ct);
        return new ParHistory(shareClass.ParValueMinor, [.. falls.Select(f => (f.On, f.FromMinor))]);
    }
}
