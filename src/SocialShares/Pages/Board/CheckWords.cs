using SocialShares.Features.Ledger;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>How a check of the books is said: what must agree, and the two figures.</summary>
public static class CheckWords
{
    /// <summary>What must agree, as a sentence.</summary>
    public static string Title(BookCheck check) =>
        BoardTexts.ResourceManager.GetString($"check.{check.Code}.title", Language.Of) ?? check.Code;

    /// <summary>The two figures in a sentence; for a check without an answer, that there is none.</summary>
    public static string Figures(BookCheck check)
    {
        if (check.Holds is null)
            return BoardTexts.check_unknown;
        var text = BoardTexts.ResourceManager.GetString($"check.{check.Code}.text", Language.Of) ?? "{0}, {1}";
        return string.Format(text, Shown.Money(check.Left), Shown.Money(check.Right));
    }
}
