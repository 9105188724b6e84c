using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Payouts;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Declarations that wait for a run, and all runs.</summary>
public sealed class PayoutRunsModel(IMediator mediator, TimeProvider clock) : AdminPage("runs", mediator, clock)
{
    [BindProperty]
    public Guid Declaration { get; set; }

    public IReadOnlyList<DeclarationToCalculate> Declarations { get; private set; } = [];

    public IReadOnlyList<PayoutRunRow> Runs { get; private set; } = [];

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPostCalculate()
    {
        var run = await Try(new CalculatePayoutRun(Key, new DeclarationId(Declaration)));
        if (run is not null)
            return Done(string.Format(AdminTexts.run_calculated, run.Number), $"/admin/payout-runs/{run.Id}");
        await Read();
        return Page();
    }

    private async Task Read()
    {
        Declarations = await Ask(new ListDeclarationsToCalculate());
        Runs = await Ask(new ListPayoutRuns());
    }
}
