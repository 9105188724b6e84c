using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Community;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>The board writes to those who take part in an offer, or to everyone.</summary>
public sealed class UpdatesModel(IMediator mediator, TimeProvider clock) : OfferPage(mediator, clock)
{
    private static readonly (string Api, string Page)[] Fields = [("title", nameof(Title)), ("text", nameof(Text))];

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public UpdateAudience Audience { get; set; }

    [BindProperty]
    public bool IsLegal { get; set; }

    /// <summary>The text as it will look; null when nobody asked.</summary>
    public Markup? Preview { get; private set; }

    public IReadOnlyList<UpdateShown> Before { get; private set; } = [];

    public async Task OnGet() => await Read();

    public async Task<IActionResult> OnPostPreview()
    {
        await Read();
        Preview = LetterText.Of(Text ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Read();
        var letter = new UpdateLetter(Title?.Trim() ?? "", Text?.Trim() ?? "", Audience, IsLegal);
        var published = await Try(new PublishUpdate(Key, Offer.Id, letter), Fields);
        return published is null
            ? Page()
            : Done(CommunityTexts.board_update_done.With(Shown.Count(published.Mails)), $"{OfferRoot}/updates");
    }

    private async Task Read()
    {
        await ReadOffer();
        Before = await Ask(new ListUpdates(Offer.Id, ListUpdates.Most));
    }
}
