namespace SocialShares.Domain;

/// <summary>Identifies a question about an offer.</summary>
public readonly record struct QuestionId(Guid Value) : IId<QuestionId>
{
    /// <inheritdoc/>
    public static QuestionId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static QuestionId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out QuestionId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an update of a board on its offer.</summary>
public readonly record struct UpdateId(Guid Value) : IId<UpdateId>
{
    /// <inheritdoc/>
    public static UpdateId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static UpdateId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out UpdateId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a pledge made before an offer opened.</summary>
public readonly record struct PledgeId(Guid Value) : IId<PledgeId>
{
    /// <inheritdoc/>
    public static PledgeId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static PledgeId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out PledgeId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a covenant of an enterprise, as it was adopted, changed or given up.</summary>
public readonly record struct CovenantId(Guid Value) : IId<CovenantId>
{
    /// <inheritdoc/>
    public static CovenantId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static CovenantId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out CovenantId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a piece of evidence for a covenant.</summary>
public readonly record struct CovenantEvidenceId(Guid Value) : IId<CovenantEvidenceId>
{
    /// <inheritdoc/>
    public static CovenantEvidenceId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static CovenantEvidenceId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out CovenantEvidenceId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies what a check of a covenant found.</summary>
public readonly record struct CovenantFindingId(Guid Value) : IId<CovenantFindingId>
{
    /// <inheritdoc/>
    public static CovenantFindingId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static CovenantFindingId New() => new(Guid.CreateVersion7());

    /// <summary>Reads an identifier from an address.</summary>
    public static bool TryParse(string? text, out CovenantFindingId id)
    {
        var read = Guid.TryParse(text, out var value);
        id = new(value);
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
