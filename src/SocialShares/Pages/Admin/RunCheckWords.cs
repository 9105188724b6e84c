using SocialShares.Features.Payouts;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>How a check of a payout run is said: what must agree, and the two figures.</summary>
public static class RunCheckWords
{
    private static readonly string[] InMoney = ["lines-add-up", "bank-files-add-up", "as-the-terms-say"];

    /// <summary>What must agree, as a sentence.</summary>
    public static string Title(PayoutCheck check, bool isOfBonds) =>
        (isOfBonds ? Text(check, "bonds.title") : null) ?? Text(check, "title") ?? check.Code;

    /// <summary>The figures, or why there are none yet.</summary>
    public static string Figures(PayoutCheck check, Currency currency, bool isOfBonds)
    {
        if (check.Holds is null)
            return Text(check, "wait") ?? "";
        string Figure(long? figure) =>
            InMoney.Contains(check.Code) ? Shown.Money(figure ?? 0, currency) : Shown.Count(figure ?? 0);
        var text = (isOfBonds ? Text(check, "bonds.text") : null) ?? Text(check, "text") ?? "";
        return string.Format(text, Figure(check.Left), Figure(check.Right));
    }

    private static string? Text(PayoutCheck check, string part) =>
        AdminTexts.ResourceManager.GetString($"runcheck.{check.Code}.{part}", Language.Of);
}
