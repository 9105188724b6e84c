using SocialShares.Features.Bonds;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>How a decision to redeem early is said.</summary>
public static class RedeemWords
{
    /// <summary>"20 bonds drawn by lot, to be repaid on 1 March 2031".</summary>
    public static string Of(EarlyRedemptionRow d, DateOnly? dueOn)
    {
        var on = dueOn is { } day ? Shown.Date(day) : "";
        return d.Kind switch
        {
            EarlyRedemptionKind.All => string.Format(BoardTexts.redeem_all, on),
            EarlyRedemptionKind.ByLot => string.Format(BoardTexts.redeem_lot, Shown.Count(d.Units), on),
            _ => string.Format(BoardTexts.redeem_holder, Shown.Count(d.Units), on),
        };
    }
}
