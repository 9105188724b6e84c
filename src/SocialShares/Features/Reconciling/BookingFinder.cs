using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Reconciling;

/// <summary>
/// Finds the journal entries that booked movements: by the payment, refund or drawdown that the provider's name belongs
/// to, and else by causes that are made of the provider's own names (<see cref="ProviderCause"/>).
/// </summary>
internal sealed class BookingFinder(SharesDb db)
{
    /// <summary>The booking of each movement that has one which books no other.</summary>
    public async Task<IReadOnlyDictionary<string, BookedMovement>> Find(
        List<ProviderMovement> movements,
        CancellationToken ct
    )
    {
        var causes = await Causes(movements, ct);
        var entries = await Entries(causes.Values.SelectMany(c => c).ToList(), ct);
        var found = new Dictionary<string, BookedMovement>(StringComparer.Ordinal);
        var used = new HashSet<JournalEntryId>();
        foreach (var movement in movements)
            if (
                causes[movement.Id].Select(c => entries.GetValueOrDefault(c)).FirstOrDefault(e => e is not null)
                    is { } entry
                && used.Add(entry.Id)
            )
                found[movement.Id] = entry.In(movement.Currency);
        return found;
    }

    private async Task<Dictionary<string, List<Cause>>> Causes(List<ProviderMovement> movements, CancellationToken ct)
    {
        var payments = await Named(
            Sources(movements, ProviderMovementKind.Payment),
            names => db.Payments.Where(p => names.Contains(p.ProviderCharge)),
            p => p.ProviderCharge,
            p => p.ApplicationId.Value,
            ct
        );
        var refunds = await Named(
            Sources(movements, ProviderMovementKind.Refund, ProviderMovementKind.RefundCameBack),
            names => db.Refunds.Where(x => names.Contains(x.ProviderRefund!)),
            x => x.ProviderRefund!,
            x => x.CauseOf(x.Attempt),
            ct
        );
        var drawdowns = await Named(
            Sources(movements, ProviderMovementKind.Transfer),
            names => db.Drawdowns.Where(d => names.Contains(d.ProviderTransfer!)),
            d => d.ProviderTransfer!,
            d => d.Id.Value,
            ct
        );
        return movements.ToDictionary(
            m => m.Id,
            m => Causes(m, payments, refunds, drawdowns).ToList(),
            StringComparer.Ordinal
        );
    }

    private static IEnumerable<Cause> Causes(
        ProviderMovement movement,
        Dictionary<string, Guid> payments,
        Dictionary<string, Guid> refunds,
        Dictionary<string, Guid> drawdowns
    )
    {
        var (kind, names) = movement.Kind switch
        {
            ProviderMovementKind.Payment => ("payment", payments),
            ProviderMovementKind.Refund => ("refund-paid", refunds),
            ProviderMovementKind.RefundCameBack => ("refund-came-back", refunds),
            ProviderMovementKind.Transfer => ("drawdown", drawdowns),
            _ => ("", null),
        };
        // A debit is booked while the bank is asked; what is booked when it has paid moves nothing at the provider.
        if (ProviderCause.OfDebit(movement) is { } debit)
            yield return debit;
        if (names is not null && movement.Source is { } source && names.TryGetValue(source, out var id))
            yield return new Cause(kind, id);
        foreach (var own in ProviderCause.Kinds)
        {
            yield return new Cause(own, ProviderCause.IdOf(movement.Id));
            if (movement.Source is { } name)
                yield return new Cause(own, ProviderCause.IdOf(name));
        }
    }

    // Entries of the causes that book no movement yet.
    private async Task<Dictionary<Cause, Entry>> Entries(List<Cause> causes, CancellationToken ct)
    {
        var kinds = causes.Select(c => c.Kind).Distinct().ToList();
        var ids = causes.Select(c => c.Id).Distinct().ToList();
        var rows = await db
            .JournalEntries.AsNoTracking()
            .Where(j => j.Book == Book.Platform && kinds.Contains(j.CauseKind) && ids.Contains(j.CauseId))
            .Where(j => !db.MovementMatches.Any(m => m.EntryId == j.Id))
            .Select(j => new
            {
                j.Id,
                j.CauseKind,
                j.CauseId,
                Postings = j
                    .Postings.Select(p => new
                    {
                        p.Account,
                        p.AmountMinor,
                        p.Currency,
                    })
                    .ToList(),
            })
            .ToListAsync(ct);
        return rows.ToDictionary(
            j => new Cause(j.CauseKind, j.CauseId),
            j => new Entry(
                j.Id,
                j.CauseKind,
                [.. j.Postings.Select(p => (p.Account, new Money(p.AmountMinor, p.Currency)))]
            )
        );
    }

    private static List<string> Sources(List<ProviderMovement> movements, params ProviderMovementKind[] kinds) =>
        [.. movements.Where(m => kinds.Contains(m.Kind)).Select(m => m.Source).OfType<string>().Distinct()];

    private static async Task<Dictionary<string, Guid>> Named<T>(
        List<string> names,
        Func<List<string>, IQueryable<T>> rows,
        Func<T, string> name,
        Func<T, Guid> id,
        CancellationToken ct
    )
        where T : class => names.Count == 0 ? [] : await rows(names).AsNoTracking().ToDictionaryAsync(name, id, ct);

    private sealed record Entry(JournalEntryId Id, string CauseKind, List<(string Account, Money Amount)> Postings)
    {
        public BookedMovement In(Currency currency)
        {
            return new BookedMovement(Id, CauseKind, Sum(Account.IsAtStripe), Sum(a => a == Account.StripeFees));

            long Sum(Func<string, bool> of) =>
                Postings.Where(p => p.Amount.Currency == currency && of(p.Account)).Sum(p => p.Amount.Minor);
        }
    }
}
