using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Ledger;

/// <summary>
/// Writes all books into one text. An account's name begins with its book, so that the platform's and an enterprise's
/// bank are two accounts: <c>platform:assets:stripe:pending</c>, <c>enterprise:SLUG:assets:bank</c>. Accounts and
/// currencies are declared first, so that hledger's strict checks pass too. Entries are streamed.
/// </summary>
internal static class JournalText
{
    public static async Task Write(SharesDb db, Stream target, CancellationToken ct)
    {
        await using var text = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true);
        text.NewLine = "\n";
        await Declare(db, text, ct);
        var postings =
            from j in db.JournalEntries.AsNoTracking()
            join p in db.Postings on j.Id equals p.EntryId
            orderby j.OccurredOn, j.RecordedAt, j.Id, p.No
            select new
            {
                j.Id,
                j.Book,
                j.OccurredOn,
                j.Description,
                j.CauseKind,
                j.CauseId,
                p.Account,
                p.AmountMinor,
                p.Currency,
            };
        JournalEntryId? entry = null;
        await foreach (var p in postings.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry != p.Id)
            {
                await text.WriteLineAsync();
                await text.WriteLineAsync(
                    $"{Day(p.OccurredOn)} {Plain(p.Description)}  ; cause: {p.CauseKind} {p.CauseId}"
                );
            }
            entry = p.Id;
            await text.WriteLineAsync($"    {p.Book}:{p.Account}  {Amount(p.AmountMinor)} {p.Currency.Code}");
        }
        await text.FlushAsync(ct);
    }

    private static async Task Declare(SharesDb db, StreamWriter text, CancellationToken ct)
    {
        var accounts = await (
            from j in db.JournalEntries
            join p in db.Postings on j.Id equals p.EntryId
            select new
            {
                j.Book,
                p.Account,
                p.Currency,
            }
        )
            .Distinct()
            .ToListAsync(ct);
        foreach (var code in accounts.Select(a => a.Currency.Code).Distinct().Order(StringComparer.Ordinal))
            await text.WriteLineAsync($"commodity 1000.00 {code}");
        var names = accounts.Select(a => (Name: $"{a.Book}:{a.Account}", Type: Type(a.Account))).Distinct();
        foreach (var (name, type) in names.OrderBy(a => a.Name, StringComparer.Ordinal))
            await text.WriteLineAsync($"account {name}  ; type: {type}");
    }

    // hledger knows by these letters what is an asset, a liability and so on; our names begin with the book.
    private static char Type(string account) =>
        account[..account.IndexOf(':', StringComparison.Ordinal)] switch
        {
            "assets" => 'A',
            "liabilities" => 'L',
            "equity" => 'E',
            "income" => 'R',
            "expenses" => 'X',
            var other => throw new InvariantBroken($"account {other} is not in the chart"),
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Amount(long minor) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(minor < 0 ? "-" : "")}{Math.Abs(minor / 100)}.{Math.Abs(minor % 100):00}"
        );

    // A semicolon would begin a comment, a bar would part payee and note, a line break would end the entry.
    private static string Plain(string text) =>
        new([
            .. text.Select(c =>
                c is ';' or '|' ? ','
                : char.IsControl(c) ? ' '
                : c
            ),
        ]);
}
