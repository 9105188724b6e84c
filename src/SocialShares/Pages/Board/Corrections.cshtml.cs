using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Register;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Corrections of the register: propose one, confirm what somebody else proposed.</summary>
public sealed class CorrectionsModel(IMediator mediator, TimeProvider clock) : BoardPage("register", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? EntryNumber { get; set; }

    [BindProperty]
    public string? Units { get; set; }

    [BindProperty]
    public string? ToNumber { get; set; }

    [BindProperty]
    public string? ValidOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    public IReadOnlyList<CorrectionShown> All { get; private set; } = [];

    /// <summary>What a correction is about.</summary>
    public string Line(CorrectionShown c) =>
        string.Format(
            c.ToNumber is null ? BoardTexts.correction_line : BoardTexts.correction_line_to,
            Shown.Count(c.EntryNumber),
            c.HolderName,
            Shown.Count(c.HolderNumber),
            EntryWords.Signed(c.Units),
            Shown.Count(c.ToNumber ?? 0)
        );

    /// <summary>Where it stands.</summary>
    public string State(CorrectionShown c) =>
        c.State switch
        {
            CorrectionState.Confirmed => BoardTexts.correction_state_confirmed,
            CorrectionState.Rejected => BoardTexts.correction_state_rejected,
            _ => BoardTexts.correction_state_proposed,
        };

    public async Task OnGet()
    {
        ValidOn = TypedFields.Write(Today);
        await Read();
    }

    public async Task<IActionResult> OnPostPropose()
    {
        var request = new ProposeCorrection(
            Key,
            EnterpriseId,
            ModelState.Whole(nameof(EntryNumber), EntryNumber),
            SignedUnits(),
            string.IsNullOrWhiteSpace(ToNumber) ? null : ModelState.Whole(nameof(ToNumber), ToNumber),
            ModelState.Day(nameof(ValidOn), ValidOn),
            Reason?.Trim() ?? "",
            Document?.Trim() ?? ""
        );
        if (ModelState.IsValid)
            await Try(request);
        return await Ended(BoardTexts.correction_proposed);
    }

    public async Task<IActionResult> OnPostConfirm(RegisterCorrectionId decided)
    {
        await Try(new ConfirmCorrection(EnterpriseId, decided));
        return await Ended(BoardTexts.correction_confirmed);
    }

    public async Task<IActionResult> OnPostReject(RegisterCorrectionId decided)
    {
        await Try(new RejectCorrection(EnterpriseId, decided));
        return await Ended(BoardTexts.correction_rejected);
    }

    private long SignedUnits()
    {
        var typed = Units?.Trim().Replace('−', '-') ?? "";
        if (long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units))
            return units;
        ModelState.AddModelError(nameof(Units), BoardTexts.correction_units_wrong);
        return 0;
    }

    private async Task<IActionResult> Ended(string said)
    {
        if (ModelState.IsValid)
            return Done(said, $"{Root}/register/corrections");
        await Read();
        return Page();
    }

    private async Task Read() => All = await Ask(new ListCorrections(EnterpriseId));
}
