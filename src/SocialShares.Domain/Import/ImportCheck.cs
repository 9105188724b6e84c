namespace SocialShares.Domain;

/// <summary>
/// Goes through a file row by row and says everything that is wrong with it, then with the whole. Rows must be given in
/// their order; nothing is written here.
/// </summary>
/// <param name="ground">What the file is measured by.</param>
/// <param name="columns">The name in the file of each field that it has.</param>
/// <param name="known">Holders that the enterprise's registers have already.</param>
public sealed class ImportCheck(
    ImportGround ground,
    IReadOnlyDictionary<ImportField, string> columns,
    IReadOnlyCollection<KnownHolder> known
)
{
    /// <summary>The most rows of a file.</summary>
    public const int MostRows = 100_000;

    /// <summary>The most problems that are kept; beyond, they are only counted.</summary>
    public const int MostKept = 10_000;

    private readonly Dictionary<int, KnownHolder> knownByNumber = known.ToDictionary(k => k.Number);
    private readonly Dictionary<string, int> knownByIdentity = known
        .GroupBy(k => Identity(k.Name, k.Street, k.Postcode))
        .ToDictionary(g => g.Key, g => g.First().Number);
    private readonly Dictionary<string, int> rowByIdentity = [];
    private readonly Dictionary<int, int> rowByNumber = [];
    private readonly List<ImportProblem> problems = [];
    private readonly List<ImportedHolder> holders = [];
    private long newResidents;
    private long newOthers;
    private bool hadProblem;

    /// <summary>What is wrong, in the order in which it was found; at most <see cref="MostKept"/>.</summary>
    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <summary>How many things are wrong in all.</summary>
    public int ProblemCount { get; private set; }

    /// <summary>Holders of rows in which nothing is wrong.</summary>
    public IReadOnlyList<ImportedHolder> Holders => holders;

    /// <summary>Rows with something in them.</summary>
    public int Rows { get; private set; }

    /// <summary>Shares of all rows whose number of shares could be read.</summary>
    public long Units { get; private set; }

    /// <summary>Fields that the file must have and has no column for.</summary>
    public void RequireColumns()
    {
        foreach (
            var field in new[]
            {
                ImportField.Name,
                ImportField.Street,
                ImportField.Postcode,
                ImportField.City,
                ImportField.AdmittedOn,
            }
        )
            if (!columns.ContainsKey(field))
                Add(0, field.ToString(), "import.column-missing");
        if (!columns.ContainsKey(ImportField.Units) && !columns.ContainsKey(ImportField.Amount))
            Add(0, nameof(ImportField.Units), "import.column-missing");
    }

    /// <summary>A column that would hold what another one holds already.</summary>
    public void ColumnTwice(string header) => Add(0, header, "import.column-twice");

    /// <summary>One row.</summary>
    /// <param name="row">Its line, where the header is 1.</param>
    /// <param name="cell">The text of a field without blanks around it; empty when there is none.</param>
    public void Row(int row, Func<ImportField, string> cell)
    {
        Rows++;
        hadProblem = false;
        var reader = new ImportRow(ground, cell, (field, code, figures) => Add(row, Name(field), code, figures));
        var details = reader.Details();
        var admittedOn = reader.AdmittedOn();
        var units = reader.Units();
        var (iban, email, number) = (reader.Iban(), reader.Email(), reader.Number());
        var isResident = reader.IsResident();
        reader.Class();
        if (units is { } some)
        {
            Units = checked(Units + some);
            Limits(row, some);
            Cap(row, some, details, number);
        }
        if (details is not null)
            OneHolderOnce(row, number, details);
        if (number is { } no && !rowByNumber.TryAdd(no, row))
            Add(row, Name(ImportField.Number), "import.number-twice", no, rowByNumber[no]);
        CountResident(number, isResident);
        if (!hadProblem && details is not null)
            holders.Add(
                new ImportedHolder(row, number, details, admittedOn!.Value, units!.Value, iban, email, isResident)
            );
    }

    /// <summary>The file as a whole, after its last row.</summary>
    public void End()
    {
        if (Rows == 0)
            Add(0, "", "import.empty");
        if (Rows > MostRows)
            Add(0, "", "import.too-many-rows", MostRows);
        if (Rows > 0 && Units != ground.Limits.TotalUnits)
            Add(0, Name(ImportField.Units), "import.total", Units, ground.Limits.TotalUnits);
        if (!ground.Limits.NumbersHaveGaps)
            Gaps();
        Quota();
    }

    private void Limits(int row, long units)
    {
        if (ground.Limits.MaximumUnits is { } most && units > most)
            Add(row, Name(ImportField.Units), "import.above-maximum", units, most);
        if (ground.Limits.MinimumUnits is { } least && units < least)
            Add(row, Name(ImportField.Units), "import.below-minimum", units, least);
    }

    // The law caps what a person holds in all classes together, not what an organisation does.
    private void Cap(int row, long units, HolderDetails? details, int? number)
    {
        var held = number is { } no && knownByNumber.TryGetValue(no, out var there) ? there.HeldMinor : 0;
        var minor = (Int128)units * ground.ParValueMinor + held;
        if (ground.CapMinor is not { } most || minor <= most || details?.Kind == HolderKind.Organisation)
            return;
        if (held == 0)
            Add(row, Name(ImportField.Units), "import.above-legal-cap", units, most / ground.ParValueMinor);
        else
            Add(
                row,
                Name(ImportField.Units),
                "import.above-legal-cap-together",
                units,
                Math.Max(0, most - held) / ground.ParValueMinor,
                new Money(held, ground.Currency)
            );
    }

    // Whoever is a member already takes no more room. Rows in which something is wrong count, for they will come corrected.
    private void CountResident(int? number, bool? isResident)
    {
        var there = number is { } no ? knownByNumber.GetValueOrDefault(no) : null;
        if (there?.IsMember == true)
            return;
        if (isResident ?? there?.IsResident ?? false)
            newResidents++;
        else
            newOthers++;
    }

    private void Quota()
    {
        if (ground.Quota is not { } now)
            return;
        var (residents, members) = (now.Residents + newResidents, now.Members + newResidents + newOthers);
        if (!now.Quota.Admits(newResidents, newOthers, now.Residents, now.Members))
            Add(0, Name(ImportField.Resident), "import.quota", residents, members, new Rate(now.Quota.Ppm));
    }

    // The same name at the same address is the same holder, however it is written.
    private void OneHolderOnce(int row, int? number, HolderDetails details)
    {
        var identity = Identity(details.Name, details.Street, details.Postcode);
        if (!rowByIdentity.TryAdd(identity, row))
            Add(row, Name(ImportField.Name), "import.duplicate", details.Name, rowByIdentity[identity]);
        if (number is { } no && knownByNumber.TryGetValue(no, out var there))
        {
            if (ImportHeaders.Fold(there.Name) != ImportHeaders.Fold(details.Name))
                Add(row, Name(ImportField.Number), "import.number-taken", no, there.Name);
        }
        else if (knownByIdentity.TryGetValue(identity, out var numbered))
            Add(row, Name(ImportField.Number), "import.already-member", details.Name, numbered);
    }

    private void Gaps()
    {
        var last = known.Count == 0 ? 0 : known.Max(k => k.Number);
        foreach (var (number, row) in rowByNumber.Where(n => !knownByNumber.ContainsKey(n.Key)).OrderBy(n => n.Key))
        {
            if (number > last + 1)
                Add(row, Name(ImportField.Number), "import.number-gap", last + 1, number - 1);
            last = Math.Max(last, number);
        }
    }

    private string Name(ImportField field) => columns.GetValueOrDefault(field, field.ToString());

    private static string Identity(string name, string street, string postcode) =>
        $"{ImportHeaders.Fold(name)}|{ImportHeaders.Fold(street)}|{ImportHeaders.Fold(postcode)}";

    private void Add(int row, string column, string code, params object[] figures)
    {
        hadProblem = true;
        ProblemCount++;
        if (problems.Count < MostKept)
            problems.Add(new ImportProblem(row, column, code, figures));
    }
}
