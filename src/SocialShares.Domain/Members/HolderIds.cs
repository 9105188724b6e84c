namespace SocialShares.Domain;

/// <summary>Identifies a change of a holder's name or address.</summary>
public readonly record struct HolderChangeId(Guid Value) : IId<HolderChangeId>
{
    /// <inheritdoc/>
    public static HolderChangeId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static HolderChangeId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out HolderChangeId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
