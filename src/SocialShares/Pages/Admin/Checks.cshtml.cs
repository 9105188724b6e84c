using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Ledger;
using SocialShares.Features.Operations;
using SocialShares.Features.Register;
using SocialShares.Jobs;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Everything that must always agree, with both figures, and the chain of every register.</summary>
public sealed class ChecksModel(IMediator mediator, TimeProvider clock) : AdminPage("checks", mediator, clock)
{
    public IReadOnlyList<BookCheck> Checks { get; private set; } = [];

    public int Wrong => Checks.Count(c => c.Holds == false);

    public int Unknown => Checks.Count(c => c.Holds is null);

    /// <summary>The last reading of each register.</summary>
    public IReadOnlyList<RegisterCheckShown> Registers { get; private set; } = [];

    public Task OnGet() => Read();

    /// <summary>Reads all registers: long work, so a job does it.</summary>
    public async Task<IActionResult> OnPostRegisters()
    {
        await Try(new RunJob(Key, nameof(CheckRegisters)));
        if (ModelState.IsValid)
            return Done(AdminTexts.checks_registers_started, "/admin/checks#registers");
        await Read();
        return Page();
    }

    private async Task Read()
    {
        Checks = await Ask(new ReadChecks());
        Registers = await Ask(new ListLastRegisterChecks());
    }
}
