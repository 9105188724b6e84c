using System.Globalization;

namespace SocialShares.Demo.People;

/// <summary>Fictional people of one country: plausible names, addresses of a village that does not exist, accounts.</summary>
public sealed class Cast(string country, string village, string mailDomain, IReadOnlyList<string>? postcodes = null)
{
    private static readonly (string[] First, string[] Last, string[] Streets) English = (
        Words(
            "Margaret,Tom,Priya,George,Ellen,Harold,Nia,Samuel,Joan,Imran,Beatrice,Colin,Rhona,Derek,Agnes,Miles,Hetty,"
                + "Oluwaseun,Doris,Frank,Winifred,Asha,Leonard,Ruth,Kwame,Sheila,Patrick,Maureen,Gareth,Edith"
        ),
        Words(
            "Ashdown,Birtwell,Cartwright,Dunmore,Ellery,Fairclough,Garside,Hollings,Inchley,Jessop,Kettlewell,Langford,"
                + "Merrow,Nuttall,Okafor,Penhale,Quayle,Redfern,Sidhu,Thornber,Underhill,Varley,Wetherby,Yelland,O'Dowd"
        ),
        Words("Mill Lane,Church Row,Quarry Bank,The Green,Station Road,Orchard Close,Well Street,Pound Hill")
    );

    private static readonly (string[] First, string[] Last, string[] Streets) Dutch = (
        Words(
            "Anneke,Jan,Fatima,Willem,Sietske,Pieter,Noor,Hendrik,Marijke,Youssef,Geertje,Bas,Ilse,Rinus,Tineke,Daan,"
                + "Zoë,Klaas,Roos,Mehmet,Jikke,Gerrit,Lotte,Wim,Saskia,Arjen,Hanneke,Teun,Loes,Bouke"
        ),
        Words(
            "Aalbers,van den Berg,Cnossen,de Dijk,Elzinga,Faber,Groen,Hofstra,IJsbrands,Jonkers,Kuipers,Löwenthal,"
                + "van der Meer,Nauta,Oosterhuis,Postma,Reitsma,Schaap,Terpstra,Uiterwijk,Veenstra,Wiersma,Yilmaz,Zijlstra"
        ),
        Words("Dorpsstraat,Kerkpad,Molenweg,Brink,Achterweg,Schoolstraat,Vaartkade,Esweg")
    );

    private readonly (string[] First, string[] Last, string[] Streets) words = country == "NL" ? Dutch : English;

    public string Language => country == "NL" ? "nl" : "en";

    /// <summary>The sign-in of one of them, who is always the same person.</summary>
    /// <param name="no">From 1; more than a few hundred share names, never addresses of mail.</param>
    public SignIn SignIn(int no)
    {
        var name = NameOf(no);
        return new SignIn(name, $"{Slug.From(name)}.{no.ToString(CultureInfo.InvariantCulture)}@{mailDomain}");
    }

    /// <summary>How the person stands in a register.</summary>
    public HolderDetails Person(int no) =>
        new(HolderKind.Person, NameOf(no), Street(no), Postcode(no), village, country, BornOn(no));

    /// <summary>The person together with somebody of the same house.</summary>
    public HolderDetails Together(int no) =>
        Person(no) with
        {
            Kind = HolderKind.Joint,
            Party = new HolderParty(With: [new JointHolder(NameOf(no + 7), BornOn(no + 7))]),
        };

    /// <summary>A child whose guardian the person is.</summary>
    public HolderDetails Child(int no) =>
        Person(no) with
        {
            Kind = HolderKind.Minor,
            Name = NameOf(no + 11),
            BornOn = new DateOnly(2014 + no % 8, 1 + no % 12, 1 + no % 28),
            Party = new HolderParty(Guardian: NameOf(no)),
        };

    /// <summary>An organisation that the person represents.</summary>
    public HolderDetails Organisation(int no) =>
        new(
            HolderKind.Organisation,
            country == "NL" ? $"Stichting {Street(no)} {village}" : $"{Street(no)} Trust, {village}",
            Street(no),
            Postcode(no),
            village,
            country,
            null,
            new HolderParty(
                RegistryNumber: (73_000_000 + no).ToString(CultureInfo.InvariantCulture),
                Representative: NameOf(no),
                Office: country == "NL" ? "penningmeester" : "treasurer"
            )
        );

    public string Iban(int no) => TestIban.Of(country, no);

    // Steps that share no factor with the lengths: all first names come with all last names.
    private string NameOf(int no) =>
        $"{words.First[no * 7 % words.First.Length]} {words.Last[(no * 11 + no / words.First.Length) % words.Last.Length]}";

    private string Street(int no)
    {
        var (street, house) = (words.Streets[no * 3 % words.Streets.Length], 1 + no * 13 % 97);
        return country == "NL"
            ? string.Create(CultureInfo.InvariantCulture, $"{street} {house}")
            : string.Create(CultureInfo.InvariantCulture, $"{house} {street}");
    }

    // ZY is no area of the Royal Mail, and 9999 Z* is not given out.
    private string Postcode(int no) =>
        postcodes is { Count: > 0 } ? InArea(postcodes[no % postcodes.Count], no)
        : country == "NL" ? $"9999 Z{(char)('A' + no % 26)}"
        : string.Create(CultureInfo.InvariantCulture, $"ZY{1 + no % 9} {1 + no % 8}{(char)('A' + no % 26)}Z");

    // Four digits are a Dutch area: the letters that follow are ours.
    private static string InArea(string area, int no) =>
        area.All(char.IsAsciiDigit) ? $"{area} Z{(char)('A' + no % 26)}" : area;

    private static DateOnly BornOn(int no) => new(1936 + no * 17 % 62, 1 + no % 12, 1 + no % 28);

    private static string[] Words(string list) => list.Split(',');
}
