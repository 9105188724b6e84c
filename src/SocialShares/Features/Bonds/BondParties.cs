using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Issuing;

namespace SocialShares.Features.Bonds;

/// <summary>Finds the two sides of a transfer of bonds, and what the giver is free to give.</summary>
public sealed class BondParties(SharesDb db)
{
    /// <exception cref="Refused"><c>bond.transfer-giver</c>: nobody of that number.</exception>
    public async Task<Member> Giver(BondSeries series, int number, CancellationToken ct) =>
        await db
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(m => m.EnterpriseId == series.EnterpriseId && m.Number == number, ct)
        ?? throw new Refused("bond.transfer-giver", number) { Field = "fromNumber" };

    /// <summary>A holder of the enterprise with that address, or a new one with the details given.</summary>
    /// <exception cref="Refused"><c>bond.transfer-receiver</c>: nobody signs in with that address;
    /// <c>bond.transfer-receiver-details</c>: a new holder needs name and address.</exception>
    public async Task<Member> Receiver(
        BondSeries series,
        string email,
        HolderDetails? details,
        DateOnly today,
        CancellationToken ct
    )
    {
        var normal = email.ToUpperInvariant();
        var login =
            await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normal, ct)
            ?? throw new Refused("bond.transfer-receiver") { Field = "toEmail" };
        var person = new PersonId(login.Id);
        var known = await db
            .Members.AsNoTracking()
            .Where(m => m.EnterpriseId == series.EnterpriseId && m.PersonId == person)
            .ToListAsync(ct);
        // Somebody may be there as a person and for an organisation; then the details say which of them is meant.
        if (details is null && known.Count == 1)
            return known[0];
        if (details is null)
            throw new Refused("bond.transfer-receiver-details") { Field = "toHolder" };
        details.CheckAge(today);
        details = details.Normal();
        var key = HolderKey.Of(person, details.Kind, HolderIdentity.Of(details));
        if (known.Find(m => HolderKey.Of(m) == key) is { } same)
            return same;
        var last = await db.Members.Where(m => m.EnterpriseId == series.EnterpriseId).MaxAsync(m => (int?)m.Number, ct);
        // No account yet: the first payment waits for it and says so.
        var choice = new PayoutChoice(PayoutDestination.Bank, null);
        var member = new Member(MemberId.New(), series.EnterpriseId, (last ?? 0) + 1, person, details, choice, null);
        // At once, because the register's entry about the holder is written at once.
        await BulkInsert.Insert(db, [member], ct);
        return member;
    }

    /// <summary>Bonds that a holder had on a day and has had ever since, less those that were asked to be paid back.</summary>
    public async Task<long> Free(BondSeries series, MemberId holder, DateOnly on, CancellationToken ct)
    {
        var entries = await db
            .RegisterEntries.Where(e => e.BondSeriesId == series.Id && e.MemberId == holder)
            .OrderBy(e => e.ValidOn)
            .ThenBy(e => e.Number)
            .Select(e => new { e.ValidOn, e.Units })
            .ToListAsync(ct);
        var held = entries.Where(e => e.ValidOn <= on).Sum(e => e.Units);
        var least = held;
        foreach (var later in entries.Where(e => e.ValidOn > on))
            least = Math.Min(least, held += later.Units);
        return Math.Max(0, least - await db.AskedFor(series, holder, ct));
    }

    /// <summary>
    /// The last day of record for which a payment was calculated or is over, or bonds are drawn; null: none. A run that
    /// was voided counts where there is a draw, so that nobody sees one and changes what it is made from.
    /// </summary>
    public Task<DateOnly?> PaidUntil(BondSeries series, CancellationToken ct) =>
        db
            .BondPeriods.Where(p => p.SeriesId == series.Id)
            .Where(p =>
                p.No <= series.ServicedPeriods
                || db.PayoutRuns.Any(r =>
                    r.BondSeriesId == series.Id
                    && r.PeriodNo == p.No
                    && (
                        r.State != PayoutRunState.Voided
                        || db.EarlyRedemptions.Any(x =>
                            x.SeriesId == series.Id && x.PeriodNo == p.No && x.WithdrawnAt == null
                        )
                    )
                )
            )
            .MaxAsync(p => (DateOnly?)p.RecordOn, ct);

    /// <summary>Periods at whose end bonds are redeemed early by a decision that stands.</summary>
    public async Task<IReadOnlySet<int>> RedeemedAt(BondSeries series, CancellationToken ct) =>
        (
            await db
                .EarlyRedemptions.Where(x => x.SeriesId == series.Id && x.WithdrawnAt == null)
                .Select(x => x.PeriodNo)
                .ToListAsync(ct)
        ).ToHashSet();
}
