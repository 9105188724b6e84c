using Microsoft.AspNetCore.Mvc.ModelBinding;
using SocialShares.Look;

namespace SocialShares.Pages.Board;

/// <summary>One membership type as typed; a row in which nothing stands does not count.</summary>
public sealed class TypeRow
{
    public string? Code { get; set; }
    public string? Who { get; set; }
    public bool IsResident { get; set; }
    public bool Persons { get; set; }
    public bool Organisations { get; set; }
    public string? Minimum { get; set; }
    public string? Maximum { get; set; }
    public string? PriorityFrom { get; set; }
    public string? Postcodes { get; set; }

    public bool IsEmpty =>
        new[] { Code, Who, Minimum, Maximum, PriorityFrom, Postcodes }.All(string.IsNullOrWhiteSpace);
}

/// <summary>Who may apply, as a board types it.</summary>
public sealed class EligibilityForm
{
    private const int Rows = 4;
    private static readonly char[] Between = [',', ';', '\n', '\r'];

    public string? MinimumAge { get; set; }
    public bool Persons { get; set; }
    public bool Minors { get; set; }
    public bool Organisations { get; set; }

    /// <summary>Areas, with commas or on lines of their own.</summary>
    public string? Postcodes { get; set; }
    public List<TypeRow> Types { get; set; } = [];

    /// <summary>Does it say more than is usual?</summary>
    public bool IsUsual =>
        Types.All(t => t.IsEmpty)
        && string.IsNullOrWhiteSpace(Postcodes)
        && MinimumAge == Usual
        && (Persons, Minors, Organisations) == (true, false, true);

    private static string Usual => $"{HolderDetails.FullAge}";

    /// <summary>Everybody of full age and every organisation.</summary>
    public static EligibilityForm Blank() => From(Eligibility.Everyone);

    /// <summary>What a draft says now.</summary>
    public static EligibilityForm From(Eligibility? now)
    {
        var e = now ?? Eligibility.Everyone;
        return new EligibilityForm
        {
            MinimumAge = $"{e.MinimumAge}",
            Persons = e.Takes(HolderGroup.Person),
            Minors = e.Takes(HolderGroup.Minor),
            Organisations = e.Takes(HolderGroup.Organisation),
            Postcodes = Written(e.Postcodes),
            Types = [.. (e.MembershipTypes ?? []).Select(Row)],
        }.WithEmptyRows();
    }

    /// <summary>Adds the rows that nobody has filled yet, so that there is something to type into.</summary>
    public EligibilityForm WithEmptyRows()
    {
        while (Types.Count < Rows)
            Types.Add(new TypeRow { Persons = true });
        return this;
    }

    /// <summary>Where the rows of the request stand on the page.</summary>
    public IEnumerable<(string Api, string Page)> Fields()
    {
        foreach (var (row, api) in Filled().Select((f, api) => (f.At, api)))
        foreach (var (name, page) in Columns)
            yield return ($"membershipTypes[{api}].{name}", $"Form.Who.Types[{row}].{page}");
    }

    /// <summary>As typed; what cannot be read is an error of its field. Null where nothing unusual is said.</summary>
    public Eligibility? Read(ModelStateDictionary state)
    {
        if (IsUsual)
            return null;
        HolderGroup?[] holders =
        [
            Persons ? HolderGroup.Person : null,
            Minors ? HolderGroup.Minor : null,
            Organisations ? HolderGroup.Organisation : null,
        ];
        return new Eligibility(
            [.. Filled().Select(f => Type(state, f.Row, $"Form.Who.Types[{f.At}]."))],
            Areas(Postcodes),
            MinimumAge: state.Whole("Form.Who.MinimumAge", MinimumAge),
            Holders: [.. holders.OfType<HolderGroup>()]
        );
    }

    private static readonly (string Api, string Page)[] Columns =
    [
        ("code", "Code"),
        ("who", "Who"),
        ("persons", "Persons"),
        ("minimumMinor", "Minimum"),
        ("maximumMinor", "Maximum"),
        ("priorityFromMinor", "PriorityFrom"),
        ("postcodes", "Postcodes"),
    ];

    private IEnumerable<(TypeRow Row, int At)> Filled() =>
        Types.Select((row, at) => (row, at)).Where(t => !t.row.IsEmpty);

    private static MembershipType Type(ModelStateDictionary state, TypeRow row, string prefix)
    {
        long? Money(string field, string? text) =>
            string.IsNullOrWhiteSpace(text) ? null : state.Money(prefix + field, text);
        return new MembershipType(
            row.Code?.Trim().ToUpperInvariant() ?? "",
            row.Who?.Trim() ?? "",
            row.IsResident,
            row.Persons,
            row.Organisations,
            Money("Minimum", row.Minimum),
            Money("Maximum", row.Maximum),
            Money("PriorityFrom", row.PriorityFrom),
            Areas(row.Postcodes)
        );
    }

    private static TypeRow Row(MembershipType t) =>
        new()
        {
            Code = t.Code,
            Who = t.Who,
            IsResident = t.IsResident,
            Persons = t.Persons,
            Organisations = t.Organisations,
            Minimum = Amount(t.MinimumMinor),
            Maximum = Amount(t.MaximumMinor),
            PriorityFrom = Amount(t.PriorityFromMinor),
            Postcodes = Written(t.Postcodes),
        };

    private static string? Amount(long? minor) => minor is { } m ? AmountText.Write(m) : null;

    private static string? Written(IReadOnlyList<string>? areas) =>
        areas is { Count: > 0 } ? string.Join(", ", areas) : null;

    private static List<string>? Areas(string? text)
    {
        var areas = (text ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return areas.Length == 0 ? null : [.. areas];
    }
}
