namespace SocialShares.Domain;

/// <summary>
/// What a holder of shares of a class may do with them later, as the rule book says: pass them on, ask the money back.
/// Source: uk.coop Community Shares Handbook (withdrawable shares); domain.md 4.
/// </summary>
/// <param name="Transferable">May they pass to somebody else by agreement? On death they always may.</param>
/// <param name="TransferNeedsApproval">Must the board approve such a transfer?</param>
/// <param name="Withdrawable">May a holder ask the money back?</param>
/// <param name="NoticeWeeks">Weeks between the request and the earliest day of payment, 0 to 104.</param>
/// <param name="LockInYears">Whole years from the day a share came to its holder in which it stays, 0 to 10.</param>
/// <param name="MaximumPerYearPpm">The most of the class that is paid back in a calendar year, parts per million; a million
/// is no limit.</param>
/// <param name="BoardMaySuspend">May the board suspend withdrawals of the class?</param>
/// <param name="SuspendAtPpm">Only once this much of the class was paid back or approved in the year, parts per million; 0: at
/// any time.</param>
/// <param name="BoardMayWriteDown">May the board lower the value of all shares of the class?</param>
public sealed record HoldingTerms(
    bool Transferable,
    bool TransferNeedsApproval,
    bool Withdrawable,
    int NoticeWeeks,
    int LockInYears,
    int MaximumPerYearPpm,
    bool BoardMaySuspend,
    int SuspendAtPpm,
    bool BoardMayWriteDown
)
{
    /// <summary>
    /// What a class has where nothing else was said, as British community shares usually are: not transferable,
    /// withdrawable after three years with a quarter's notice, a tenth of the class a year.
    /// </summary>
    public static readonly HoldingTerms Usual = new(false, true, true, 13, 3, 100_000, true, 0, true);

    /// <summary>Refuses figures outside their range, naming the field.</summary>
    /// <exception cref="Refused"><c>class.notice</c>, <c>class.lock-in</c>, <c>class.maximum-per-year</c>,
    /// <c>class.suspend-at</c>.</exception>
    public HoldingTerms Check()
    {
        Terms.Require(NoticeWeeks is >= 0 and <= 104, "class.notice", "noticeWeeks");
        Terms.Require(LockInYears is >= 0 and <= 10, "class.lock-in", "lockInYears");
        Terms.Require(MaximumPerYearPpm is > 0 and <= Rate.Whole, "class.maximum-per-year", "maximumPerYearPpm");
        Terms.Require(SuspendAtPpm is >= 0 and <= Rate.Whole, "class.suspend-at", "suspendAtPpm");
        return this;
    }
}
