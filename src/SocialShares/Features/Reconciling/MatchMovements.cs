using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Reconciling;

/// <summary>Looks at movements that agree with no entry yet, a batch at a time, in the order of their names.</summary>
/// <param name="After">The last movement of the batch before; null for the first.</param>
public sealed record MatchMovements(string? After, int Batch = 200) : ICommand<MatchedBatch>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<MatchMovements, MatchedBatch>
    {
        public async Task<MatchedBatch> Handle(MatchMovements r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var movements = await db
                .ProviderMovements.AsNoTracking()
                .Where(m => !db.MovementMatches.Any(x => x.MovementId == m.Id))
                .Where(m => r.After == null || string.Compare(m.Id, r.After) > 0)
                .OrderBy(m => m.Id)
                .Take(r.Batch)
                .ToListAsync(ct);
            if (movements.Count == 0)
                return new MatchedBatch(0, 0, 0, null);
            var booked = await new BookingFinder(db).Find(movements, ct);
            var known = await Differences.Of(db, movements, booked, ct);
            var (matched, found, resolved) = (0, 0, 0);
            foreach (var movement in movements)
            {
                var entry = booked.GetValueOrDefault(movement.Id);
                var finding = Agreement.Compare(movement, entry);
                if (entry is not null && finding is null)
                {
                    db.MovementMatches.Add(new MovementMatch(movement.Id, entry.EntryId, now));
                    matched++;
                }
                resolved += known.Resolve(movement, entry, finding, now);
                if (finding is null || entry is null && Agreement.MayStillBeBooked(movement, now))
                    continue;
                if (known.Add(movement, entry, finding, now) is { } item)
                {
                    db.Differences.Add(item);
                    found++;
                }
            }
            return new MatchedBatch(matched, found, resolved, movements.Count < r.Batch ? null : movements[^1].Id);
        }
    }
}

/// <summary>What became of a batch of movements.</summary>
/// <param name="Matched">Movements that agree with their entry.</param>
/// <param name="Found">New differences.</param>
/// <param name="Resolved">Differences that are none any more.</param>
/// <param name="Last">Where the next batch begins; null when this was the last.</param>
public sealed record MatchedBatch(int Matched, int Found, int Resolved, string? Last);

/// <summary>The differences that are known of some movements and of the entries that booked them.</summary>
internal sealed class Differences(List<Difference> known)
{
    public static async Task<Differences> Of(
        SharesDb db,
        List<ProviderMovement> movements,
        IReadOnlyDictionary<string, BookedMovement> booked,
        CancellationToken ct
    )
    {
        var ids = movements.ConvertAll(m => m.Id);
        var entries = booked.Values.Select(b => (JournalEntryId?)b.EntryId).ToList();
        return new Differences(
            await db
                .Differences.Where(d =>
                    d.MovementId != null && ids.Contains(d.MovementId) || entries.Contains(d.EntryId)
                )
                .ToListAsync(ct)
        );
    }

    /// <summary>What was found before and is not so any more.</summary>
    public int Resolve(ProviderMovement movement, BookedMovement? entry, Finding? finding, DateTime now)
    {
        var gone = known
            .Where(d => d.State != DifferenceState.Resolved)
            .Where(d => d.MovementId == movement.Id || entry is not null && d.EntryId == entry.EntryId)
            .Where(d => d.Kind != finding?.Kind)
            .ToList();
        gone.ForEach(d => d.Agree(now));
        return gone.Count;
    }

    /// <summary>A new item; null where there is one already that is not resolved.</summary>
    public Difference? Add(ProviderMovement movement, BookedMovement? entry, Finding finding, DateTime now)
    {
        var same = known.Where(d => d.Subject == movement.Id && d.Kind == finding.Kind).ToList();
        if (same.Exists(d => d.State != DifferenceState.Resolved))
            return null;
        var about = new DifferenceSubject(movement.Id, entry?.EntryId);
        return new Difference(DifferenceId.New(), same.Count + 1, finding, about, movement.Currency, now);
    }
}
