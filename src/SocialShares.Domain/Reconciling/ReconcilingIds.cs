namespace SocialShares.Domain;

/// <summary>Identifies a difference between the payment provider's list and our ledger.</summary>
public readonly record struct DifferenceId(Guid Value) : IId<DifferenceId>
{
    /// <inheritdoc/>
    public static DifferenceId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static DifferenceId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out DifferenceId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a reconciliation.</summary>
public readonly record struct ReconciliationId(Guid Value) : IId<ReconciliationId>
{
    /// <inheritdoc/>
    public static ReconciliationId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static ReconciliationId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out ReconciliationId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
