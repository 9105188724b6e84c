namespace SocialShares.Domain;

/// <summary>What an offer sells, as rule packs tell it apart. Stored by name.</summary>
public enum SecurityKind
{
    /// <summary>Shares, withdrawable at par or not.</summary>
    Share,

    /// <summary>Bonds and other loans in series.</summary>
    Bond,
}

/// <summary>A text for people in the platform's two languages.</summary>
/// <param name="En">English.</param>
/// <param name="Nl">Dutch, B1.</param>
public sealed record LocalText(string En, string Nl)
{
    /// <summary>The text in a language of two letters; English for any other.</summary>
    public string In(string language) => language == "nl" ? Nl : En;
}

/// <summary>Where a figure of a rule comes from.</summary>
/// <param name="Text">The law, the handbook or the habit that it rests on.</param>
/// <param name="ToCheck">What was not confirmed in a source and must be before anyone relies on it; null when it was.</param>
public sealed record RuleSource(string Text, string? ToCheck);

/// <summary>A country and an instrument for which a pack is chosen where the board names none.</summary>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="Kind">Shares or bonds.</param>
public sealed record RuleDefault(string Country, SecurityKind Kind);

/// <summary>
/// The rules that a law or an exemption sets for offers, version by version, each with the day from which it holds. The
/// figures are data of a file; nothing of them is a constant in code.
/// </summary>
/// <param name="Id">Short name, for example <c>nl-exempt</c>.</param>
/// <param name="Hash">SHA-256 of the file, lower case hex: names exactly these bytes.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Summary">When it may be used, for a board that chooses.</param>
/// <param name="Countries">ISO 3166 codes of enterprises that may use it; empty: any.</param>
/// <param name="Kinds">What may be offered under it.</param>
/// <param name="DefaultFor">Where it is chosen when the board names none.</param>
/// <param name="Versions">Oldest first; their days do not overlap.</param>
public sealed record RulePack(
    string Id,
    string Hash,
    LocalText Name,
    LocalText Summary,
    IReadOnlyList<string> Countries,
    IReadOnlyList<SecurityKind> Kinds,
    IReadOnlyList<RuleDefault> DefaultFor,
    IReadOnlyList<RuleSet> Versions
)
{
    /// <summary>The version that holds on a day; null when none does yet, or none any more.</summary>
    public RuleSet? On(DateOnly day) => Versions.LastOrDefault(v => v.Holds(day));

    /// <summary>The version that holds on a day.</summary>
    /// <exception cref="Refused"><c>offer.rules-none-on</c></exception>
    public RuleSet Require(DateOnly day) =>
        On(day) ?? throw new Refused("offer.rules-none-on", Id, day) { Field = "rulePack" };

    /// <summary>Is this pack chosen for such an offer when the board names none?</summary>
    public bool IsDefaultFor(string country, SecurityKind kind) => DefaultFor.Contains(new RuleDefault(country, kind));

    /// <summary>Refuses an enterprise of another country, or an instrument that the pack does not know.</summary>
    /// <exception cref="Refused"><c>offer.rules-country</c>, <c>offer.rules-instrument</c>.</exception>
    public void CheckUse(string country, SecurityKind kind)
    {
        if (Countries.Count > 0 && !Countries.Contains(country))
            throw new Refused("offer.rules-country", Id, country) { Field = "rulePack" };
        if (!Kinds.Contains(kind))
            throw new Refused("offer.rules-instrument", Id) { Field = "rulePack" };
    }
}
