using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Holdings;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>A holder asks to pass shares or bonds on to somebody else.</summary>
[SignedInOnly]
public sealed class PassOnModel(IMediator mediator) : SharesPage(mediator)
{
    /// <summary>The class of shares; null for bonds.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Shares { get; set; }

    /// <summary>The series of bonds; null for shares.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Bonds { get; set; }

    [BindProperty]
    public string? Units { get; set; }

    [BindProperty]
    public string? ToEmail { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public HoldingCard Card { get; private set; } = null!;

    /// <summary>What can be passed on; null where nothing can.</summary>
    public Passable? What { get; private set; }

    public Task OnGetAsync(MemberId memberId) => Load(memberId);

    public async Task<IActionResult> OnPostAsync(MemberId memberId)
    {
        await Load(memberId);
        if (What is null)
            return Page();
        if (!long.TryParse(Units?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var units) || units < 1)
            ModelState.AddModelError(nameof(Units), CitizenTexts.back_number.With(Shown.Count(What.FreeUnits)));
        if (ModelState.IsValid)
            await Try(
                new AskTransfer(
                    Key,
                    memberId,
                    What.IsOfBonds ? null : new ShareClassId(Shares!.Value),
                    What.IsOfBonds ? new BondSeriesId(Bonds!.Value) : null,
                    ToEmail?.Trim() ?? "",
                    units,
                    Reason ?? ""
                )
            );
        return ModelState.IsValid ? Redirect($"/holdings/{memberId}#transfers") : Page();
    }

    private async Task Load(MemberId memberId)
    {
        Card = (await Ask(new ReadHolding(memberId))).Card;
        var choices = await Ask(new ReadHoldingChoices(memberId));
        if (choices.DiedOn is not null)
            return;
        if (
            choices.Shares.FirstOrDefault(s => s.Id.Value == Shares) is { Holding.Transferable: true, FreeUnits: > 0 } s
        )
            What = new Passable(s.Code, s.FreeUnits, false, s.Holding.TransferNeedsApproval);
        else if (Card.Bonds.FirstOrDefault(b => b.SeriesId.Value == Bonds) is { Units: > 0 } b)
            What = new Passable(b.Code, b.Units, true, false);
    }

    /// <summary>What can be passed on.</summary>
    public sealed record Passable(string Code, long FreeUnits, bool IsOfBonds, bool NeedsApproval);
}
