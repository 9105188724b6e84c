using System.Globalization;

namespace SocialShares.Demo.Scenario;

/// <summary>Reads who may apply for a published offer and for how much, and notes whatever it has to assume.</summary>
internal sealed class HolderReader(Fields fields, List<string> notes)
{
    private static readonly string[] TypeFields =
    [
        "type",
        "who",
        "minimumPerPerson",
        "maximumPerPerson",
        "priorityFrom",
    ];

    private static readonly Dictionary<string, HolderGroup> Groups = new(StringComparer.Ordinal)
    {
        ["person"] = HolderGroup.Person,
        ["minor"] = HolderGroup.Minor,
        ["organisation"] = HolderGroup.Organisation,
    };

    /// <summary>Who may apply; null where the terms say nothing.</summary>
    /// <exception cref="CannotExpress">A field is wrong.</exception>
    public Eligibility? Read()
    {
        var types = Types();
        var postcodes = fields.Inner("eligibility", ["postcodes"]).Texts("postcodes");
        var age = fields.Number("minimumAge");
        var holders = fields.Texts("holders");
        if (types.Count == 0 && postcodes.Count == 0 && age is null && holders.Count == 0)
            return null;
        return new Eligibility(
            types.Count == 0 ? null : types,
            postcodes.Count == 0 ? null : [.. postcodes],
            MinimumAge: (int)(age ?? HolderDetails.FullAge),
            Holders: holders.Count == 0
                ? null
                :
                [
                    .. holders.Select(h =>
                        Groups.TryGetValue(h, out var g) ? g : throw CannotExpress.NotYet($"holders {h}")
                    ),
                ]
        );
    }

    /// <summary>The least of any type, where types have one.</summary>
    public long? LeastOfTypes() =>
        fields.Objects("membershipTypes", TypeFields).Select(t => t.Minor("minimumPerPerson")).Min();

    // Two kinds of members with one letter are two types to the platform.
    private List<MembershipType> Types()
    {
        var read = fields.Objects("membershipTypes", TypeFields);
        var letters = read.Select(t => t.Text("type") ?? throw new CannotExpress("membershipTypes.type is missing"))
            .ToList();
        var types = new List<MembershipType>();
        for (var i = 0; i < read.Count; i++)
        {
            var letter = letters[i];
            var no = letters.Take(i + 1).Count(l => l == letter);
            var code =
                letters.Count(l => l == letter) > 1 ? $"{letter}{no.ToString(CultureInfo.InvariantCulture)}" : letter;
            var who = read[i].Text("who") ?? throw new CannotExpress("membershipTypes.who is missing");
            types.Add(
                new MembershipType(
                    code,
                    who,
                    IsResident: letter == letters[0],
                    Persons: true,
                    Organisations: who.Contains("organisation", StringComparison.Ordinal),
                    read[i].Minor("minimumPerPerson"),
                    read[i].Minor("maximumPerPerson"),
                    read[i].Minor("priorityFrom")
                )
            );
        }
        if (types.Count > 0)
            notes.Add(
                $"membership types {string.Join(", ", types.Select(t => t.Code))}: assumed that {types[0].Code} are the residents, "
                    + "and that a type is for organisations where its words name them"
            );
        return types;
    }
}
