using System.Globalization;
using CsvHelper;

namespace SocialShares.Http;

/// <summary>A file that is written while it is sent, so that its size costs no memory.</summary>
/// <param name="FileName">The name under which a browser saves it.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Write">Writes all of it; reads from the database of the request's scope as it goes.</param>
public sealed record Download(string FileName, string ContentType, Func<Stream, CancellationToken, Task> Write)
{
    /// <summary>UTF-8, comma separated, with a header. A field that a spreadsheet would run as a formula is escaped.</summary>
    public static Download Csv<T>(
        string fileName,
        string[] columns,
        IAsyncEnumerable<T> rows,
        Func<T, object?[]> fields
    ) =>
        new(
            fileName,
            "text/csv; charset=utf-8",
            async (stream, ct) =>
            {
                await using var csv = CsvWriter.Create(stream, Form, leaveOpen: true);
                await csv.WriteRecordAsync(columns, ct);
                await foreach (var row in rows.WithCancellation(ct))
                    await csv.WriteRecordAsync([.. fields(row).Select(Text)], ct);
            }
        );

    public IResult ToResult(CancellationToken ct) => Results.Stream(stream => Write(stream, ct), ContentType, FileName);

    private static readonly CsvWriterOptions Form = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    private static string? Text(object? field) =>
        field switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Enum name => char.ToLowerInvariant(name.ToString()[0]) + name.ToString()[1..],
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => field?.ToString(),
        };
}
