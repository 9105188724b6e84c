using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
    private const int LongestText = 500;
    private const char Between = '\u001f';

    // How often the very same payment stood in this statement: 24 bytes a line is all that grows with it.
    private readonly Dictionary<UInt128, int> seen = [];
    private readonly List<StatementLine> batch = [];
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
            batch.Add(Line(entry, entry.Details[i], i));
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

    private StatementLine Line(StatementEntry entry, StatementDetail d, int part)
    {
        var text = new PaymentText(
            Cut(d.EndToEndId, 70),
            Cut(d.Reference, 70),
            Cut(d.Text, LongestText)!,
            Cut(d.Name, 140),
            Cut(d.Iban, 34),
            Cut(d.ReturnReason, 35)
        );
        return new StatementLine(
            statement,
            entry.BookedOn,
            new Money(d.AmountMinor, entry.Currency),
            Cut(entry.BankReference, 70),
            text,
            entry.IsReversal,
            Key(entry, text, d.AmountMinor, part)
        );
    }

    private async Task Write(CancellationToken ct)
    {
        var keys = batch.ConvertAll(l => l.Key);
        var known = (
            await db.StatementLines.Where(l => keys.Contains(l.Key)).Select(l => l.Key).ToListAsync(ct)
        ).ToHashSet();
        var fresh = batch.Where(l => !known.Contains(l.Key)).ToList();
        foreach (var line in fresh)
            line.Number(++newLines);
        newMinor += fresh.Sum(l => l.AmountMinor);
        knownLines += batch.Count - fresh.Count;
        knownMinor += batch.Sum(l => l.AmountMinor) - fresh.Sum(l => l.AmountMinor);
        await BulkInsert.Insert(db, fresh, ct);
        batch.Clear();
    }

    // What the bank says of a payment, and how many of the same there were before it in this statement.
    private string Key(StatementEntry entry, PaymentText text, long minor, int part)
    {
        var said = string.Join(
            Between,
            statement.Iban,
            entry.BookedOn.ToString("O", CultureInfo.InvariantCulture),
            minor.ToString(CultureInfo.InvariantCulture),
            entry.BankReference,
            part.ToString(CultureInfo.InvariantCulture),
            text.EndToEndId,
            text.Reference,
            text.Text,
            text.Iban,
            text.ReturnReason
        );
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(said));
        var place = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
        var before = seen.GetValueOrDefault(place);
        seen[place] = before + 1;
        return Convert.ToHexStringLower(
            before == 0 ? hash : SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes($"{before}")])
        );
    }

    private static string? Cut(string? text, int length)
    {
        var clean = text is null ? null : string.Concat(text.Where(c => !char.IsControl(c)));
        return clean?.Length > length ? clean[..length] : clean;
    }
}
