using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>How the state of a payout run is said and drawn; no run at all is a state too.</summary>
public static class RunWords
{
    /// <summary>The state in a word or two.</summary>
    public static string Of(PayoutRunState? state) =>
        BoardTexts.ResourceManager.GetString($"run.state.{state?.ToString() ?? "None"}", Language.Of) ?? $"{state}";

    /// <summary>The kind of tag.</summary>
    public static string Kind(PayoutRunState? state) =>
        state switch
        {
            null or PayoutRunState.Calculated => "pencil",
            PayoutRunState.Approved => "stamp",
            PayoutRunState.Executing => "ink",
            PayoutRunState.Completed => "ok",
            PayoutRunState.CompletedWithFailures => "warn",
            _ => "bad",
        };

    /// <summary>The glyph, where the kind's own does not fit.</summary>
    public static string? Glyph(PayoutRunState? state) =>
        state switch
        {
            null => "clock",
            PayoutRunState.Executing => "arrow",
            _ => null,
        };
}
