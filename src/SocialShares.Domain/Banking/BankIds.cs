namespace SocialShares.Domain;

/// <summary>Identifies a statement of a bank account.</summary>
public readonly record struct StatementId(Guid Value) : IId<StatementId>
{
    /// <inheritdoc/>
    public static StatementId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static StatementId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out StatementId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a payment on a statement.</summary>
public readonly record struct StatementLineId(Guid Value) : IId<StatementLineId>
{
    /// <inheritdoc/>
    public static StatementLineId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static StatementLineId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out StatementLineId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an order to pay from the client-money account.</summary>
public readonly record struct BankOrderId(Guid Value) : IId<BankOrderId>
{
    /// <inheritdoc/>
    public static BankOrderId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static BankOrderId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out BankOrderId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a bank file of the client-money account.</summary>
public readonly record struct ClientFileId(Guid Value) : IId<ClientFileId>
{
    /// <inheritdoc/>
    public static ClientFileId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static ClientFileId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out ClientFileId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
