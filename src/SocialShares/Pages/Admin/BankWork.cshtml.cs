using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Banking;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>What of the bank statements waits for a person: whose money is it, and what is missing.</summary>
public sealed class BankWorkModel(IMediator mediator, TimeProvider clock) : AdminPage("bank", mediator, clock)
{
    private const string Here = "/admin/bank/work-list";

    [BindProperty]
    public Guid LineId { get; set; }

    [BindProperty]
    public Guid StatementId { get; set; }

    [BindProperty]
    public string? ApplicationId { get; set; }

    [BindProperty]
    public int FileNo { get; set; }

    [BindProperty]
    public string? Iban { get; set; }

    [BindProperty]
    public LineMeaning Meaning { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public long Minor { get; set; }

    public WorkList Work { get; private set; } = null!;

    private StatementLineId Line => new(LineId);

    public async Task OnGet() => Work = await Ask(new ListWork());

    public Task<IActionResult> OnPostMatch() =>
        Resolve(new MatchLine(Line, Domain.ApplicationId.TryParse(ApplicationId, out var id) ? id : default));

    public Task<IActionResult> OnPostBack() => Resolve(new SendLineBack(Line, Iban));

    public Task<IActionResult> OnPostFile() => Resolve(new MatchLineToFile(Line, FileNo));

    public Task<IActionResult> OnPostExplain() => Resolve(new ExplainLine(Line, Meaning, Reason ?? ""));

    public Task<IActionResult> OnPostDifference() =>
        Resolve(new ExplainDifference(new StatementId(StatementId), Minor, Reason ?? ""));

    // Fields stand once for each payment, so that what is wrong is said above all of them.
    private async Task<IActionResult> Resolve(IRequest<Unit> command)
    {
        await Try(command, ("applicationId", ""), ("iban", ""), ("fileNo", ""), ("reason", ""), ("minor", ""));
        if (ModelState.IsValid)
            return Done(BankTexts.work_done, Here);
        Work = await Ask(new ListWork());
        return Page();
    }
}
