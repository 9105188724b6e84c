using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SocialShares.Pages.Board;

/// <summary>What holders of a new class may do with their shares later, as its board types it.</summary>
public sealed class HoldingForm
{
    private const string At = "Form.Holding.";

    /// <summary>How the fields of the requests are called on the page.</summary>
    public static readonly (string Api, string Page)[] Fields =
    [
        ("noticeWeeks", At + nameof(NoticeWeeks)),
        ("lockInYears", At + nameof(LockInYears)),
        ("maximumPerYearPpm", At + nameof(MaximumPerYear)),
        ("suspendAtPpm", At + nameof(SuspendAt)),
    ];

    public bool Withdrawable { get; set; }
    public string? NoticeWeeks { get; set; }
    public string? LockInYears { get; set; }
    public string? MaximumPerYear { get; set; }
    public bool BoardMaySuspend { get; set; }
    public string? SuspendAt { get; set; }
    public bool Transferable { get; set; }
    public bool TransferNeedsApproval { get; set; }
    public bool BoardMayWriteDown { get; set; }

    /// <summary>A new class begins with what is usual.</summary>
    public static HoldingForm Blank()
    {
        var usual = HoldingTerms.Usual;
        return new HoldingForm
        {
            Withdrawable = usual.Withdrawable,
            NoticeWeeks = $"{usual.NoticeWeeks}",
            LockInYears = $"{usual.LockInYears}",
            MaximumPerYear = $"{usual.MaximumPerYearPpm / Rate.PpmPerPercent}",
            BoardMaySuspend = usual.BoardMaySuspend,
            SuspendAt = "",
            Transferable = usual.Transferable,
            TransferNeedsApproval = usual.TransferNeedsApproval,
            BoardMayWriteDown = usual.BoardMayWriteDown,
        };
    }

    /// <summary>As typed; what cannot be read is an error of its field.</summary>
    public HoldingTerms Read(ModelStateDictionary state) =>
        new(
            Transferable,
            TransferNeedsApproval,
            Withdrawable,
            state.Whole(At + nameof(NoticeWeeks), NoticeWeeks),
            state.Whole(At + nameof(LockInYears), LockInYears),
            state.Percent(At + nameof(MaximumPerYear), MaximumPerYear),
            BoardMaySuspend,
            string.IsNullOrWhiteSpace(SuspendAt) ? 0 : state.Percent(At + nameof(SuspendAt), SuspendAt),
            BoardMayWriteDown
        );
}
