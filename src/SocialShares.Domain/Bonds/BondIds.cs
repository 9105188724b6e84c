namespace SocialShares.Domain;

/// <summary>Identifies a series of bonds.</summary>
public readonly record struct BondSeriesId(Guid Value) : IId<BondSeriesId>
{
    /// <inheritdoc/>
    public static BondSeriesId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static BondSeriesId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out BondSeriesId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an interest period of a series of bonds.</summary>
public readonly record struct BondPeriodId(Guid Value) : IId<BondPeriodId>
{
    /// <inheritdoc/>
    public static BondPeriodId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static BondPeriodId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out BondPeriodId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a decision to redeem bonds before their maturity.</summary>
public readonly record struct EarlyRedemptionId(Guid Value) : IId<EarlyRedemptionId>
{
    /// <inheritdoc/>
    public static EarlyRedemptionId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static EarlyRedemptionId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out EarlyRedemptionId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a transfer of bonds from one holder to another.</summary>
public readonly record struct BondTransferId(Guid Value) : IId<BondTransferId>
{
    /// <inheritdoc/>
    public static BondTransferId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static BondTransferId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out BondTransferId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
