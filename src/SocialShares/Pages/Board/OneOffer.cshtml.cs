using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>One offer: rewrite the draft, add its document, submit it, withdraw it, follow its applications.</summary>
[EnableRateLimiting(Limits.Buying)]
public sealed partial class OneOfferModel(IMediator mediator, TimeProvider clock) : BoardPage("offers", mediator, clock)
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public Guid OfferId { get; set; }

    /// <summary>The version of the draft that the person read.</summary>
    [BindProperty]
    public int ReadVersion { get; set; }

    [BindProperty]
    public OfferForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Document { get; set; }

    /// <summary>Only applications in this state.</summary>
    [BindProperty(SupportsGet = true)]
    public ApplicationState? State { get; set; }

    /// <summary>The last application of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public OfferShown Offer { get; private set; } = null!;

    public IReadOnlyList<ApplicationLine> Applications { get; private set; } = [];

    /// <summary>Is there a page after this one?</summary>
    public bool HasMore { get; private set; }

    /// <summary>What one bond of each series pays; empty for shares.</summary>
    public IReadOnlyList<PromisedSeries> Promised { get; private set; } = [];

    public bool IsDraft => Offer.State == OfferState.Draft;

    /// <summary>What still keeps the draft from review.</summary>
    public Readiness Readiness => Readiness.Of(Offer, Enterprise, Today);

    /// <summary>Why an administrator sent it back; null when none did, or it was submitted again.</summary>
    public StepShown? Returned => IsDraft && Offer.Steps is [.., { Note: not null } last] ? last : null;

    public bool MayCancel => Offer.State is OfferState.Draft or OfferState.InReview or OfferState.Approved;

    private string Here => $"{Root}/offers/{OfferId}";

    public async Task OnGet()
    {
        await Read();
        Form = OfferForm.From(Offer);
        ReadVersion = Offer.Version;
        await Show();
    }

    public async Task<IActionResult> OnPostSave()
    {
        await Read();
        Form.RequireStory(ModelState);
        Form.IsOfBonds = Offer.IsOfBonds; // what a draft sells never changes
        Form.Bond.WithEmptyRows();
        Form.Who.WithEmptyRows();
        var terms = Form.Terms(ModelState);
        var tranches = Form.Tranches(ModelState, Currency, terms);
        if (ModelState.IsValid)
            await Try(
                new ReviseOffer(
                    Offer.Id,
                    ReadVersion,
                    Form.Title ?? "",
                    Form.Purpose ?? "",
                    terms,
                    tranches,
                    Form.RulePack
                ),
                Form.FieldsTyped
            );
        return await Ended(BoardTexts.draft_saved, keepForm: true);
    }

    public async Task<IActionResult> OnPostUpload()
    {
        await Read();
        if (Document is null)
            ModelState.AddModelError(nameof(Document), BoardTexts.document_choose);
        else
        {
            await using var stream = Document.OpenReadStream();
            var content = await UploadOfferDocument.Read(stream, HttpContext.RequestAborted);
            await Try(
                new UploadOfferDocument(Key, Offer.Id, Document.FileName, content),
                ("fileName", nameof(Document))
            );
        }
        return await Ended(BoardTexts.document_stored);
    }

    public async Task<IActionResult> OnPostSubmit()
    {
        await Read();
        await Try(new SubmitOffer(Offer.Id), OfferForm.Fields);
        return await Ended(BoardTexts.submit_done);
    }

    public async Task<IActionResult> OnPostCancel()
    {
        await Read();
        await Try(new CancelOffer(Offer.Id));
        return await Ended(BoardTexts.cancel_done);
    }

    private async Task<IActionResult> Ended(string said, bool keepForm = false)
    {
        if (ModelState.IsValid)
            return Done(said, Here);
        if (!keepForm)
            (Form, ReadVersion) = (OfferForm.From(Offer), Offer.Version);
        await Show();
        return Page();
    }

    // An offer of another enterprise is not on this board, even where the public may read it.
    private async Task Read()
    {
        Offer = await Ask(new ReadOffer(OfferId.ToString()));
        if (Offer.Enterprise.Id != EnterpriseId)
            throw new NotThere("offer");
    }

    private async Task Show()
    {
        (Form.Of, Form.SettledClass) = (Enterprise, Offer.ShareClass);
        if (IsDraft)
            Form.Rules = RuleChoices.Of(await Ask(new ListRulePacks()), Enterprise.Profile.Country, Offer.IsOfBonds);
        Promised = await PromisedSeries.Of(Offer, Ask);
        Versions = await Ask(new ListOfferDocuments(Offer.Id));
        Approvals = IsDraft ? await Ask(new ListMembersApprovals(Offer.Id)) : [];
        ApplicationId? after = After is { } id ? new ApplicationId(id) : null;
        var lines = await Ask(new ListApplications(Offer.Id, State, after, PageSize + 1));
        (Applications, HasMore) = ([.. lines.Take(PageSize)], lines.Count > PageSize);
    }
}

/// <summary>What a draft needs before it can be reviewed.</summary>
/// <param name="HasDocument">Is the offer document there?</param>
/// <param name="HasPaymentAccount">Can money reach the enterprise?</param>
/// <param name="ClosesLater">Is its last day still to come?</param>
public sealed record Readiness(bool HasDocument, bool HasPaymentAccount, bool ClosesLater)
{
    public bool IsReady => HasDocument && HasPaymentAccount && ClosesLater;

    public static Readiness Of(OfferShown offer, Features.Governance.EnterpriseAccounts enterprise, DateOnly today) =>
        new(
            offer.Document is not null,
            enterprise.HasPaymentAccount,
            offer.Terms.ClosesOn is not { } last || last > today
        );
}
