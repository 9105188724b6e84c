using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Governance;
using SocialShares.Features.Import;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Upload the list of members that the society keeps today; the lists uploaded before.</summary>
[EnableRateLimiting(Limits.Deciding)]
public sealed class ImportModel(IMediator mediator, TimeProvider clock) : BoardPage("register", mediator, clock)
{
    [BindProperty]
    public IFormFile? List { get; set; }

    [BindProperty]
    public string? Class { get; set; }

    [BindProperty]
    public string? Par { get; set; }

    [BindProperty]
    public string? Cap { get; set; }

    [BindProperty]
    public string? StartsAfterYears { get; set; }

    [BindProperty]
    public bool MayReinvest { get; set; }

    [BindProperty]
    public string? Total { get; set; }

    [BindProperty]
    public string? FoundedOn { get; set; }

    [BindProperty]
    public string? Minimum { get; set; }

    [BindProperty]
    public string? Maximum { get; set; }

    [BindProperty]
    public bool HasGaps { get; set; }

    [BindProperty]
    public bool WithCertificates { get; set; }

    public IReadOnlyList<ImportShown> Imports { get; private set; } = [];

    public async Task OnGet()
    {
        Class = Enterprise.Classes.Count > 0 ? Enterprise.Classes[0].Id.ToString() : null;
        await Show();
    }

    public async Task<IActionResult> OnPost()
    {
        var limits = new ImportLimits(
            ModelState.Whole(nameof(Total), Bare(Total)),
            ModelState.Day(nameof(FoundedOn), FoundedOn),
            Some(nameof(Minimum), Minimum),
            Some(nameof(Maximum), Maximum),
            HasGaps
        );
        if (List is null)
            ModelState.AddModelError(nameof(List), BoardTexts.import_file_choose);
        var shareClass = await ClassOf();
        if (ModelState.IsValid && shareClass is { } id && await Upload(id, limits) is { } uploaded)
            return Redirect($"{Root}/import/{uploaded.Id}");
        await ReadAgain(EnterpriseId);
        await Show();
        return Page();
    }

    private async Task<ImportShown?> Upload(ShareClassId shareClass, ImportLimits limits)
    {
        await using var stream = List!.OpenReadStream();
        var content = await UploadRegister.Read(stream, HttpContext.RequestAborted);
        try
        {
            return await Try(
                new UploadRegister(Key, EnterpriseId, shareClass, List.FileName, content, limits, WithCertificates),
                ("file", nameof(List)),
                ("fileName", nameof(List)),
                ("totalUnits", nameof(Total)),
                ("minimumUnits", nameof(Minimum)),
                ("maximumUnits", nameof(Maximum)),
                ("shareClassId", nameof(Class))
            );
        }
        catch (Malformed e)
        {
            ModelState.AddModelError(nameof(List), RefusalText.Of(e.Code));
            return null;
        }
    }

    // The one that was chosen; a society that has never issued shares here describes its class first.
    private async Task<ShareClassId?> ClassOf()
    {
        if (Enterprise.Classes.Count > 0)
            return ShareClassId.TryParse(Class, out var id) ? id : Enterprise.Classes[0].Id;
        var terms = new ShareTerms(
            ModelState.Money(nameof(Par), Par),
            Currency,
            ModelState.Percent(nameof(Cap), Cap),
            ModelState.Whole(nameof(StartsAfterYears), StartsAfterYears),
            MayReinvest
        );
        if (!ModelState.IsValid)
            return null;
        // Its key follows from the form's: sent again, the same class.
        var key = Domain.RegisterImportId.From(Key).OfRow(0, "class");
        var defined = await Try(
            new DefineShareClass(key, EnterpriseId, terms),
            ("parValueMinor", nameof(Par)),
            ("interestCapPpm", nameof(Cap)),
            ("interestStartsAfterYears", nameof(StartsAfterYears))
        );
        return defined?.Id;
    }

    private async Task Show() => Imports = await Ask(new ListImports(EnterpriseId));

    private long? Some(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : ModelState.Whole(field, Bare(text));

    // 12.500 and 12,500 are twelve thousand and a half: shares are whole.
    private static string? Bare(string? text) =>
        text is not null && ImportNumber.TryRead(text, out var read) && read.Whole is { } whole
            ? whole.ToString(CultureInfo.InvariantCulture)
            : text;
}
