using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SocialShares.Features.Holdings;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Record that shares are to pass to somebody else: by agreement, or because their holder died.</summary>
public sealed class PassSharesModel(IMediator mediator, TimeProvider clock) : BoardPage("requests", mediator, clock)
{
    [BindProperty]
    public string? ShareClass { get; set; }

    [BindProperty]
    public string? FromNumber { get; set; }

    [BindProperty]
    public string? Units { get; set; }

    [BindProperty]
    public string? Cause { get; set; }

    [BindProperty]
    public string? ToEmail { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool WaivesLockIn { get; set; }

    public IEnumerable<SelectListItem> Classes =>
        Enterprise.Classes.Select(c => new SelectListItem(
            string.Format(BoardTexts.draft_class_name, c.Code),
            c.Id.ToString()
        ));

    public void OnGet() => Cause = nameof(TransferCause.Agreement);

    public async Task<IActionResult> OnPost()
    {
        var (number, units) = (
            ModelState.Whole(nameof(FromNumber), FromNumber),
            ModelState.Whole(nameof(Units), Units)
        );
        var isKnown = Enum.TryParse<TransferCause>(Cause, out var cause);
        if (ModelState.IsValid)
            await Try(
                new RecordTransfer(
                    Key,
                    EnterpriseId,
                    ShareClassId.TryParse(ShareClass, out var id) ? id : null,
                    null,
                    number,
                    ToEmail?.Trim() ?? "",
                    units,
                    Reason ?? "",
                    Cause: isKnown ? cause : TransferCause.Agreement,
                    WaivesLockIn: WaivesLockIn
                ),
                ("shareClassId", nameof(ShareClass))
            );
        // The dead confirm nothing.
        var done =
            isKnown && cause != TransferCause.Agreement ? BoardTexts.transfer_done_evidence : BoardTexts.transfer_done;
        return ModelState.IsValid ? Done(done, $"{Root}/requests#transfers") : Page();
    }
}
