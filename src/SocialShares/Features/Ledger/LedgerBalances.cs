using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Ledger;

/// <summary>The balance of one account; a debit is positive.</summary>
public sealed record AccountBalance(string Book, string Account, Currency Currency, long Minor);

/// <summary>Which accounts are meant.</summary>
/// <param name="Book">The only book to look at; null: all.</param>
/// <param name="Prefix">How their names begin; empty: all.</param>
/// <param name="ExceptPlatform">Leave the platform's own book out.</param>
public sealed record WhichAccounts(string? Book = null, string Prefix = "", bool ExceptPlatform = false);

/// <summary>
/// The one home of "the balance of an account": the newest snapshot that is not known to be wrong, and the postings of
/// entries recorded since its cut. Without one, all entries are added up. Sums are made in the database.
/// </summary>
public sealed class LedgerBalances(SharesDb db)
{
    /// <summary>Balances now; accounts that came to zero are among them.</summary>
    public async Task<List<AccountBalance>> Now(WhichAccounts which, CancellationToken ct)
    {
        if (await Trusted(ct) is not { } snapshot)
            return await Replay(which, until: null, ct);
        return Together(
            await In(snapshot.Id, which, ct),
            await Sum(db.JournalEntries.Where(j => j.RecordedAt >= snapshot.CutAt), which).ToListAsync(ct)
        );
    }

    /// <summary>
    /// Balances at the end of a legal day: those of now less what occurred later, so that recent days cost little.
    /// </summary>
    public async Task<List<AccountBalance>> On(DateOnly day, WhichAccounts which, CancellationToken ct)
    {
        var later = await Sum(db.JournalEntries.Where(j => j.OccurredOn > day), which).ToListAsync(ct);
        return Together(await Now(which, ct), [.. later.Select(b => b with { Minor = -b.Minor })]);
    }

    /// <summary>Balances by adding up all entries, or those recorded before an instant (UTC).</summary>
    public Task<List<AccountBalance>> Replay(WhichAccounts which, DateTime? until, CancellationToken ct) =>
        Sum(until is null ? db.JournalEntries : db.JournalEntries.Where(j => j.RecordedAt < until), which)
            .ToListAsync(ct);

    /// <summary>Balances at an instant (UTC) after the cut of a snapshot; the snapshot after it is made of them.</summary>
    public async Task<List<AccountBalance>> After(LedgerSnapshot snapshot, DateTime until, CancellationToken ct) =>
        Together(
            await In(snapshot.Id, new WhichAccounts(), ct),
            await Sum(
                    db.JournalEntries.Where(j => j.RecordedAt >= snapshot.CutAt && j.RecordedAt < until),
                    new WhichAccounts()
                )
                .ToListAsync(ct)
        );

    /// <summary>What a snapshot has.</summary>
    public Task<List<AccountBalance>> In(LedgerSnapshotId snapshot, WhichAccounts which, CancellationToken ct)
    {
        var kept = db.LedgerSnapshotBalances.Where(b => b.SnapshotId == snapshot);
        if (which.Book is { } book)
            kept = kept.Where(b => b.Book == book);
        if (which.ExceptPlatform)
            kept = kept.Where(b => b.Book != Book.Platform);
        if (which.Prefix is { Length: > 0 } prefix)
            kept = kept.Where(b => b.Account.StartsWith(prefix));
        return kept.Select(b => new AccountBalance(b.Book, b.Account, b.Currency, b.BalanceMinor)).ToListAsync(ct);
    }

    /// <summary>The newest snapshot; null when there is none or when comparing it with all entries found it wrong.</summary>
    public async Task<LedgerSnapshot?> Trusted(CancellationToken ct)
    {
        var newest = await db
            .LedgerSnapshots.AsNoTracking()
            .OrderByDescending(s => s.CutAt)
            .Select(s => new
            {
                Snapshot = s,
                IsWrong = db.LedgerSnapshotChecks.Any(c =>
                    c.SnapshotId == s.Id && (c.DiffersMinor != 0 || c.EntriesMissed != 0)
                ),
            })
            .FirstOrDefaultAsync(ct);
        return newest is { IsWrong: false } ? newest.Snapshot : null;
    }

    private IQueryable<AccountBalance> Sum(IQueryable<JournalEntry> entries, WhichAccounts which)
    {
        if (which.Book is { } book)
            entries = entries.Where(j => j.Book == book);
        if (which.ExceptPlatform)
            entries = entries.Where(j => j.Book != Book.Platform);
        var postings = db.Postings.AsQueryable();
        if (which.Prefix is { Length: > 0 } prefix)
            postings = postings.Where(p => p.Account.StartsWith(prefix));
        return from j in entries
            join p in postings on j.Id equals p.EntryId
            group p by new
            {
                j.Book,
                p.Account,
                p.Currency,
            } into account
            select new AccountBalance(
                account.Key.Book,
                account.Key.Account,
                account.Key.Currency,
                account.Sum(p => p.AmountMinor)
            );
    }

    private static List<AccountBalance> Together(List<AccountBalance> kept, List<AccountBalance> since) =>
        [
            .. kept.Concat(since)
                .GroupBy(b => (b.Book, b.Account, b.Currency))
                .Select(g => new AccountBalance(
                    g.Key.Book,
                    g.Key.Account,
                    g.Key.Currency,
                    g.Aggregate(0L, (sum, b) => checked(sum + b.Minor))
                )),
        ];
}
