using System.Globalization;
using CsvHelper;

namespace SocialShares.Domain.Tests;

/// <summary>A file of figures in <c>tests/data/quantlib</c>; the README there says what each column is.</summary>
internal static class GoldenFile
{
    private static readonly string Folder = Find();

    /// <summary>All rows of a file, each by column name.</summary>
    internal static IEnumerable<GoldenRow> Read(string file)
    {
        using var csv = CsvReader.Create(File.ReadAllBytes(Path.Combine(Folder, file)), CsvReaderOptions.Default);
        Dictionary<string, int>? columns = null;
        for (var line = 2; csv.Read(); line++)
        {
            columns ??= Enumerable.Range(0, csv.FieldCount).ToDictionary(at => csv.Headers[at], at => at);
            yield return new GoldenRow(columns, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)], line);
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SocialShares.sln")))
                return Path.Combine(folder.FullName, "tests", "data", "quantlib");
        throw new InvalidOperationException($"no SocialShares.sln above {AppContext.BaseDirectory}");
    }
}

/// <summary>One row; an unknown column is an error, an empty field is the empty string or null where one asks so.</summary>
/// <param name="Line">Its line in the file, the header being 1.</param>
internal sealed record GoldenRow(IReadOnlyDictionary<string, int> Columns, string[] Fields, int Line)
{
    internal string this[string column] => Fields[Columns[column]];

    internal int Int(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

    internal DateOnly Date(string column) => GoldenDate.Parse(this[column]);

    internal DateOnly? DateOrNone(string column) => this[column].Length == 0 ? null : Date(column);

    internal bool Flag(string column) => this[column] == "1";
}

/// <summary>Dates as the golden files write them.</summary>
internal static class GoldenDate
{
    internal static DateOnly Parse(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
