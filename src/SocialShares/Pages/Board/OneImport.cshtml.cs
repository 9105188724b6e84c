using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Import;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>A column of the list as its board says what it holds.</summary>
public sealed class ImportColumnForm
{
    public string Header { get; set; } = "";

    /// <summary>Name of an <see cref="ImportField"/>; empty: nothing that is taken over.</summary>
    public string? Field { get; set; }
}

/// <summary>One list: what is wrong with it, what would be written, and the confirmation by a second person.</summary>
[EnableRateLimiting(Limits.Deciding)]
public sealed class OneImportModel(IMediator mediator, TimeProvider clock, Caller caller)
    : BoardPage("register", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid ImportId { get; set; }

    /// <summary>The last problem of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    [BindProperty]
    public string? Sha256 { get; set; }

    /// <summary>Version of the import that the reader looked at.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<ImportColumnForm> Columns { get; set; } = [];

    public ImportRead Read { get; private set; } = null!;

    /// <summary>Did the reader upload it, or say what its columns hold? Then somebody else confirms.</summary>
    public bool IsMine =>
        Read.Import.UploadedById == caller.PersonId
        || (Read.Import.MappedById is { } mapped && mapped == caller.PersonId);

    public string Here => $"{Root}/import/{ImportId}";

    /// <summary>What the shares come to, minor units; null while the class is not known any more.</summary>
    public long? Capital =>
        Enterprise.Classes.FirstOrDefault(c => c.Code == Read.Import.ClassCode)?.ParValueMinor * Read.Import.Units;

    /// <summary>What a column holds, in words.</summary>
    public static string Holds(ImportColumn column) =>
        column.Field is { } field ? ImportWords.Field(field) : BoardTexts.import_columns_nothing;

    /// <summary>What a column can hold.</summary>
    public static IReadOnlyList<SelectListItem> Fields =>
        [
            new(BoardTexts.import_columns_nothing, ""),
            .. Enum.GetValues<ImportField>().Select(f => new SelectListItem(ImportWords.Field(f), f.ToString())),
        ];

    private RegisterImportId Id => new(ImportId);

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPostConfirm()
    {
        await Try(new ConfirmImport(EnterpriseId, Id, Sha256 ?? "", Version), ("sha256", ""), ("version", ""));
        return await Ended(BoardTexts.import_confirmed);
    }

    public async Task<IActionResult> OnPostWithdraw()
    {
        await Try(new WithdrawImport(EnterpriseId, Id));
        return await Ended(BoardTexts.import_withdrawn);
    }

    public async Task<IActionResult> OnPostColumns()
    {
        var said = Columns.ConvertAll(c => new ImportColumn(
            c.Header ?? "",
            Enum.TryParse<ImportField>(c.Field, out var field) ? field : null
        ));
        await Try(new MapImportColumns(EnterpriseId, Id, said));
        return ModelState.IsValid ? Redirect(Here) : await Ended("");
    }

    private async Task<IActionResult> Ended(string said)
    {
        if (ModelState.IsValid)
            return Done(said, Here);
        await Show();
        return Page();
    }

    private async Task Show()
    {
        Read = await Ask(new ReadImport(EnterpriseId, Id, Math.Clamp(After, 0, ImportCheck.MostKept)));
        Columns =
        [
            .. Read.Columns.Select(c => new ImportColumnForm { Header = c.Header, Field = c.Field?.ToString() ?? "" }),
        ];
    }
}
