using SocialShares.Look;

namespace SocialShares.Pages.Board;

/// <summary>The rule packs that an offer of an enterprise may stand under; the usual one first.</summary>
public sealed record RuleChoices(IReadOnlyList<RuleChoice> All)
{
    /// <summary>Those that the country and the instrument allow.</summary>
    public static RuleChoices Of(IEnumerable<RulePack> packs, string country, bool isOfBonds)
    {
        var kind = isOfBonds ? SecurityKind.Bond : SecurityKind.Share;
        return new RuleChoices([
            .. packs
                .Where(p => p.Kinds.Contains(kind) && (p.Countries.Count == 0 || p.Countries.Contains(country)))
                .OrderByDescending(p => p.IsDefaultFor(country, kind))
                .Select(p => new RuleChoice(p.Id, p.Name.In(Language.Tag), p.Summary.In(Language.Tag))),
        ]);
    }
}

/// <summary>One of them, in the language of the page.</summary>
public sealed record RuleChoice(string Id, string Name, string Summary);
