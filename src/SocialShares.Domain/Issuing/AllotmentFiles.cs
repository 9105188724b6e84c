using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>
/// An allotment in writing, the same bytes on every machine: UTF-8 without a mark, lines end in a line feed, ordered by the number of
/// the series and then by the text of the application's id. Its SHA-256 is what a board signs.
/// </summary>
public static class AllotmentFiles
{
    private const string InputsHead = "application,holder,series,units,paid_at,resident,priority\n";
    private const string OutcomeHead = "application,series,units,allotted\n";

    /// <summary>What was allotted upon: one line for each application.</summary>
    public static byte[] Inputs(IEnumerable<AllocationRow> rows)
    {
        var text = new StringBuilder(InputsHead);
        foreach (var r in Ordered(rows, r => r))
            text.Append(
                CultureInfo.InvariantCulture,
                $"{r.Id},{r.Holder},{r.SeriesNo},{r.Units},{r.PaidAt:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'},{(r.IsResident ? "yes" : "no")},{r.Priority}\n"
            );
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>What came out: one line for each application.</summary>
    public static byte[] Outcome(IEnumerable<(AllocationRow Row, long Allotted)> rows)
    {
        var text = new StringBuilder(OutcomeHead);
        foreach (var (r, allotted) in Ordered(rows, r => r.Row))
            text.Append(CultureInfo.InvariantCulture, $"{r.Id},{r.SeriesNo},{r.Units},{allotted}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The file's SHA-256, 64 hexadecimal characters.</summary>
    public static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static IEnumerable<T> Ordered<T>(IEnumerable<T> rows, Func<T, AllocationRow> row) =>
        rows.OrderBy(r => row(r).SeriesNo).ThenBy(r => AllocationRow.Order(row(r).Id));
}
