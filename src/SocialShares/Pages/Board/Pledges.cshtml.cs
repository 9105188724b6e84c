using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Community;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Who would take part, asked before the offer opens.</summary>
public sealed class PledgesModel(IMediator mediator, TimeProvider clock) : OfferPage(mediator, clock)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    /// <summary>The round; null while there is none.</summary>
    public PledgeRoundShown? Round { get; private set; }

    public IReadOnlyList<PledgeLine> Lines { get; private set; } = [];

    public bool HasMore { get; private set; }

    public bool MayOpen => Offer.State is OfferState.Draft or OfferState.InReview or OfferState.Approved;

    public async Task OnGet() => await Read();

    public async Task<IActionResult> OnPostOpen()
    {
        await Read();
        await Try(new OpenPledgeRound(Offer.Id));
        return Ended(CommunityTexts.board_pledges_opened);
    }

    public async Task<IActionResult> OnPostClose()
    {
        await Read();
        await Try(new ClosePledgeRound(Offer.Id));
        return Ended(CommunityTexts.board_pledges_ended);
    }

    private IActionResult Ended(string said) => ModelState.IsValid ? Done(said, $"{OfferRoot}/pledges") : Page();

    private async Task Read()
    {
        await ReadOffer();
        try
        {
            Round = await Ask(new ReadPledgeRound(OfferId.ToString()));
        }
        catch (NotThere)
        {
            return;
        }
        var lines = await Ask(new ListPledges(Offer.Id, Math.Clamp(Skip, 0, 1_000_000), PageSize + 1));
        (Lines, HasMore) = ([.. lines.Take(PageSize)], lines.Count > PageSize);
    }
}
