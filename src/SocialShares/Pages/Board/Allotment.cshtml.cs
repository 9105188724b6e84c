using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Who gets what of one offer: the preview that the board signs, and afterwards what was decided and whether it still holds.</summary>
public sealed class AllotmentModel(IMediator mediator, TimeProvider clock) : BoardPage("offers", mediator, clock)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid OfferId { get; set; }

    /// <summary>Lines before the first that is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    /// <summary>Hash of the inputs that the person saw.</summary>
    [BindProperty]
    public string? Inputs { get; set; }

    public OfferShown Offer { get; private set; } = null!;

    /// <summary>The preview or the outcome; null while the offer is not closed.</summary>
    public AllotmentShown? Allotment { get; private set; }

    /// <summary>What still holds of the outcome; null for a preview.</summary>
    public AllotmentChecked? Checked { get; private set; }

    public IReadOnlyList<AllotmentLineShown> Lines { get; private set; } = [];

    /// <summary>Is there a page after this one?</summary>
    public bool HasMore { get; private set; }

    public int NextSkip => Skip + PageSize;

    /// <summary>May it be signed now?</summary>
    public bool MaySign => Allotment is { Decision: null, WhyNot: null, IsShort: true };

    public string Here => $"{Root}/offers/{OfferId}/allotment";

    public string Api => $"/api/v1/offers/{OfferId}/allotment";

    public async Task OnGet() => await Read();

    public async Task<IActionResult> OnPost()
    {
        var signed = await Try(new ApproveAllotment(Key, new OfferId(OfferId), Inputs ?? ""));
        if (signed is not null)
            return Done(
                string.Format(BoardTexts.allot_signed, Shown.Count(signed.Holdings), Shown.Count(signed.Refunds)),
                Here
            );
        await Read();
        return Page();
    }

    /// <summary>How the last word of a line is drawn.</summary>
    public static (string Kind, string Text) Word(AllotmentLineShown line) =>
        line.AllottedMinor == 0 ? ("bad", BoardTexts.allot_nothing)
        : line.RefundMinor > 0 ? ("warn", BoardTexts.allot_some)
        : ("ok", BoardTexts.allot_all);

    private async Task Read()
    {
        Offer = await Ask(new ReadOffer(OfferId.ToString()));
        if (Offer.Enterprise.Id != EnterpriseId)
            throw new NotThere("offer");
        if (Offer.State is not (OfferState.Closed or OfferState.Allotted or OfferState.Completed))
            return;
        // Offers that were settled before outcomes were stored have none.
        if (Offer.State != OfferState.Closed && Offer.Allotment is null)
            return;
        Allotment = await Ask(new ReadAllotment(Offer.Id));
        if (Allotment.Decision is not null)
            Checked = await Ask(new CheckAllotment(Offer.Id));
        var lines = await Ask(new ListAllotment(Offer.Id, Math.Max(0, Skip), PageSize + 1));
        (Lines, HasMore) = ([.. lines.Take(PageSize)], lines.Count > PageSize);
    }
}
