using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Bank statements of the client-money account: take in a file, and those that were taken in.</summary>
[EnableRateLimiting(Limits.Deciding)]
public sealed class BankModel(
    IMediator mediator,
    OutboxDelivery delivery,
    Access access,
    BankSettings bank,
    TimeProvider clock
) : AdminPage("bank", mediator, clock)
{
    private readonly IMediator mediator = mediator;

    [BindProperty]
    public IFormFile? List { get; set; }

    public IReadOnlyList<StatementShown> Statements { get; private set; } = [];

    public async Task OnGet() => Statements = await Ask(new ListStatements());

    public async Task<IActionResult> OnPost()
    {
        var ct = HttpContext.RequestAborted;
        await access.Require(new ListStatements(), ct);
        if (List is null)
            ModelState.AddModelError(nameof(List), BankTexts.admin_file_missing);
        else if (await Take(List, ct) is { } taken)
            return Done(Sentence(taken), "/admin/bank");
        Statements = await Ask(new ListStatements());
        return Page();
    }

    private async Task<StatementsImported?> Take(IFormFile upload, CancellationToken ct)
    {
        try
        {
            await using var stream = upload.OpenReadStream();
            await using var file = await SpooledFile.From(stream, bank.LargestStatementMegabytes * 1024L * 1024, ct);
            return await ImportStatements.Take(file, upload.FileName, mediator, delivery, ct);
        }
        catch (Refused e)
        {
            ModelState.AddModelError(nameof(List), RefusalText.Of(e));
            return null;
        }
    }

    private static string Sentence(StatementsImported taken) =>
        taken.Statements.All(s => s.WasKnown)
            ? BankTexts.admin_was_known
            : BankTexts.admin_taken.With(
                Shown.Count(taken.Statements.Sum(s => s.NewLines)),
                Shown.Count(taken.Statements.Sum(s => s.KnownLines))
            );
}
