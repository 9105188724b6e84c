using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Governance;
using SocialShares.Features.Payouts;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>One payout run: who did what, how far it is, whether it adds up, what needs a person.</summary>
public sealed class OneRunModel(IMediator mediator, TimeProvider clock, Caller caller)
    : AdminPage("runs", mediator, clock)
{
    private const int Samples = 5;
    private const int MostProblems = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The line that the administrator resolves.</summary>
    [BindProperty]
    public int No { get; set; }

    public PayoutRunRead Run { get; private set; } = null!;

    public IReadOnlyList<PayoutLineRow> Problems { get; private set; } = [];

    /// <summary>A few lines with their arithmetic.</summary>
    public IReadOnlyList<PayoutLineRow> Sample { get; private set; } = [];

    public RunTotals Totals { get; private set; } = null!;

    public bool IsMine => Run.CalculatedById == caller.PersonId;

    /// <summary>Does the reader sit on the board of the enterprise that pays?</summary>
    public bool IsOfMyBoard { get; private set; }

    /// <summary>Why the reader cannot approve; null when nothing is in the way.</summary>
    public string? WhyNotApprove =>
        IsOfMyBoard ? AdminTexts.run_own_board
        : IsMine ? AdminTexts.run_own
        : null;

    public bool MayApprove => Run.State == PayoutRunState.Calculated;

    public bool MayVoid => Run.State is PayoutRunState.Calculated or PayoutRunState.Approved;

    public bool MayResolve => Run.State is PayoutRunState.Executing or PayoutRunState.CompletedWithFailures;

    /// <summary>Days in the year that the rate is for.</summary>
    public int DaysInYear => Run.From.AddYears(1).DayNumber - Run.From.DayNumber;

    private string Here => $"/admin/payout-runs/{Id}";

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPostApprove()
    {
        await Try(new ApprovePayoutRun(new PayoutRunId(Id)));
        return await Ended(AdminTexts.run_approved, Here);
    }

    public async Task<IActionResult> OnPostVoid()
    {
        await Try(new VoidPayoutRun(new PayoutRunId(Id)));
        return await Ended(AdminTexts.run_voided, Here);
    }

    public async Task<IActionResult> OnPostResolve()
    {
        await Try(new ResolvePayoutLine(new PayoutRunId(Id), No));
        return await Ended(string.Format(AdminTexts.run_resolved, No), Here + "#someone");
    }

    private async Task<IActionResult> Ended(string said, string to)
    {
        if (ModelState.IsValid)
            return Done(said, to);
        await Read();
        return Page();
    }

    private async Task Read()
    {
        var id = new PayoutRunId(Id);
        Run = await Ask(new ReadPayoutRun(id));
        IsOfMyBoard = (await Ask(new ListMyEnterprises())).Any(e => e.Id == Run.EnterpriseId);
        Problems = (await Ask(new ListPayoutLines(id, PayoutLineState.NeedsAttention, Take: MostProblems))).Lines;
        Sample = (await Ask(new ListPayoutLines(id, Take: Samples))).Lines;
        Totals = new RunTotals(Run.Totals);
    }
}

/// <summary>The lines of a run, by how far they are. Amounts are gross, minor units, so that they add up to what was declared.</summary>
public sealed class RunTotals(IReadOnlyList<PayoutTotal> totals)
{
    /// <summary>Went where the holder wanted.</summary>
    public (int Lines, long Minor) Paid { get; } =
        Sum(totals, s => s is not (PayoutLineState.Open or PayoutLineState.NeedsAttention));

    public (int Lines, long Minor) ToGo { get; } = Sum(totals, s => s == PayoutLineState.Open);

    public (int Lines, long Minor) WithProblem { get; } = Sum(totals, s => s == PayoutLineState.NeedsAttention);

    public (int Lines, long Minor) All { get; } = Sum(totals, _ => true);

    public IEnumerable<(PayoutDestination To, RunTotals Totals)> ByDestination =>
        totals.GroupBy(t => t.Destination).OrderBy(g => g.Key).Select(g => (g.Key, new RunTotals([.. g])));

    private static (int Lines, long Minor) Sum(IReadOnlyList<PayoutTotal> all, Func<PayoutLineState, bool> which)
    {
        var some = all.Where(t => which(t.State)).ToList();
        return (some.Sum(t => t.Lines), some.Sum(t => t.GrossMinor));
    }
}
