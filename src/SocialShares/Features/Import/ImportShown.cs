namespace SocialShares.Features.Import;

/// <summary>An import of a register. Instants are UTC.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Sha256">Its SHA-256: whoever confirms sends it, so that exactly this file is written.</param>
/// <param name="ClassCode">The class of shares.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Units">Shares in all, as far as they could be read.</param>
/// <param name="Ibans">Accounts for payouts that it brings.</param>
/// <param name="ProblemCount">How many things are wrong.</param>
/// <param name="Limits">What the file is measured by.</param>
/// <param name="WithCertificates">Does every holder get a certificate?</param>
/// <param name="UploadedById">Who uploaded it; somebody else must confirm.</param>
/// <param name="UploadedBy">Their name.</param>
/// <param name="UploadedAt">When.</param>
/// <param name="MappedById">Who last said what its columns hold; somebody else must confirm.</param>
/// <param name="MappedBy">Their name; null where nobody said it.</param>
/// <param name="ConfirmedBy">Who confirmed it; null before.</param>
/// <param name="EndedAt">When it was written or given up.</param>
/// <param name="Version">Raised with each change: whoever confirms sends it, so that the columns are as they were looked at.</param>
public sealed record ImportShown(
    RegisterImportId Id,
    string FileName,
    string Sha256,
    string ClassCode,
    ImportState State,
    int Rows,
    long Units,
    int Ibans,
    int ProblemCount,
    ImportLimits Limits,
    bool WithCertificates,
    PersonId UploadedById,
    string UploadedBy,
    DateTime UploadedAt,
    PersonId? MappedById,
    string? MappedBy,
    string? ConfirmedBy,
    DateTime? EndedAt,
    int Version
)
{
    internal static ImportShown Of(RegisterImport i, string classCode) =>
        new(
            i.Id,
            i.FileName,
            i.Sha256,
            classCode,
            i.State,
            i.Rows,
            i.Units,
            i.Ibans,
            i.ProblemCount,
            i.Limits,
            i.WithCertificates,
            i.UploadedBy,
            i.UploadedByName,
            i.UploadedAt,
            i.MappedBy,
            i.MappedByName,
            i.ConfirmedByName,
            i.EndedAt,
            i.Version
        );
}

/// <summary>A column of the file.</summary>
/// <param name="Header">Its name.</param>
/// <param name="Field">What it holds; null: nothing that is taken.</param>
public sealed record ImportColumn(string Header, ImportField? Field);

/// <summary>Something that is wrong with the file.</summary>
/// <param name="No">Counts from 1.</param>
/// <param name="Row">The line of the list, where the header is 1; 0 for the file as a whole.</param>
/// <param name="Column">The column's name; empty when no one column is wrong.</param>
/// <param name="Code">Stable name of the rule.</param>
/// <param name="Text">The same for people, in the reader's language.</param>
public sealed record ImportProblemShown(int No, int Row, string Column, string Code, string Text);

/// <summary>One holder as they would stand in the register.</summary>
public sealed record ImportPreviewRow(
    int Row,
    int? Number,
    HolderKind Kind,
    string Name,
    string Address,
    DateOnly AdmittedOn,
    long Units
);

/// <summary>An import with what is wrong, or with what would be written.</summary>
/// <param name="Import">The import.</param>
/// <param name="Columns">The columns of the file; none once it was given up.</param>
/// <param name="Problems">What is wrong, from <c>after</c> on.</param>
/// <param name="Next">The number to go on after; null at the end.</param>
/// <param name="Preview">The first holders that can be read.</param>
public sealed record ImportRead(
    ImportShown Import,
    IReadOnlyList<ImportColumn> Columns,
    IReadOnlyList<ImportProblemShown> Problems,
    int? Next,
    IReadOnlyList<ImportPreviewRow> Preview
);
