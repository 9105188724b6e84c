namespace SocialShares.Domain;

/// <summary>Something in a file that cannot come into the register as it stands.</summary>
/// <param name="Row">The line of the list as a spreadsheet numbers it, where the header is 1; 0 for the file as a whole.</param>
/// <param name="Column">The column's name in the file; empty when no one column is wrong.</param>
/// <param name="Code">Stable name of the rule, <c>import.*</c>; its text is that of a refusal.</param>
/// <param name="Figures">What the text names, in its order: numbers, days, money, words of the file.</param>
public sealed record ImportProblem(int Row, string Column, string Code, IReadOnlyList<object> Figures);

/// <summary>One holder of the file, read and found fit.</summary>
/// <param name="Row">The line of the list.</param>
/// <param name="Number">The number that the list gives; null when it gives none.</param>
/// <param name="Details">Name and address, and what kind of holder.</param>
/// <param name="AdmittedOn">The day on which the holder was entered.</param>
/// <param name="Units">Shares.</param>
/// <param name="Iban">The account, in electronic form; null when the list has none.</param>
/// <param name="Email">Mail address; null when the list has none.</param>
/// <param name="IsResident">Counts as a resident; null when the list does not say.</param>
public sealed record ImportedHolder(
    int Row,
    int? Number,
    HolderDetails Details,
    DateOnly AdmittedOn,
    long Units,
    string? Iban,
    string? Email,
    bool? IsResident = null
);

/// <summary>What the file is measured by.</summary>
/// <param name="ClassCode">The class of shares.</param>
/// <param name="ParValueMinor">Price of one share, minor units.</param>
/// <param name="Currency">Currency of the price.</param>
/// <param name="Country">Where nothing is said of a holder's country.</param>
/// <param name="Today">The day it is where the enterprise is.</param>
/// <param name="Limits">What the board states about the class.</param>
/// <param name="CapMinor">The most that the law lets one person hold, minor units; null: no cap.</param>
/// <param name="Quota">The resident quota that the enterprise blocks by; null: none.</param>
public sealed record ImportGround(
    string ClassCode,
    long ParValueMinor,
    Currency Currency,
    string Country,
    DateOnly Today,
    ImportLimits Limits,
    long? CapMinor = null,
    ImportQuota? Quota = null
);

/// <summary>A resident quota, and how the enterprise stands with it before the import.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Residents">Residents among members and living applications.</param>
/// <param name="Members">All of them.</param>
public sealed record ImportQuota(ResidentQuota Quota, long Residents, long Members);

/// <summary>What the board states about its register, so that the file can be measured by it.</summary>
/// <param name="TotalUnits">Shares of the class in all, as the last accounts have them: the file must come to the same.</param>
/// <param name="FoundedOn">The day on which the enterprise was registered: nobody was a member before.</param>
/// <param name="MinimumUnits">The least that one holder may have; null: no such rule.</param>
/// <param name="MaximumUnits">The most that one holder may have; null: no such rule.</param>
/// <param name="NumbersHaveGaps">Numbers of members who left are not used again, so that some are missing.</param>
public sealed record ImportLimits(
    long TotalUnits,
    DateOnly FoundedOn,
    long? MinimumUnits = null,
    long? MaximumUnits = null,
    bool NumbersHaveGaps = false
)
{
    /// <summary>Refuses limits that contradict each other.</summary>
    /// <exception cref="Refused">Codes <c>import.limits.*</c>.</exception>
    public void Check(DateOnly today)
    {
        Terms.Require(TotalUnits > 0, "import.limits.total", "totalUnits");
        Terms.Require(FoundedOn <= today, "import.limits.founded", "foundedOn", today);
        Terms.Require(MinimumUnits is null or > 0, "import.limits.minimum", "minimumUnits");
        Terms.Require(
            MaximumUnits is null || MaximumUnits >= (MinimumUnits ?? 1),
            "import.limits.maximum",
            "maximumUnits"
        );
    }
}

/// <summary>A holder who stands in the enterprise's registers already, by shares of another class or by bonds.</summary>
/// <param name="Number">Number.</param>
/// <param name="Name">Name.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Postcode">Postal code.</param>
/// <param name="IsMember">Are they a member already, so that the import admits nobody?</param>
/// <param name="IsResident">Do they count as a resident?</param>
/// <param name="HeldMinor">What was paid for the shares of other classes that they hold, minor units.</param>
public sealed record KnownHolder(
    int Number,
    string Name,
    string Street,
    string Postcode,
    bool IsMember = false,
    bool IsResident = false,
    long HeldMinor = 0
);
