using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Bonds;
using SocialShares.Features.Holdings;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Record that bonds are to pass to somebody else; the interest that has accrued is shown before.</summary>
public sealed class TransferModel(IMediator mediator, TimeProvider clock) : SeriesPage(mediator, clock)
{
    [BindProperty]
    public string? FromNumber { get; set; }

    [BindProperty]
    public string? Units { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? ToEmail { get; set; }

    /// <summary>What the figures on the page were reckoned for; what is recorded must be the same.</summary>
    [BindProperty]
    public string? Reckoned { get; set; }

    /// <summary>The interest that had accrued; null before it was reckoned.</summary>
    public AccruedInterest? Accrued { get; private set; }

    /// <summary>Were figures changed after the interest was reckoned?</summary>
    public bool HasChanged { get; private set; }

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPostReckon()
    {
        await Read();
        await Reckon(Typed());
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Read();
        var typed = Typed();
        HasChanged = ModelState.IsValid && Reckoned != ToReckon(typed);
        if (!ModelState.IsValid || HasChanged)
        {
            await Reckon(typed);
            return Page();
        }
        var recorded = await Try(typed);
        if (recorded is not null)
            return Done(BoardTexts.transfer_done, Here + "#transfers");
        await Reckon(typed);
        return Page();
    }

    private RecordTransfer Typed() =>
        new(
            Key,
            EnterpriseId,
            null,
            Of.Line.Id,
            ModelState.Whole(nameof(FromNumber), FromNumber),
            ToEmail?.Trim() ?? "",
            ModelState.Whole(nameof(Units), Units),
            Reason?.Trim() ?? "",
            ModelState.Day(nameof(On), On)
        );

    private async Task Reckon(RecordTransfer typed)
    {
        (Accrued, Reckoned) = (null, null);
        ModelState.Remove(nameof(Reckoned));
        if (ModelState.TryGetValue(nameof(On), out var on) && on.Errors.Count > 0)
            return;
        if (typed is not { Units: > 0, On: { } day })
            return;
        Accrued = await Try(new ReadAccruedInterest(Of.Line.Id, day, typed.Units));
        Reckoned = ToReckon(typed);
    }

    private static string ToReckon(RecordTransfer typed) => $"{typed.Units}/{TypedFields.Write(typed.On ?? default)}";
}
