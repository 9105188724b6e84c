namespace SocialShares.Domain;

/// <summary>
/// One kind of member that an offer knows, for example residents (A) and everybody else (B), with limits of its own.
/// Amounts are minor units and whole multiples of the price of one unit.
/// </summary>
/// <param name="Code">Short name, unique within the offer: one to ten capital letters or digits.</param>
/// <param name="Who">For whom it is, in words that an applicant can answer with yes or no; 3 to 200 characters.</param>
/// <param name="IsResident">Do its members count as residents, for covenants and for an allotment that puts residents first?</param>
/// <param name="Persons">Is it for natural persons?</param>
/// <param name="Organisations">Is it for organisations?</param>
/// <param name="MinimumMinor">The least that one of them may put in; null: the offer's.</param>
/// <param name="MaximumMinor">The most that one of them may put in, counting what is held and applied for; null: the offer's.</param>
/// <param name="PriorityFromMinor">An application of at least this much goes before others of the type; null: none does.</param>
/// <param name="Postcodes">Only with an address in one of these areas; null or empty: anywhere. See <see cref="PostcodeArea"/>.</param>
public sealed record MembershipType(
    string Code,
    string Who,
    bool IsResident,
    bool Persons = true,
    bool Organisations = false,
    long? MinimumMinor = null,
    long? MaximumMinor = null,
    long? PriorityFromMinor = null,
    IReadOnlyList<string>? Postcodes = null
)
{
    /// <summary>The longest code.</summary>
    public const int LongestCode = 10;

    /// <summary>May an applicant of this kind choose it?</summary>
    public bool Fits(HolderKind kind) => kind == HolderKind.Organisation ? Organisations : Persons;

    /// <summary>Does an application of so much go before others?</summary>
    public bool HasPriority(long amountMinor) => amountMinor >= PriorityFromMinor;

    /// <summary>Refuses a type that contradicts itself or the offer, naming the field within the list.</summary>
    internal void Check(int at, OfferTerms terms, long parValueMinor, string wholeUnits)
    {
        string Field(string name) => $"membershipTypes[{at}].{name}";
        Terms.Require(
            Code.Length is > 0 and <= LongestCode && Code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)),
            "offer.terms.type-code",
            Field("code"),
            LongestCode
        );
        Terms.Require(Who.Trim().Length is >= 3 and <= 200, "offer.terms.type-who", Field("who"));
        Terms.Require(Persons || Organisations, "offer.terms.type-nobody", Field("persons"));
        var least = MinimumMinor ?? terms.MinimumPerHolderMinor;
        Terms.Require(
            least > 0 && least <= terms.MaximumTargetMinor,
            "offer.terms.type-minimum",
            Field("minimumMinor")
        );
        var most = MaximumMinor ?? (Persons ? terms.MaximumPerHolderMinor : terms.MaximumPerOrganisationMinor);
        Terms.Require(
            most >= least && most <= terms.MaximumTargetMinor,
            "offer.terms.type-maximum",
            Field(MaximumMinor is null ? "minimumMinor" : "maximumMinor")
        );
        Terms.Require(PriorityFromMinor is null or > 0, "offer.terms.type-priority", Field("priorityFromMinor"));
        (long? Minor, string Name)[] amounts =
        [
            (MinimumMinor, "minimumMinor"),
            (MaximumMinor, "maximumMinor"),
            (PriorityFromMinor, "priorityFromMinor"),
        ];
        foreach (var (minor, name) in amounts)
            Terms.Require((minor ?? 0) % parValueMinor == 0, wholeUnits, Field(name), parValueMinor);
        PostcodeArea.Check(Postcodes, terms.Eligibility?.Country, Field("postcodes"));
    }
}
