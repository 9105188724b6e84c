using System.Text;
using System.Text.Unicode;
using CsvHelper;
using SocialShares.Http;

namespace SocialShares.Features.Import;

/// <summary>
/// A society's list as a CSV file: comma, semicolon or tab, UTF-8 with or without a mark, UTF-16 with one, or the Windows
/// code page of western Europe. Read row by row.
/// </summary>
internal sealed class RegisterFile
{
    /// <summary>A hundred thousand members with long addresses, and room.</summary>
    public const int LargestBytes = 24 * 1024 * 1024;

    private const int LongestHeader = 100;
    private const int LargestRecord = 64 * 1024;
    private readonly byte[] content;
    private readonly Dictionary<ImportField, int> places = [];
    private readonly Dictionary<ImportField, string> columns = [];
    private readonly List<string> doubled = [];

    private RegisterFile(byte[] content, List<string> headers, IReadOnlyDictionary<string, ImportField?>? said)
    {
        (this.content, Headers) = (content, headers);
        for (var i = 0; i < headers.Count; i++)
        {
            var field = said is not null && said.TryGetValue(headers[i], out var f) ? f : ImportHeaders.Of(headers[i]);
            if (field is not { } holds)
                continue;
            if (places.TryAdd(holds, i))
                columns[holds] = headers[i];
            else
                doubled.Add(headers[i]);
        }
    }

    /// <summary>The names of its columns, in their order.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The name of each field's column.</summary>
    public IReadOnlyDictionary<ImportField, string> Columns => columns;

    /// <summary>Columns that would hold what another one holds already.</summary>
    public IReadOnlyList<string> Doubled => doubled;

    /// <summary>Looks at the first row.</summary>
    /// <param name="content">The file.</param>
    /// <param name="said">What the board says its columns hold, by header; null holds nothing; others go by their names.</param>
    /// <exception cref="Malformed"><c>import.unreadable</c>: no list of columns.</exception>
    public static RegisterFile Open(byte[] content, IReadOnlyDictionary<string, ImportField?>? said)
    {
        using var reader = Reader(content);
        var headers = Next(reader) ? Fields(reader) : [];
        if (headers.Count < 2)
            throw new Malformed("file", "import.unreadable");
        return new RegisterFile(content, headers.ConvertAll(Header), said);
    }

    /// <summary>Gives the rows that have something in them to <paramref name="each"/>, until it has enough.</summary>
    /// <param name="each">The row's line, where the header is 1, and its cells; false: enough.</param>
    public void Rows(Func<int, Func<ImportField, string>, bool> each)
    {
        using var reader = Reader(content);
        Next(reader);
        for (var row = 2; Next(reader); row++)
        {
            var cells = Fields(reader);
            if (cells.TrueForAll(c => c.Length == 0))
                continue;
            string Cell(ImportField field) =>
                places.TryGetValue(field, out var at) && at < cells.Count ? cells[at] : "";
            if (!each(row, Cell))
                return;
        }
    }

    private static CsvReader Reader(byte[] content)
    {
        Encoding encoding = Utf8.IsValid(content)
            ? Encoding.UTF8
            : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var text = new StreamReader(new MemoryStream(content, writable: false), encoding);
        var form = new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            MaxRecordSize = LargestRecord,
        };
        return CsvReader.Create(text, form, leaveOpen: false);
    }

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            throw new Malformed("file", "import.unreadable");
        }
    }

    private static List<string> Fields(CsvReader reader)
    {
        var fields = new List<string>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++)
            fields.Add(reader.GetString(i).Trim());
        return fields;
    }

    private static string Header(string text)
    {
        var clean = string.Concat(text.Where(c => !char.IsControl(c)));
        return clean.Length > LongestHeader ? clean[..LongestHeader] : clean;
    }
}
