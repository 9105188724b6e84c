using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Ledger;

/// <summary>
/// Keeps the balances of all accounts as they were an hour ago, made of the snapshot before and what was recorded since.
/// A snapshot that was found wrong is never built upon: after one of those, all entries are added up again.
/// </summary>
public sealed record TakeSnapshot : ICommand<LedgerSnapshotId?>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<TakeSnapshot, LedgerSnapshotId?>
    {
        public async Task<LedgerSnapshotId?> Handle(TakeSnapshot r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var cut = now - LedgerSnapshot.Settled;
            var balances = new LedgerBalances(db);
            var before = await balances.Trusted(ct);
            var newest = await db.LedgerSnapshots.MaxAsync(s => (DateTime?)s.CutAt, ct);
            if (newest >= cut)
                return null;
            var since = before?.CutAt ?? DateTime.MinValue;
            var entries = await db.JournalEntries.LongCountAsync(j => j.RecordedAt >= since && j.RecordedAt < cut, ct);
            if (entries == 0)
                return null;
            var sums = before is null
                ? await balances.Replay(new WhichAccounts(), cut, ct)
                : await balances.After(before, cut, ct);
            var snapshot = new LedgerSnapshot(LedgerSnapshotId.New(), cut, (before?.Entries ?? 0) + entries, now);
            db.LedgerSnapshots.Add(snapshot);
            db.LedgerSnapshotBalances.AddRange(
                sums.Select(b => new LedgerSnapshotBalance(
                    snapshot.Id,
                    b.Book,
                    b.Account,
                    new Money(b.Minor, b.Currency)
                ))
            );
            return snapshot.Id;
        }
    }
}

/// <summary>
/// Adds up all entries again and keeps whether the newest snapshot says the same. Outside a transaction, so that nobody
/// waits meanwhile.
/// </summary>
public sealed record VerifySnapshot : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMediator mediator) : IRequestHandler<VerifySnapshot, Unit>
    {
        public async Task<Unit> Handle(VerifySnapshot r, CancellationToken ct)
        {
            if (
                await db.LedgerSnapshots.AsNoTracking().OrderByDescending(s => s.CutAt).FirstOrDefaultAsync(ct)
                is not { } s
            )
                return Unit.Value;
            var balances = new LedgerBalances(db);
            var replayed = await balances.Replay(new WhichAccounts(), s.CutAt, ct);
            var entries = await db.JournalEntries.LongCountAsync(j => j.RecordedAt < s.CutAt, ct);
            var kept = await balances.In(s.Id, new WhichAccounts(), ct);
            var differs = kept.Select(b => b with { Minor = checked(-b.Minor) })
                .Concat(replayed)
                .GroupBy(b => (b.Book, b.Account, b.Currency))
                .GroupBy(g => g.Key.Currency, g => Math.Abs(g.Sum(b => b.Minor)))
                .ToDictionary(g => g.Key, g => g.Sum());
            foreach (var (currency, minor) in await Unbalanced(s.CutAt, ct))
                differs[currency] = differs.GetValueOrDefault(currency) + minor;
            await mediator.Send(new KeepSnapshotCheck(s.Id, differs, entries - s.Entries), ct);
            return Unit.Value;
        }

        // Sums of accounts say nothing of an entry that does not balance: its accounts have it on both sides.
        private async Task<Dictionary<Currency, long>> Unbalanced(DateTime cutAt, CancellationToken ct)
        {
            var wrong = await (
                from p in db.Postings
                join j in db.JournalEntries on p.EntryId equals j.Id
                where j.RecordedAt < cutAt
                group p by new { p.EntryId, p.Currency } into entry
                where entry.Sum(p => p.AmountMinor) != 0
                select new { entry.Key.Currency, Minor = entry.Sum(p => p.AmountMinor) }
            ).ToListAsync(ct);
            return wrong.GroupBy(w => w.Currency).ToDictionary(g => g.Key, g => g.Sum(w => Math.Abs(w.Minor)));
        }
    }
}

/// <summary>Keeps what adding up all entries again has found.</summary>
public sealed record KeepSnapshotCheck(
    LedgerSnapshotId SnapshotId,
    IReadOnlyDictionary<Currency, long> DiffersMinor,
    long EntriesMissed
) : ICommand<Unit>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<KeepSnapshotCheck, Unit>
    {
        public Task<Unit> Handle(KeepSnapshotCheck r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            db.LedgerSnapshotChecks.AddRange(
                r.DiffersMinor.Select(d => new LedgerSnapshotCheck(r.SnapshotId, d.Key, d.Value, r.EntriesMissed, now))
            );
            return Unit.Task;
        }
    }
}
