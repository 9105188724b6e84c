using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Reconciling;

/// <summary>
/// Compares every movement of the balance at the provider with the journal, both ways. Nothing is booked by it: what
/// differs becomes an item for a person. Run again, it does nothing new.
/// </summary>
/// <param name="OrderedBy">Name of whoever asked for it; empty for the job of the night.</param>
public sealed record Reconcile(string OrderedBy) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments, TimeProvider clock)
        : IRequestHandler<Reconcile, Unit>
    {
        public async Task<Unit> Handle(Reconcile r, CancellationToken ct)
        {
            var started = clock.GetUtcNow().UtcDateTime;
            var since = await Since(ct);
            var (listed, takenIn) = await TakeIn(since, ct);
            var (matched, found, resolved) = await Match(ct);
            // Only now: what the list has is known by its entry, whatever its figures.
            found += await Missing(started, ct);
            var counts = new ReconciliationCounts(listed, takenIn, matched, found, resolved, StillOpen: 0);
            await mediator.Send(new KeepReconciliation(r.OrderedBy, since, started, counts), ct);
            return Unit.Value;
        }

        // From the last one that came to its end: one that broke off may have seen the newest and not the others.
        private async Task<DateTime> Since(CancellationToken ct)
        {
            var last = await db.Reconciliations.MaxAsync(x => (DateTime?)x.StartedAt, ct);
            return last is { } at ? at - Agreement.Overlap : DateTime.UnixEpoch;
        }

        private async Task<(int Listed, int TakenIn)> TakeIn(DateTime since, CancellationToken ct)
        {
            var (listed, takenIn) = (0, 0);
            MovementPage page;
            string? after = null;
            do
            {
                page = await payments.ReadMovements(since, after, ct);
                if (page.Movements.Count == 0)
                    break;
                takenIn += await mediator.Send(new TakeInMovements(page.Movements), ct);
                listed += page.Movements.Count;
                after = page.Movements[^1].Id;
            } while (page.HasMore);
            return (listed, takenIn);
        }

        private async Task<(int Matched, int Found, int Resolved)> Match(CancellationToken ct)
        {
            var (matched, found, resolved) = (0, 0, 0);
            string? after = null;
            do
            {
                var batch = await mediator.Send(new MatchMovements(after), ct);
                (matched, found, resolved) = (matched + batch.Matched, found + batch.Found, resolved + batch.Resolved);
                after = batch.Last;
            } while (after is not null);
            return (matched, found, resolved);
        }

        private async Task<int> Missing(DateTime now, CancellationToken ct)
        {
            var (all, batch) = (0, 0);
            do
            {
                batch = await mediator.Send(new FindEntriesWithoutMovement(now - Agreement.Listed), ct);
                all += batch;
            } while (batch > 0);
            return all;
        }
    }
}

/// <summary>Takes in movements of the balance at the provider; those that are known stay as they are.</summary>
/// <param name="Movements">At most a page of the provider's list.</param>
public sealed record TakeInMovements(IReadOnlyList<MovementFacts> Movements) : ICommand<int>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<TakeInMovements, int>
    {
        public async Task<int> Handle(TakeInMovements r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var ids = r.Movements.Select(m => m.Id).ToList();
            var known = await db.ProviderMovements.Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(ct);
            var taken = r.Movements.Where(m => known.Add(m.Id)).Select(m => new ProviderMovement(m, now)).ToList();
            db.ProviderMovements.AddRange(taken);
            return taken.Count;
        }
    }
}

/// <summary>Keeps that a reconciliation came to its end, and what it found.</summary>
public sealed record KeepReconciliation(
    string OrderedBy,
    DateTime Since,
    DateTime StartedAt,
    ReconciliationCounts Counts
) : ICommand<Unit>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<KeepReconciliation, Unit>
    {
        public async Task<Unit> Handle(KeepReconciliation r, CancellationToken ct)
        {
            var open = await db.Differences.CountAsync(d => d.State == DifferenceState.Open, ct);
            db.Reconciliations.Add(
                new Reconciliation(
                    ReconciliationId.New(),
                    r.OrderedBy,
                    (r.Since, r.StartedAt),
                    r.Counts with
                    {
                        StillOpen = open,
                    },
                    clock.GetUtcNow().UtcDateTime
                )
            );
            return Unit.Value;
        }
    }
}
