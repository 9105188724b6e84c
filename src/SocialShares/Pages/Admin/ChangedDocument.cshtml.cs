using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Read a changed offer document beside the one in force, and publish it or send it back.</summary>
public sealed class ChangedDocumentModel(IMediator mediator, TimeProvider clock) : AdminPage("today", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid OfferId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public OfferShown Offer { get; private set; } = null!;

    public DocumentVersionShown Shown { get; private set; } = null!;

    /// <summary>I uploaded it, so somebody else must decide.</summary>
    public bool ByMe { get; private set; }

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPostPublish()
    {
        await Read();
        await Try(new PublishOfferDocument(Offer.Id, Version));
        return ModelState.IsValid ? Done(string.Format(AdminTexts.document_published, Offer.Title), "/admin") : Page();
    }

    public async Task<IActionResult> OnPostReturn()
    {
        await Read();
        await Try(new ReturnOfferDocument(Offer.Id, Version, Reason ?? ""));
        return ModelState.IsValid ? Done(string.Format(AdminTexts.document_returned, Offer.Title), "/admin") : Page();
    }

    private async Task Read()
    {
        Offer = await Ask(new ReadOffer(OfferId.ToString()));
        var versions = await Ask(new ListOfferDocuments(Offer.Id));
        Shown = versions.FirstOrDefault(v => v.Version == Version) ?? throw new NotThere("document");
        ByMe = (await Ask(new ListDocumentsToReview())).Any(d =>
            d.OfferId == Offer.Id && d.Version == Version && d.ByMe
        );
    }
}
