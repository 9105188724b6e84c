using SocialShares.Adapters.RuleFiles;

namespace SocialShares.Demo.Scenario;

/// <summary>The rules that a published offer stands under, as the platform would choose them.</summary>
internal static class UsualRules
{
    private static readonly Lazy<RulePacks> Packs = new(() => RulePacks.Load(new RuleSettings()));

    /// <summary>
    /// The most that one person may hold by law, minor units; null where there is no such limit. An issuer that names no
    /// maximum of its own is still bound by it.
    /// </summary>
    public static long? MostPerPersonMinor(string? country, bool isOfBonds, DateOnly opensOn)
    {
        var kind = isOfBonds ? SecurityKind.Bond : SecurityKind.Share;
        var cap = Packs.Value.Usual(country ?? "", kind, opensOn)?.CapPerPerson;
        return cap?.Kinds.Contains(kind) == true ? cap.MostMinor : null;
    }

    /// <summary>The most that passes to a nominee on death, minor units; null where the law knows none.</summary>
    public static long? NominationMinor(string country, DateOnly day) => Packs.Value.NominationMinor(country, day);
}
