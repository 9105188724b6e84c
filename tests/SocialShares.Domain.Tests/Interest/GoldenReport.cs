using System.Globalization;

namespace SocialShares.Domain.Tests;

/// <summary>
/// What a comparison with one golden file found. Use: one <see cref="Row"/> for each row, <see cref="Close"/> at the end.
/// With <c>SHARES_GOLDEN</c> set (<c>infra/dev test golden</c>) the line goes to standard output too, where the verb
/// adds up the lines of all files.
/// </summary>
internal sealed class GoldenReport(string file)
{
    private const int Shown = 10;
    private readonly List<string> differences = [];
    private int rows;
    private int listed;

    /// <summary>Counts a row that must agree.</summary>
    internal void Row<T>(GoldenRow row, T ours, T golden) =>
        Row(row, EqualityComparer<T>.Default.Equals(ours, golden) ? null : $"ours {ours}, golden {golden}");

    /// <summary>Counts a row; <paramref name="difference"/> is null when it agrees.</summary>
    internal void Row(GoldenRow row, string? difference)
    {
        rows++;
        if (difference is not null)
            differences.Add($"{file}:{row.Line}: {difference} ({string.Join(',', row.Fields)})");
    }

    /// <summary>
    /// Counts a row where we differ on purpose, which the test lists with its reason; it must still be as listed.
    /// </summary>
    internal void Listed(GoldenRow row, string? difference)
    {
        listed++;
        Row(row, difference);
    }

    /// <summary>Counts a difference that belongs to no row, for example a date that the file does not have.</summary>
    internal void Missing(string what) => differences.Add($"{file}: {what}");

    /// <summary>Reports, then fails if anything differs or the file has another number of rows.</summary>
    internal void Close(int expectedRows)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"golden {file}: {rows} rows checked, {differences.Count} differ, {listed} listed"
        );
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("SHARES_GOLDEN") is { Length: > 0 })
            Console.WriteLine(line);
        differences.Count.ShouldBe(0, string.Join('\n', differences.Take(Shown).Prepend(line)));
        rows.ShouldBe(expectedRows, $"{file} has another number of rows");
    }
}
