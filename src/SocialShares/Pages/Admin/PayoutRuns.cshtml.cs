using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Bonds;
using SocialShares.Features.Governance;
using SocialShares.Features.Payouts;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Declarations that wait for a run, and all runs.</summary>
public sealed class PayoutRunsModel(IMediator mediator, TimeProvider clock) : AdminPage("runs", mediator, clock)
{
    [BindProperty]
    public Guid Declaration { get; set; }

    /// <summary>The series whose payment is calculated.</summary>
    [BindProperty]
    public Guid Series { get; set; }

    [BindProperty]
    public int PeriodNo { get; set; }

    public IReadOnlyList<BondPaymentToCalculate> BondPayments { get; private set; } = [];

    public IReadOnlyList<DeclarationToCalculate> Declarations { get; private set; } = [];

    /// <summary>Enterprises on whose board the reader sits: others calculate for those.</summary>
    public IReadOnlySet<EnterpriseId> Mine { get; private set; } = new HashSet<EnterpriseId>();

    public IReadOnlyList<PayoutRunRow> Runs { get; private set; } = [];

    public Task OnGet() => Read();

    public Task<IActionResult> OnPostCalculate() =>
        Calculated(new CalculatePayoutRun(Key, new DeclarationId(Declaration)));

    public Task<IActionResult> OnPostCalculateBonds() =>
        Calculated(new CalculateBondPayment(Key, new BondSeriesId(Series), PeriodNo));

    private async Task<IActionResult> Calculated(IRequest<PayoutRunCalculated> command)
    {
        var run = await Try(command, ("periodNo", ""));
        if (run is not null)
            return Done(string.Format(AdminTexts.run_calculated, run.Number), $"/admin/payout-runs/{run.Id}");
        await Read();
        return Page();
    }

    private async Task Read()
    {
        Declarations = await Ask(new ListDeclarationsToCalculate());
        BondPayments = await Ask(new ListBondPaymentsToCalculate());
        Mine = (await Ask(new ListMyEnterprises())).Select(e => e.Id).ToHashSet();
        Runs = await Ask(new ListPayoutRuns());
    }
}
