namespace SocialShares.Domain;

/// <summary>Identifies a dispute about a payment.</summary>
public readonly record struct DisputeId(Guid Value) : IId<DisputeId>
{
    /// <inheritdoc/>
    public static DisputeId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static DisputeId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out DisputeId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
