using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Operations;
using SocialShares.Features.Reconciling;
using SocialShares.Jobs;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Differences between Stripe and the ledger, and the nights in which they were looked for.</summary>
public sealed class ReconciliationRunsModel(IMediator mediator, TimeProvider clock)
    : AdminPage("payments", mediator, clock)
{
    private const int PageSize = 25;

    /// <summary>Show those that are explained or resolved too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public IReadOnlyList<ReconciliationRow> Runs { get; private set; } = [];

    public DifferencePage Found { get; private set; } = new([], null);

    /// <summary>Whether Stripe and the ledger agree, in one sentence.</summary>
    public string Standing =>
        Open switch
        {
            _ when Runs.Count == 0 => MoneyTexts.reconciliation_never,
            0 => MoneyTexts.reconciliation_right,
            1 => MoneyTexts.reconciliation_one,
            var n => string.Format(MoneyTexts.reconciliation_open, Shown.Count(n)),
        };

    // What the last run left, or more where one is under way.
    private int Open =>
        Math.Max(
            Runs.Count == 0 ? 0 : Runs[0].Counts.StillOpen,
            Found.Differences.Count(d => d.State == DifferenceState.Open)
        );

    public Task OnGet() => Read();

    /// <summary>Asks Stripe: long work, so a job does it.</summary>
    public async Task<IActionResult> OnPost()
    {
        await Try(new RunJob(Key, nameof(ReconcileMoney)));
        if (ModelState.IsValid)
            return Done(MoneyTexts.reconciliation_started, "/admin/reconciliation");
        await Read();
        return Page();
    }

    private async Task Read()
    {
        Runs = await Ask(new ListReconciliations(14));
        var before = string.IsNullOrEmpty(Before) ? null : Before;
        Found = await Try(new ListDifferences(All ? null : DifferenceState.Open, before, PageSize)) ?? Found;
    }
}
