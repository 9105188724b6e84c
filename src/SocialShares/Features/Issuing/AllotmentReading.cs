using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>Works an allotment out from what is in the database: before it is decided, and again from what was stored.</summary>
public sealed class AllotmentReading(SharesDb db)
{
    /// <summary>The allotment that the applications of now lead to.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="today">Of an open offer: leaves out whoever may still cancel on this day, gifts that wait for their receiver,
    /// and what was issued before.</param>
    /// <param name="but">Applications that are left out as well.</param>
    public async Task<AllotmentPlan> Plan(
        Offer offer,
        CancellationToken ct,
        DateOnly? today = null,
        IReadOnlySet<ApplicationId>? but = null
    )
    {
        var series = await db.BondSeries.AsNoTracking().Where(s => s.OfferId == offer.Id).ToListAsync(ct);
        var numbers = series.ToDictionary(s => s.Id, s => s.No);
        var offered = offer.IsOfBonds
            ? series.ToDictionary(s => s.No, s => s.UnitsOffered)
            : new Dictionary<int, long> { [0] = offer.UnitsOffered - await IssuedBefore(offer, ct) };
        var confirmed = await db
            .Applications.AsNoTracking()
            .Where(a => a.OfferId == offer.Id && a.State == ApplicationState.Confirmed && !a.AwaitsLeast)
            .Where(a => today == null || a.CancelUntil == null || a.CancelUntil < today)
            .Where(a => today == null || a.HolderPersonId != null)
            .Select(a => new
            {
                a.Id,
                a.HolderPersonId,
                a.Kind,
                a.Identity,
                a.BondSeriesId,
                a.Units,
                a.AmountMinor,
                a.PaidAt,
                a.IsResident,
                a.MembershipType,
            })
            .ToListAsync(ct);
        confirmed.RemoveAll(a => but?.Contains(a.Id) == true);
        // A gift whose receiver has not accepted is nobody else's yet.
        var holders = confirmed.ToDictionary(
            a => a.Id,
            a => a.HolderPersonId is { } person ? HolderKey.Of(person, a.Kind, a.Identity) : HolderKey.OfGift(a.Id)
        );
        var first = holders
            .GroupBy(h => h.Value, h => h.Key)
            .ToDictionary(g => g.Key, g => g.MinBy(AllocationRow.Order));
        return new AllotmentPlan(
            confirmed.ConvertAll(a => new AllocationRow(
                a.Id,
                first[holders[a.Id]],
                a.BondSeriesId is { } id ? numbers[id] : 0,
                a.Units,
                Stored(a.PaidAt!.Value),
                a.IsResident,
                offer.Eligibility.Find(a.MembershipType)?.HasPriority(a.AmountMinor) == true ? 1 : 0
            )),
            offered,
            offer.Rule
        );
    }

    // Only an open offer has issued anything before it is allotted; parts that are paid later come after.
    private Task<long> IssuedBefore(Offer offer, CancellationToken ct) =>
        db
            .Applications.Where(a => a.OfferId == offer.Id && a.State == ApplicationState.Issued)
            .SumAsync(a => a.AllottedUnits, ct);

    /// <summary>The same from the rows of an allotment that was decided.</summary>
    /// <exception cref="Http.NotThere">The offer was not allotted, or before outcomes were stored.</exception>
    public async Task<StoredAllotment> Stored(OfferId id, CancellationToken ct, int no = 1)
    {
        var outcome =
            await db.AllotmentOutcomes.AsNoTracking().SingleOrDefaultAsync(o => o.OfferId == id && o.No == no, ct)
            ?? throw new Http.NotThere("allotment");
        var pools = await db.AllotmentPools.AsNoTracking().Where(p => p.OfferId == id && p.No == no).ToListAsync(ct);
        var lines = await db.AllotmentLines.AsNoTracking().Where(l => l.OfferId == id && l.No == no).ToListAsync(ct);
        return new StoredAllotment(outcome, pools, lines);
    }

    /// <summary>Applications of an offer that may still become confirmed, or not, and gifts that wait for their receiver.</summary>
    public Task<int> Pending(OfferId id, CancellationToken ct) =>
        db.Applications.CountAsync(
            a =>
                a.OfferId == id
                && (
                    // A later part waits for no one's allotment: what is paid after it is issued after it.
                    (a.State == ApplicationState.AwaitingPayment && a.InstalmentOf == null)
                    || (a.State == ApplicationState.Paid && a.InstalmentOf == null)
                    || (a.State == ApplicationState.Confirmed && a.HolderPersonId == null)
                ),
            ct
        );

    /// <inheritdoc cref="DocumentHold.DocumentHolds"/>
    public Task<bool> DocumentHolds(Offer offer, DateTime now, CancellationToken ct) =>
        db.DocumentHolds(offer, now, ct);

    /// <summary>The day before which bonds of the offer are not issued; null where there is none, or it is over.</summary>
    public async Task<DateOnly?> NotBefore(Offer offer, DateTime now, CancellationToken ct)
    {
        var today = LegalDay.Of(now, offer.TimeZone);
        return await db.BondSeries.Where(s => s.OfferId == offer.Id && s.IssueOn > today).MaxAsync(s => s.IssueOn, ct);
    }

    // Every database keeps microseconds; what is finer must not decide who was first.
    private static DateTime Stored(DateTime at) =>
        new(at.Ticks - at.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}

/// <summary>An allotment as it was stored.</summary>
public sealed record StoredAllotment(
    AllotmentOutcome Outcome,
    IReadOnlyList<AllotmentPool> Pools,
    IReadOnlyList<AllotmentLine> Lines
)
{
    /// <summary>Works it out anew from the stored inputs, rule and seed.</summary>
    public AllotmentPlan Again() =>
        new([.. Lines.Select(l => l.Row)], Pools.ToDictionary(p => p.SeriesNo, p => p.UnitsOffered), Outcome.Rule);
}
