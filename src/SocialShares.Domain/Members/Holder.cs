namespace SocialShares.Domain;

/// <summary>What kind of holder someone is; limits differ by kind.</summary>
public enum HolderKind
{
    /// <summary>A natural person of full age.</summary>
    Person,

    /// <summary>A legal person, represented by the one who applies.</summary>
    Organisation,
}

/// <summary>Who will stand in the register: name and postal address (UK 2014 Act s30), and date of birth of a person.</summary>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Name">Full name, or the organisation's registered name; 2 to 140 characters.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Postcode">Postal code.</param>
/// <param name="City">Town or village.</param>
/// <param name="Country">ISO 3166 code, two letters.</param>
/// <param name="BornOn">Date of birth; null for an organisation.</param>
public sealed record HolderDetails(
    HolderKind Kind,
    string Name,
    string Street,
    string Postcode,
    string City,
    string Country,
    DateOnly? BornOn
)
{
    /// <summary>Full age. Children with a guardian are a kind of holder of their own, not taken yet.</summary>
    public const int FullAge = 18;

    /// <summary>Refuses a person who has not reached an age on <paramref name="today"/>.</summary>
    /// <param name="today">The day.</param>
    /// <param name="minimumAge">Whole years; full age where nothing else is agreed.</param>
    /// <exception cref="Refused"><c>application.born-missing</c>, <c>application.under-age</c>.</exception>
    public void CheckAge(DateOnly today, int minimumAge = FullAge)
    {
        if (Kind == HolderKind.Organisation)
            return;
        if (BornOn is not { } born)
            throw new Refused("application.born-missing") { Field = "bornOn" };
        if (born.AddYears(minimumAge) > today)
            throw new Refused("application.under-age", minimumAge) { Field = "bornOn" };
    }
}
