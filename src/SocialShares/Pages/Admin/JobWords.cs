using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Names of the machine's parts as people say them; one without a text keeps its own name.</summary>
public static class JobWords
{
    /// <summary>What a job does.</summary>
    public static string Of(string job) => AdminTexts.ResourceManager.GetString($"job.{job}", Language.Of) ?? job;

    /// <summary>What must be resolved before a payout line can be paid.</summary>
    public static string Problem(string? problem) =>
        AdminTexts.ResourceManager.GetString($"problem.{problem}", Language.Of) ?? problem ?? "";

    /// <summary>Where a payout goes.</summary>
    public static string Of(PayoutDestination destination) =>
        AdminTexts.ResourceManager.GetString($"destination.{destination}", Language.Of) ?? $"{destination}";

    /// <summary>The state of a payout line in a word or two.</summary>
    public static string Of(PayoutLineState state) =>
        AdminTexts.ResourceManager.GetString($"line.state.{state}", Language.Of) ?? $"{state}";

    /// <summary>The kind of tag of a payout line.</summary>
    public static string Kind(PayoutLineState state) =>
        state switch
        {
            PayoutLineState.Open => "pencil",
            PayoutLineState.NeedsAttention => "warn",
            PayoutLineState.Carried => "ink",
            _ => "ok",
        };
}
