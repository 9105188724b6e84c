using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>What a board may still change once its offer was approved: the last day, and the document.</summary>
public sealed partial class OneOfferModel
{
    /// <summary>The last day that the board names.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>Day on which the members approved the draft.</summary>
    [BindProperty]
    public string? ApprovedOn { get; set; }

    /// <summary>The minutes of that decision.</summary>
    [BindProperty]
    public IFormFile? Minutes { get; set; }

    /// <summary>All versions of the document, the newest first.</summary>
    public IReadOnlyList<DocumentVersionShown> Versions { get; private set; } = [];

    /// <summary>Approvals of the members that were recorded.</summary>
    public IReadOnlyList<ApprovalShown> Approvals { get; private set; } = [];

    /// <summary>What can be done with the last day now.</summary>
    public WindowChange Change =>
        (Offer.State, Offer.Terms.Kind) switch
        {
            (OfferState.Open, OfferKind.Open) => WindowChange.End,
            (OfferState.Open, _) when Offer.Terms.Extendable && !WasExtended => WindowChange.Extend,
            (OfferState.Closed, not OfferKind.Open) when MayReopen => WindowChange.Reopen,
            _ => WindowChange.None,
        };

    /// <summary>Each day that the board set later: by whom, and when.</summary>
    public IEnumerable<StepShown> Moved => Offer.Steps.Where(s => s.ClosesOn is not null);

    /// <summary>May a changed document be uploaded?</summary>
    public bool MayChangeDocument =>
        Offer.State is OfferState.Approved or OfferState.Open or OfferState.Closed
        && Versions.All(v => !v.AwaitsReview);

    private bool WasExtended => Offer.Steps.Any(s => s is { State: OfferState.Open, ClosesOn: not null });

    private bool MayReopen =>
        Offer.UnitsReserved < Offer.UnitsOffered
        && Offer.Raised.FirmMinor + Offer.Raised.CancellableMinor >= Math.Max(1, Offer.Terms.MinimumTargetMinor);

    public Task<IActionResult> OnPostExtend() => Move(d => Try(new ExtendOffer(Offer.Id, d), DayFields));

    public Task<IActionResult> OnPostReopen() => Move(d => Try(new ReopenOffer(Offer.Id, d), DayFields));

    public Task<IActionResult> OnPostEnd() => Move(d => Try(new EndOffer(Offer.Id, d), DayFields));

    public async Task<IActionResult> OnPostApproval()
    {
        await Read();
        var day = ModelState.Day(nameof(ApprovedOn), ApprovedOn);
        if (Minutes is null)
            ModelState.AddModelError(nameof(Minutes), BoardTexts.document_choose);
        else if (ModelState.IsValid)
        {
            await using var stream = Minutes.OpenReadStream();
            var content = await UploadOfferDocument.Read(stream, HttpContext.RequestAborted);
            var record = new RecordMembersApproval(Key, Offer.Id, day, Minutes.FileName, content);
            await Try(record, ("document", nameof(Minutes)), ("fileName", nameof(Minutes)));
        }
        return await Ended(BoardTexts.approval_stored);
    }

    private static readonly (string Api, string Page)[] DayFields = [("closesOn", nameof(LastDay))];

    private async Task<IActionResult> Move(Func<DateOnly, Task<MediatR.Unit>> send)
    {
        await Read();
        var day = ModelState.Day(nameof(LastDay), LastDay);
        if (ModelState.IsValid)
            await send(day);
        return await Ended(string.Format(BoardTexts.window_done, Shown.Date(day)));
    }
}

/// <summary>What a board may do with the last day of its offer.</summary>
public enum WindowChange
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Sell longer.</summary>
    Extend,

    /// <summary>Open again after closing.</summary>
    Reopen,

    /// <summary>Name the last day of an open offer.</summary>
    End,
}
