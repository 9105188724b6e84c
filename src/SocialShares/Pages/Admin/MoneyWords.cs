using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Payments, refunds and differences in the words of pages.</summary>
public static class MoneyWords
{
    /// <summary>How was paid.</summary>
    public static string Method(string method) => Text($"method.{method}") ?? method;

    /// <summary>Where a refund stands.</summary>
    public static string Of(RefundState state) => Text($"refund.{state}") ?? $"{state}";

    /// <summary>The kind of tag of a refund.</summary>
    public static string Kind(RefundState state) =>
        state switch
        {
            RefundState.Done => "ok",
            RefundState.Failed => "bad",
            _ => "pencil",
        };

    /// <summary>Why money went back.</summary>
    public static string Reason(string reason) => Text($"reason.{reason}") ?? reason;

    /// <summary>What differs.</summary>
    public static string Of(DifferenceKind kind) => Text($"difference.kind.{kind}") ?? $"{kind}";

    /// <summary>What to do about it.</summary>
    public static string Help(DifferenceKind kind) => Text($"difference.help.{kind}") ?? "";

    /// <summary>Where a difference stands.</summary>
    public static string Of(DifferenceState state) => Text($"difference.state.{state}") ?? $"{state}";

    /// <summary>The kind of tag of a difference.</summary>
    public static string Kind(DifferenceState state) =>
        state switch
        {
            DifferenceState.Open => "bad",
            DifferenceState.Explained => "stamp",
            _ => "ok",
        };

    private static string? Text(string key) => MoneyTexts.ResourceManager.GetString(key, Language.Of);
}
