namespace SocialShares.Domain;

/// <summary>Identifies the kept result of a check of a register.</summary>
public readonly record struct RegisterCheckId(Guid Value) : IId<RegisterCheckId>
{
    /// <inheritdoc/>
    public static RegisterCheckId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static RegisterCheckId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out RegisterCheckId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
