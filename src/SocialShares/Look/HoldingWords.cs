using SocialShares.Resources;

namespace SocialShares.Look;

/// <summary>What holders may do with shares of a class later, in plain sentences.</summary>
public static class HoldingWords
{
    /// <summary>One sentence a rule, the one that people ask first in front.</summary>
    public static IEnumerable<string> Of(HoldingTerms terms)
    {
        if (terms.Withdrawable)
        {
            yield return (terms.LockInYears > 0, terms.NoticeWeeks > 0) switch
            {
                (true, true) => CommonTexts.terms_lock.With(terms.LockInYears, terms.NoticeWeeks),
                (true, false) => CommonTexts.terms_lock_any.With(terms.LockInYears),
                (false, true) => CommonTexts.terms_notice.With(terms.NoticeWeeks),
                _ => CommonTexts.terms_any,
            };
            yield return CommonTexts.terms_board;
            if (terms.MaximumPerYearPpm < Rate.Whole)
                yield return CommonTexts.terms_year.With(Shown.Percent(terms.MaximumPerYearPpm));
            if (terms.BoardMaySuspend)
                yield return terms.SuspendAtPpm > 0
                    ? CommonTexts.terms_suspend_at.With(Shown.Percent(terms.SuspendAtPpm))
                    : CommonTexts.terms_suspend;
        }
        else
            yield return CommonTexts.terms_kept;
        yield return !terms.Transferable ? CommonTexts.terms_not_transferable
        : terms.TransferNeedsApproval ? CommonTexts.terms_transferable_board
        : CommonTexts.terms_transferable;
        if (terms.BoardMayWriteDown)
            yield return CommonTexts.terms_write_down;
    }

    /// <summary>The state of a transfer in a few words.</summary>
    public static string Of(TransferState state) =>
        CommonTexts.ResourceManager.GetString($"transfer.state.{state}", Language.Of) ?? $"{state}";

    /// <summary>The state of a request to be paid back.</summary>
    public static string Of(WithdrawalState state) =>
        CommonTexts.ResourceManager.GetString($"withdrawal.state.{state}", Language.Of) ?? $"{state}";

    /// <summary>The kind of tag for a state.</summary>
    public static string Kind(TransferState state) =>
        state switch
        {
            TransferState.Done => "ok",
            TransferState.Declined or TransferState.TakenBack => "bad",
            _ => "pencil",
        };

    /// <summary>The kind of tag for a state.</summary>
    public static string Kind(WithdrawalState state) =>
        state switch
        {
            WithdrawalState.Paid => "ok",
            WithdrawalState.Approved => "stamp",
            WithdrawalState.Declined or WithdrawalState.TakenBack => "bad",
            _ => "pencil",
        };
}
