using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Banking;

/// <summary>Decides what each line of a statement is, by what our payers and our own files gave it, and books it.</summary>
public sealed class LineDesk(SharesDb db, IncomingTransfers transfers, OrdersOnStatement orders)
{
    /// <summary>Books lines in their order; those that nobody knows by the bulk path, because there may be many.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="hasGap">Their statement does not begin where the one before ended. It may tell of payments a second time, so
    /// that what nobody awaits is looked at by a person instead of being paid back.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Book(IReadOnlyList<StatementLine> lines, bool hasGap, DateTime now, CancellationToken ct)
    {
        var transferOf = await References(lines, hasGap, ct);
        var orderOf = await Orders(lines, ct);
        var unknown = new List<StatementLine>();
        foreach (var line in lines)
            if (orderOf(line) is { } order && await orders.Take(line, order, now, ct))
                continue;
            else if (transferOf(line) is { } application)
                await Pay(line, application, now, ct);
            else
                unknown.Add(line);
        await Keep(unknown, now, ct);
    }

    private async Task Pay(StatementLine line, ApplicationId application, DateTime now, CancellationToken ct)
    {
        var outcome = new LineOutcome(line, LineState.Paid, application);
        var others = await transfers.Take(line, outcome, application, now, ct);
        db.LineOutcomes.Add(outcome);
        db.JournalEntries.Add(BankBookings.Line(line, "Bank transfer by its reference", now, others));
    }

    private async Task Keep(List<StatementLine> unknown, DateTime now, CancellationToken ct)
    {
        if (unknown.Count == 0)
            return;
        var entries = unknown.ConvertAll(l =>
            BankBookings.Line(l, "Bank line that nobody knows yet", now, (Account.Unidentified, -l.Amount))
        );
        await BulkInsert.Insert(db, unknown.Select(l => new LineOutcome(l, LineState.Open)), ct);
        await BulkInsert.Insert(db, entries, ct);
        await BulkInsert.Insert(db, entries.SelectMany(e => e.Postings), ct);
    }

    // The application whose reference a line names; of two different ones neither.
    private async Task<Func<StatementLine, ApplicationId?>> References(
        IReadOnlyList<StatementLine> lines,
        bool onlyAwaited,
        CancellationToken ct
    )
    {
        var named = lines.Where(l => l.AmountMinor > 0).ToDictionary(l => l.Id, PaymentReferences.In);
        var all = named.Values.SelectMany(r => r).Distinct().ToList();
        if (all.Count == 0)
            return _ => null;
        var known = new Dictionary<string, (ApplicationId Id, Currency Currency)>(StringComparer.Ordinal);
        foreach (var some in all.Chunk(500))
        foreach (var t in await db.BankTransfers.AsNoTracking().Where(t => some.Contains(t.Reference)).ToListAsync(ct))
            if (!onlyAwaited || t.State == BankTransferState.Open)
                known[t.Reference] = (t.ApplicationId, t.Currency);
        return line =>
        {
            var found = named
                .GetValueOrDefault(line.Id, [])
                .Where(known.ContainsKey)
                .Select(r => known[r])
                .Where(t => t.Currency == line.Currency)
                .Distinct()
                .ToList();
            return found.Count == 1 ? found[0].Id : null;
        };
    }

    private async Task<Func<StatementLine, BankOrder?>> Orders(IReadOnlyList<StatementLine> lines, CancellationToken ct)
    {
        var named = lines
            .Where(l => Guid.TryParseExact(l.EndToEndId, "N", out _))
            .ToDictionary(l => l.Id, l => BankOrderId.From(Guid.ParseExact(l.EndToEndId!, "N")));
        if (named.Count == 0)
            return _ => null;
        var ids = named.Values.Distinct().ToList();
        var known = await db.BankOrders.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        return line => named.TryGetValue(line.Id, out var id) ? known.GetValueOrDefault(id) : null;
    }
}
