using MediatR;
using SocialShares.Features.Regulation;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Which rules of law the platform knows, version by version.</summary>
public sealed class RulePackListModel(IMediator mediator, TimeProvider clock) : AdminPage("rules", mediator, clock)
{
    public IReadOnlyList<RulePack> Packs { get; private set; } = [];

    /// <summary>The reader's day.</summary>
    public DateOnly Today => LegalDay.Of(Now, Zone.Id);

    /// <summary>For whom and for what a pack is.</summary>
    public static string UseOf(RulePack pack)
    {
        var kinds = pack.Kinds.Select(k => k == SecurityKind.Bond ? AdminTexts.rules_bonds : AdminTexts.rules_shares);
        IReadOnlyList<string> countries = pack.Countries.Count > 0 ? pack.Countries : [AdminTexts.rules_any_country];
        return $"{string.Join(", ", kinds)}: {string.Join(", ", countries)}";
    }

    // The list itself is public by the API; this page is the administrators' as all of theirs.
    public async Task OnGet() => Packs = await Ask(new ListRulePacksForReview());
}
