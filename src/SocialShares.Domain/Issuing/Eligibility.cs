namespace SocialShares.Domain;

/// <summary>Kinds of holders that an offer may take.</summary>
public enum HolderGroup
{
    /// <summary>A natural person of the offer's minimum age.</summary>
    Person,

    /// <summary>A child, for whom a guardian acts.</summary>
    Minor,

    /// <summary>A legal person.</summary>
    Organisation,
}

/// <summary>
/// Who may apply for an offer. Everybody of full age and every organisation, where nothing is said. Sources: rule books
/// say 16 or 18 (no statutory age in the United Kingdom since 2012); postcode lists of Dutch solar offers.
/// </summary>
/// <param name="MembershipTypes">Kinds of members with limits of their own; the applicant says which one fits. Null or
/// empty: there is one kind only.</param>
/// <param name="Postcodes">Only with an address in one of these areas; null or empty: anywhere. See <see cref="PostcodeArea"/>.</param>
/// <param name="Country">Country of all postcodes here, ISO 3166; null: the enterprise's.</param>
/// <param name="MinimumAge">The least age of a person in whole years, 16 to 100; 18 where nothing is said.</param>
/// <param name="Holders">Kinds of holders that are taken; null or empty: persons and organisations.</param>
public sealed record Eligibility(
    IReadOnlyList<MembershipType>? MembershipTypes = null,
    IReadOnlyList<string>? Postcodes = null,
    string? Country = null,
    int MinimumAge = HolderDetails.FullAge,
    IReadOnlyList<HolderGroup>? Holders = null
)
{
    /// <summary>The youngest that terms may allow.</summary>
    public const int YoungestAge = 16;

    /// <summary>The most membership types.</summary>
    public const int MostTypes = 10;

    /// <summary>Nothing is said.</summary>
    public static Eligibility Everyone { get; } = new();

    /// <summary>The types; empty where there is one kind only.</summary>
    internal IReadOnlyList<MembershipType> Types => MembershipTypes ?? [];

    /// <summary>Does it say who is a resident?</summary>
    public bool TellsResidents => Types.Count > 0 || Postcodes is { Count: > 0 };

    /// <summary>Is a kind of holder taken?</summary>
    public bool Takes(HolderGroup group) =>
        Holders is { Count: > 0 } holders ? holders.Contains(group) : group != HolderGroup.Minor;

    /// <summary>The type of a code; null for none.</summary>
    /// <exception cref="Refused"><c>application.type-unknown</c></exception>
    public MembershipType? Find(string? code) =>
        code is null
            ? null
            : Types.FirstOrDefault(t => t.Code == code)
                ?? throw new Refused("application.type-unknown", code) { Field = "membershipType" };

    /// <summary>Decides whether somebody may apply, and as what.</summary>
    /// <param name="who">Who will stand in the register.</param>
    /// <param name="typeCode">The type that the applicant says fits; null where the offer has none.</param>
    /// <param name="today">The day in the offer's zone.</param>
    /// <param name="ofKnownAge">A holder of the register, whose age was asked then and is not kept.</param>
    /// <exception cref="Refused"><c>application.holder-not-taken</c>, <c>application.born-missing</c>,
    /// <c>application.under-age</c>, <c>application.postcode</c>, <c>application.type-missing</c>,
    /// <c>application.type-unknown</c>, <c>application.type-kind</c>, <c>application.type-postcode</c>.</exception>
    public Admission Admit(HolderDetails who, string? typeCode, DateOnly today, bool ofKnownAge = false)
    {
        if (!Takes(GroupOf(who.Kind)))
            throw new Refused("application.holder-not-taken") { Field = "kind" };
        if (!ofKnownAge)
            who.CheckAge(today, MinimumAge);
        if (!PostcodeArea.Holds(Postcodes, Country, who.Postcode, who.Country))
            throw new Refused("application.postcode", who.Postcode) { Field = "postcode" };
        var type = Find(typeCode);
        if (type is null)
            return Types.Count == 0
                ? new Admission(null, Postcodes is { Count: > 0 })
                : throw new Refused("application.type-missing") { Field = "membershipType" };
        if (!type.Fits(who.Kind))
            throw new Refused("application.type-kind", type.Code) { Field = "membershipType" };
        if (!PostcodeArea.Holds(type.Postcodes, Country, who.Postcode, who.Country))
            throw new Refused("application.type-postcode", type.Code, who.Postcode) { Field = "membershipType" };
        return new Admission(type.Code, type.IsResident);
    }

    /// <summary>The group that a kind of holder belongs to: joint holders are persons.</summary>
    public static HolderGroup GroupOf(HolderKind kind) =>
        kind switch
        {
            HolderKind.Organisation => HolderGroup.Organisation,
            HolderKind.Minor => HolderGroup.Minor,
            _ => HolderGroup.Person,
        };

    internal void Check(OfferTerms terms, long parValueMinor, string wholeUnits)
    {
        Terms.Require(MinimumAge is >= YoungestAge and <= 100, "offer.terms.minimum-age", "minimumAge", YoungestAge);
        PostcodeArea.Check(Postcodes, Country, "postcodes");
        Terms.Require(
            Holders is null || Holders.Count == 0 || Holders.Any(h => h != HolderGroup.Minor),
            "offer.terms.holders",
            "holders"
        );
        Terms.Require(Types.Count <= MostTypes, "offer.terms.types", "membershipTypes", MostTypes);
        for (var i = 0; i < Types.Count; i++)
        {
            Types[i].Check(i, terms, parValueMinor, wholeUnits);
            Terms.Require(
                Types.Take(i).All(t => t.Code != Types[i].Code),
                "offer.terms.type-twice",
                $"membershipTypes[{i}].code",
                Types[i].Code
            );
        }
    }
}

/// <summary>As what somebody is taken.</summary>
/// <param name="MembershipType">Code of the type; null where the offer has none.</param>
/// <param name="IsResident">Counts as a resident: by the type, or by the postcodes of an offer without types.</param>
public sealed record Admission(string? MembershipType, bool IsResident);
