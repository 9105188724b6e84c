using Microsoft.EntityFrameworkCore;

namespace SocialShares.Features.Ledger;

/// <content>Snapshots of balances, as they were last compared with all entries.</content>
internal sealed partial class BookChecks
{
    /// <summary>The newest snapshot says what adding up all entries before its cut says; the left figure is what differs.</summary>
    public async Task<IEnumerable<BookCheck>> SnapshotEqualsReplay(CancellationToken ct)
    {
        var newest = await db.LedgerSnapshots.OrderByDescending(s => s.CutAt).Select(s => s.Id).FirstOrDefaultAsync(ct);
        var made = await db
            .LedgerSnapshotChecks.AsNoTracking()
            .Where(c => c.SnapshotId == newest)
            .OrderBy(c => c.At)
            .ToListAsync(ct);
        return made.GroupBy(c => c.Currency)
            // Once wrong, always wrong: balances are added up from the entries until the next snapshot.
            .Select(g => g.FirstOrDefault(c => c.DiffersMinor != 0 || c.EntriesMissed != 0) ?? g.Last())
            .Select(c => new BookCheck(
                "snapshot-equals-replay",
                c.Currency.Code,
                c.DiffersMinor == 0 && c.EntriesMissed == 0,
                new Money(c.DiffersMinor, c.Currency),
                Money.Zero(c.Currency),
                c.At
            ));
    }
}
