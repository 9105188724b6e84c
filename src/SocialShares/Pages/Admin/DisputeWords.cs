using SocialShares.Features.Disputes;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Disputes as people say them.</summary>
public static class DisputeWords
{
    /// <summary>Who paid; of a gift the receiver may not have said who they are.</summary>
    public static string Payer(DisputeShown d) => d.Payer.Length > 0 ? d.Payer : AdminTexts.dispute_nobody;

    /// <summary>The state in a word or two.</summary>
    public static string State(DisputeShown d) =>
        d.ResolvedAt is not null ? AdminTexts.dispute_state_Resolved
        : d.State.TakesAnswer() && d.AnsweredAt is not null ? AdminTexts.dispute_state_UnderReview
        : Text($"dispute.state.{d.State}") ?? $"{d.State}";

    /// <summary>How the state is drawn.</summary>
    public static string Kind(DisputeShown d) =>
        d.State switch
        {
            DisputeState.Inquiry or DisputeState.NeedsAnswer => d.AnsweredAt is null ? "warn" : "pencil",
            DisputeState.InquiryAnswered or DisputeState.UnderReview => "pencil",
            DisputeState.Lost => d.ResolvedAt is null ? "bad" : "ink",
            _ => "ok",
        };

    /// <summary>Why; a word of the provider that has no text is shown as it came.</summary>
    public static string Reason(string reason) => Text($"dispute.reason.{reason}") ?? reason.Replace('_', ' ');

    /// <summary>What it means, and what happens now.</summary>
    public static string Story(DisputeShown d) =>
        d.Money switch
        {
            _ when !d.State.IsAboutMoney() => AdminTexts.dispute_story_inquiry,
            DisputedMoney.OwedBack => AdminTexts.dispute_story_owed,
            DisputedMoney.GoneBack => AdminTexts.dispute_story_gone,
            _ when d.State == DisputeState.Lost => AdminTexts.dispute_story_lost,
            _ when d.State == DisputeState.Won => AdminTexts.dispute_story_won,
            _ => AdminTexts.dispute_story_units,
        };

    private static string? Text(string key) => AdminTexts.ResourceManager.GetString(key, Language.Of);
}
