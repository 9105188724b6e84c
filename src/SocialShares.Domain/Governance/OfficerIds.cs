namespace SocialShares.Domain;

/// <summary>Identifies an office that somebody has left.</summary>
public readonly record struct FormerOfficerId(Guid Value) : IId<FormerOfficerId>
{
    /// <inheritdoc/>
    public static FormerOfficerId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static FormerOfficerId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out FormerOfficerId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
