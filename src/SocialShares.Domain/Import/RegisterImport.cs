namespace SocialShares.Domain;

/// <summary>Where an import stands. Stored by name.</summary>
public enum ImportState
{
    /// <summary>Something is wrong with the file; nothing can be written.</summary>
    WithProblems,

    /// <summary>Nothing is wrong; it waits for a second person.</summary>
    Clean,

    /// <summary>It stands in the register.</summary>
    Written,

    /// <summary>Given up; the file is deleted.</summary>
    Withdrawn,
}

/// <summary>
/// A society's own list of the members of one class, on its way into the register. One person uploads the file, another
/// confirms exactly that file; nothing is written before, and everything at once then.
/// </summary>
public sealed class RegisterImport
{
    private RegisterImport() { }

    /// <summary>Identity.</summary>
    public RegisterImportId Id { get; private set; }

    /// <summary>Whose register.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The class of shares.</summary>
    public ShareClassId ShareClassId { get; private set; }

    /// <summary>The file's name, as the board knows it.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file, 64 characters 0-9 and a-f: the document on which the entries rest.</summary>
    public string Sha256 { get; private set; } = "";

    /// <inheritdoc cref="ImportLimits.TotalUnits"/>
    public long TotalUnits { get; private set; }

    /// <inheritdoc cref="ImportLimits.FoundedOn"/>
    public DateOnly FoundedOn { get; private set; }

    /// <inheritdoc cref="ImportLimits.MinimumUnits"/>
    public long? MinimumUnits { get; private set; }

    /// <inheritdoc cref="ImportLimits.MaximumUnits"/>
    public long? MaximumUnits { get; private set; }

    /// <inheritdoc cref="ImportLimits.NumbersHaveGaps"/>
    public bool NumbersHaveGaps { get; private set; }

    /// <summary>Does every holder get a certificate of the shares imported?</summary>
    public bool WithCertificates { get; private set; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; private set; }

    /// <summary>Rows of the file.</summary>
    public int Rows { get; private set; }

    /// <summary>Shares in all that could be read.</summary>
    public long Units { get; private set; }

    /// <summary>Accounts for payouts that the file brings.</summary>
    public int Ibans { get; private set; }

    /// <summary>How many things are wrong.</summary>
    public int ProblemCount { get; private set; }

    /// <summary>Who uploaded the file.</summary>
    public PersonId UploadedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string UploadedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    /// <summary>Who last said what its columns hold; null where its own names do.</summary>
    public PersonId? MappedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? MappedByName { get; private set; }

    /// <summary>Who confirmed it; null before.</summary>
    public PersonId? ConfirmedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? ConfirmedByName { get; private set; }

    /// <summary>When it was written or given up, UTC; null before.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>What the file is measured by.</summary>
    public ImportLimits Limits => new(TotalUnits, FoundedOn, MinimumUnits, MaximumUnits, NumbersHaveGaps);

    /// <summary>A file was uploaded.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="shareClass">The class.</param>
    /// <param name="file">Name and SHA-256 of the file.</param>
    /// <param name="limits">What the board states.</param>
    /// <param name="withCertificates">Does every holder get a certificate?</param>
    /// <param name="by">Who uploaded it.</param>
    /// <param name="today">The day it is where the enterprise is.</param>
    /// <exception cref="Refused">Codes <c>import.limits.*</c>.</exception>
    public static RegisterImport Upload(
        RegisterImportId id,
        ShareClass shareClass,
        (string Name, string Sha256) file,
        ImportLimits limits,
        bool withCertificates,
        Signature by,
        DateOnly today
    )
    {
        limits.Check(today);
        return new RegisterImport
        {
            Id = id,
            EnterpriseId = shareClass.EnterpriseId,
            ShareClassId = shareClass.Id,
            FileName = file.Name,
            Sha256 = file.Sha256,
            TotalUnits = limits.TotalUnits,
            FoundedOn = limits.FoundedOn,
            MinimumUnits = limits.MinimumUnits,
            MaximumUnits = limits.MaximumUnits,
            NumbersHaveGaps = limits.NumbersHaveGaps,
            WithCertificates = withCertificates,
            UploadedBy = by.PersonId ?? throw new InvariantBroken("a register is uploaded by nobody"),
            UploadedByName = by.Name,
            UploadedAt = by.At,
        };
    }

    /// <summary>Somebody said what the columns hold; the file is checked again.</summary>
    /// <exception cref="Refused"><c>import.ended</c></exception>
    public void Mapped(ImportCheck check, Signature by)
    {
        Checked(check);
        (MappedBy, MappedByName) = (by.PersonId, by.Name);
    }

    /// <summary>The file was checked, for the first time or again.</summary>
    /// <exception cref="Refused"><c>import.ended</c></exception>
    public void Checked(ImportCheck check)
    {
        RequireOpen();
        (Rows, Units, ProblemCount) = (check.Rows, check.Units, check.ProblemCount);
        Ibans = check.Holders.Count(h => h.Iban is not null);
        State = ProblemCount == 0 ? ImportState.Clean : ImportState.WithProblems;
        Version++;
    }

    /// <summary>A second person confirms exactly the file that was uploaded.</summary>
    /// <param name="by">Who.</param>
    /// <param name="sha256">SHA-256 of the file that this person looked at.</param>
    /// <param name="version">Version of the import that this person looked at: with the columns as they were said then.</param>
    /// <param name="eyes">Who sits on the board by whose word.</param>
    /// <exception cref="Refused"><c>import.ended</c>, <c>import.own-confirmation</c>, <c>import.own-columns</c>,
    /// <c>four-eyes.seated-by-first</c>, <c>import.not-clean</c>, <c>import.other-file</c>, <c>import.changed</c>.</exception>
    public void Confirm(Signature by, string sha256, int version, FourEyes eyes)
    {
        RequireOpen();
        eyes.RequireTwo(UploadedBy, by, "import.own-confirmation");
        if (MappedBy is { } mapped)
            eyes.RequireTwo(mapped, by, "import.own-columns");
        if (State != ImportState.Clean)
            throw new Refused("import.not-clean", ProblemCount);
        if (!string.Equals(sha256, Sha256, StringComparison.OrdinalIgnoreCase))
            throw new Refused("import.other-file") { Field = "sha256" };
        if (version != Version)
            throw new Refused("import.changed") { Field = "version" };
        (State, EndedAt) = (ImportState.Written, by.At);
        ConfirmedBy = by.PersonId ?? throw new InvariantBroken("a register is confirmed by nobody");
        ConfirmedByName = by.Name;
        Version++;
    }

    /// <summary>Given up.</summary>
    /// <exception cref="Refused"><c>import.ended</c></exception>
    public void Withdraw(DateTime now)
    {
        RequireOpen();
        (State, EndedAt) = (ImportState.Withdrawn, now);
        Version++;
    }

    private void RequireOpen()
    {
        if (State is ImportState.Written or ImportState.Withdrawn)
            throw new Refused("import.ended");
    }
}
