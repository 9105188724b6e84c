using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Entries of the register in words.</summary>
public static class EntryWords
{
    /// <summary>What happened. A kind that has no words of its own is still shown.</summary>
    public static string Of(EntryKind kind)
    {
        var key = $"entry.{kind.ToString().ToLowerInvariant()}";
        return BoardTexts.ResourceManager.GetString(key, Language.Of) ?? BoardTexts.entry_other;
    }

    /// <summary>Units with their sign.</summary>
    public static string Signed(long units) => $"{(units < 0 ? '−' : '+')}{Shown.Count(Math.Abs(units))}";
}
