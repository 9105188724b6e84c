using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>Identifies an import of a register.</summary>
public readonly record struct RegisterImportId(Guid Value) : IId<RegisterImportId>
{
    /// <inheritdoc/>
    public static RegisterImportId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static RegisterImportId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out RegisterImportId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <summary>
    /// Identifies what a row becomes: always the same for the same row, so that the database refuses a row that comes a
    /// second time.
    /// </summary>
    /// <param name="row">The line of the list.</param>
    /// <param name="what">For example <c>entry</c>.</param>
    public Guid OfRow(int row, string what) =>
        new(
            SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Value}:{row}:{what}"))).AsSpan(0, 16)
        );

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
