namespace SocialShares.Data;

/// <summary>The file of an import as it was uploaded; deleted when the import is given up.</summary>
public sealed class ImportFile
{
    public RegisterImportId ImportId { get; init; }
    public byte[] Content { get; init; } = [];

    /// <summary>What the board says its columns hold, as JSON: header to field; empty: by their names.</summary>
    public string Columns { get; set; } = "";
}

/// <summary>Something that is wrong with the file of an import.</summary>
public sealed class ImportProblemRow
{
    public RegisterImportId ImportId { get; init; }

    /// <summary>Counts from 1 within the import.</summary>
    public int No { get; init; }

    /// <summary>The line of the list, where the header is 1; 0 for the file as a whole.</summary>
    public int Row { get; init; }
    public string Column { get; init; } = "";
    public string Code { get; init; } = "";

    /// <summary>The figures of its text, as JSON.</summary>
    public string Figures { get; init; } = "";
}
