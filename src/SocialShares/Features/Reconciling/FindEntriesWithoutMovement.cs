using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Reconciling;

/// <summary>
/// The other way round: entries that moved money at the provider, recorded long enough ago, which the provider's list does
/// not have. At most a batch at a time; those that are known already are left out.
/// </summary>
public sealed record FindEntriesWithoutMovement(DateTime RecordedBefore, int Batch = 500)
    : ICommand<int>,
        IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<FindEntriesWithoutMovement, int>
    {
        public async Task<int> Handle(FindEntriesWithoutMovement r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var lonely = await db
                .JournalEntries.Where(j => j.Book == Book.Platform && j.RecordedAt <= r.RecordedBefore)
                // From pending to available is no movement: both are the provider's.
                .Where(j => j.CauseKind != "payment-available")
                .Where(j =>
                    j.Postings.Any(p => p.Account == Account.StripePending || p.Account == Account.StripeAvailable)
                )
                .Where(j => !db.MovementMatches.Any(m => m.EntryId == j.Id))
                .Where(j => !db.Differences.Any(d => d.EntryId == j.Id && d.State != DifferenceState.Resolved))
                .OrderBy(j => j.RecordedAt)
                .Take(r.Batch)
                .Select(j => new
                {
                    j.Id,
                    Postings = j
                        .Postings.Where(p => p.Account == Account.StripePending || p.Account == Account.StripeAvailable)
                        .Select(p => new { p.AmountMinor, p.Currency })
                        .ToList(),
                    Before = db.Differences.Count(d =>
                        d.EntryId == j.Id && d.MovementId == null && d.Kind == DifferenceKind.NotAtProvider
                    ),
                })
                .ToListAsync(ct);
            foreach (var entry in lonely)
                db.Differences.Add(
                    new Difference(
                        DifferenceId.New(),
                        entry.Before + 1,
                        new Finding(DifferenceKind.NotAtProvider, entry.Postings.Sum(p => p.AmountMinor), 0),
                        new DifferenceSubject(null, entry.Id),
                        entry.Postings[0].Currency,
                        now
                    )
                );
            return lonely.Count;
        }
    }
}
