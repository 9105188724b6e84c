using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.Sepa;
using SocialShares.Data;
using SocialShares.Data.Bulk;

namespace SocialShares.Features.Banking;

/// <summary>
/// Writes the lines of one statement by the bulk path, some hundred at a time. A payment that another statement has brought is
/// known by its key and not written again.
/// </summary>
public sealed class StatementIntake(SharesDb db, AccountStatement statement, bool isKnown)
{
    private const int AtOnce = 400;

    // How often the very same payment stood in this statement, and in those that it follows: 24 bytes a line is all that
    // grows with it.
    private readonly Dictionary<UInt128, int> seen = [];
    private readonly Dictionary<UInt128, int> inOthers = [];
    private readonly List<ReadLine> batch = [];
    private int newLines;
    private int knownLines;
    private long newMinor;
    private long knownMinor;

    /// <summary>Takes an entry, with each payment of it.</summary>
    public async Task Add(StatementEntry entry, CancellationToken ct)
    {
        if (isKnown)
            return;
        if (entry.Currency != statement.Currency)
            throw new Refused("statement.currency", statement.Currency.Code) { Field = "file" };
        for (var i = 0; i < entry.Details.Count; i++)
        {
            // Nothing moved: interest or fees of nothing.
            if (entry.Details[i].AmountMinor == 0)
                continue;
            var line = new ReadLine(statement.Iban, entry, i);
            line.Before = seen.GetValueOrDefault(line.Place);
            seen[line.Place] = line.Before + 1;
            batch.Add(line);
            if (batch.Count >= AtOnce)
                await Write(ct);
        }
    }

    /// <summary>All of it was read.</summary>
    /// <exception cref="Refused"><c>statement.sum</c></exception>
    public async Task<StatementTaken> End(CancellationToken ct)
    {
        if (isKnown)
            return StatementTaken.Known(statement);
        await Write(ct);
        statement.Read(newLines, newMinor, knownLines, knownMinor);
        return new StatementTaken(statement.Id, statement.BankId, WasKnown: false, newLines, knownLines);
    }

    private async Task Write(CancellationToken ct)
    {
        var known = await Known(ct);
        var fresh = batch.Where(l => !known.Contains(Key(l))).Select(l => l.Of(statement, Key(l))).ToList();
        foreach (var line in fresh)
            line.Number(++newLines);
        newMinor += fresh.Sum(l => l.AmountMinor);
        knownLines += batch.Count - fresh.Count;
        knownMinor += batch.Sum(l => l.AmountMinor) - fresh.Sum(l => l.AmountMinor);
        await BulkInsert.Insert(db, fresh, ct);
        batch.Clear();
    }

    // Keys that another statement has brought. Where the bank gives payments no name of their own, an equal one on the
    // statement before or after is another payment: it counts on from there.
    private async Task<HashSet<string>> Known(CancellationToken ct)
    {
        while (true)
        {
            var keys = batch.ConvertAll(Key);
            var held = await db
                .StatementLines.Where(l => keys.Contains(l.Key))
                .Join(
                    db.Statements,
                    l => l.StatementId,
                    s => s.Id,
                    (l, s) =>
                        new
                        {
                            l.Key,
                            IsNext = (
                                s.ClosingMinor == statement.OpeningMinor || s.OpeningMinor == statement.ClosingMinor
                            )
                                && !(
                                    s.OpeningMinor == statement.OpeningMinor && s.ClosingMinor == statement.ClosingMinor
                                ),
                        }
                )
                .ToDictionaryAsync(x => x.Key, x => x.IsNext, ct);
            var others = batch
                .Where(l => !l.HasName && held.GetValueOrDefault(Key(l)))
                .Select(l => l.Place)
                .Distinct()
                .ToList();
            if (others.Count == 0)
                return [.. held.Keys];
            foreach (var place in others)
                inOthers[place] = inOthers.GetValueOrDefault(place) + 1;
        }
    }

    private string Key(ReadLine line) => line.Key(inOthers.GetValueOrDefault(line.Place));
}
