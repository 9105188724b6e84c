using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>
/// The hash of an entry: SHA-256 over a text of all its legal fields and the hash of the entry before, in UTF-8. Anyone
/// can compute it again by hand; <c>infra/docs/register.md</c> tells how, with an example.
/// </summary>
public static class RegisterHash
{
    /// <summary>Stands for the hash before the first entry.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Characters of a hash.</summary>
    public const int Length = 64;

    // A change of the text below is a new version, and needs a line in the document.
    private const string Version = "register-entry-1";

    /// <summary>The hash of an entry that follows one with <paramref name="previousHash"/>, 64 characters 0-9 and a-f.</summary>
    public static string Of(RegisterEntry entry, string previousHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(entry, previousHash))));

    /// <summary>The text that is hashed: one field a line, each line ended by a line feed.</summary>
    public static string TextOf(RegisterEntry e, string previousHash) =>
        string.Join(
            '\n',
            Version,
            $"previous {previousHash}",
            $"enterprise {e.EnterpriseId}",
            $"number {Whole(e.Number)}",
            $"id {e.Id}",
            e.ShareClassId is { } shares ? $"shares {shares}" : $"bonds {e.BondSeriesId}",
            $"holder {e.MemberId}",
            $"kind {Name(e.Kind)}",
            $"units {Whole(e.Units)}",
            $"price {Whole(e.PriceMinor)}",
            $"valid {e.ValidOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            // Microseconds, which every database keeps; what is finer is cut off.
            $"recorded {e.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)}",
            $"source {e.SourceId}",
            $"corrects {(e.CorrectsId is { } id ? id.ToString() : "-")}",
            $"document {OneLine(e.Document)}",
            $"reason {OneLine(e.Reason)}",
            ""
        );

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    // As the API spells it.
    private static string Name(EntryKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    // A text with a line feed must not read as two fields.
    private static string OneLine(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal);
}
