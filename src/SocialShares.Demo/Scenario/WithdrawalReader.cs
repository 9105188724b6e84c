namespace SocialShares.Demo.Scenario;

/// <summary>Reads what holders of published shares may do with them later, and notes whatever it has to assume.</summary>
internal sealed class WithdrawalReader(Fields fields, List<string> notes)
{
    private static readonly string[] Known =
    [
        "noticeWeeks",
        "lockYears",
        "boardMaySuspendWhenPercentWithdrawnInYear",
        "boardMayWriteDown",
    ];

    /// <summary>What is usual, changed by what the terms say; shares may pass on, so that the run can show it.</summary>
    /// <exception cref="CannotExpress">A field is wrong.</exception>
    public HoldingTerms Read()
    {
        var usual = HoldingTerms.Usual with { Transferable = true };
        notes.Add("the terms say nothing about transfers: assumed allowed, with the board's approval");
        if (!fields.Names.Contains("withdrawal"))
        {
            notes.Add(
                "the terms say nothing about withdrawals: assumed after 3 years, with 13 weeks of notice, a tenth of the class a year"
            );
            return usual;
        }
        var said = fields.Inner("withdrawal", Known);
        var suspendAt = said.Ppm("boardMaySuspendWhenPercentWithdrawnInYear");
        return usual with
        {
            NoticeWeeks = (int)(said.Number("noticeWeeks") ?? 0),
            LockInYears = (int)(said.Number("lockYears") ?? 0),
            // What makes the board stop is no limit by itself.
            MaximumPerYearPpm = suspendAt is null ? usual.MaximumPerYearPpm : Rate.Whole,
            BoardMaySuspend = suspendAt is not null,
            SuspendAtPpm = suspendAt ?? 0,
            BoardMayWriteDown = said.Flag("boardMayWriteDown"),
        };
    }
}
