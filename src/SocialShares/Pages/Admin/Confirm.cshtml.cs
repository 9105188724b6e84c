using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Holdings;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>
/// What boards recorded and an administrator must confirm, withdrawals that wait for their run, and money of those who died.
/// </summary>
public sealed class ConfirmModel(IMediator mediator, TimeProvider clock, Caller caller)
    : AdminPage("confirm", mediator, clock)
{
    /// <summary>What is confirmed.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? PayeeName { get; set; }

    [BindProperty]
    public string? PayeeIban { get; set; }

    public IReadOnlyList<TransferRow> Transfers { get; private set; } = [];

    public IReadOnlyList<DeathRow> Deaths { get; private set; } = [];

    public IReadOnlyList<WithdrawalsToCalculate> Withdrawals { get; private set; } = [];

    public IReadOnlyList<EstateRow> Estates { get; private set; } = [];

    public bool IsMe(PersonId person) => caller.Person == person;

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPostCalculate()
    {
        var run = await Try(new CalculateWithdrawals(Key, new ShareClassId(Id)));
        if (run is not null)
            return Done(string.Format(AdminTexts.run_calculated, run.Number), $"/admin/payout-runs/{run.Id}");
        await Read();
        return Page();
    }

    public Task<IActionResult> OnPostDeath() => After(new DecideDeath(new HolderDeathId(Id), true));

    public Task<IActionResult> OnPostMistake() => After(new DecideDeath(new HolderDeathId(Id), false));

    public Task<IActionResult> OnPostTransfer() =>
        After(new ConfirmTransferOnEvidence(new TransferId(Id), Evidence ?? ""));

    public Task<IActionResult> OnPostNamePayee() =>
        After(new NamePayee(new HolderDeathId(Id), PayeeName ?? "", PayeeIban ?? "", Evidence ?? ""));

    public Task<IActionResult> OnPostConfirmPayee() => After(new ConfirmPayee(new HolderDeathId(Id)));

    private async Task<IActionResult> After<TAnswer>(IRequest<TAnswer> command)
        where TAnswer : notnull
    {
        await Try(command);
        if (ModelState.IsValid)
            return Done(AdminTexts.confirm_done, "/admin/confirm");
        await Read();
        return Page();
    }

    private async Task Read()
    {
        Transfers = await Ask(new ListTransfersToConfirm());
        Deaths = await Ask(new ListDeathsToConfirm());
        Withdrawals = await Ask(new ListWithdrawalsToCalculate());
        Estates = await Ask(new ListEstates());
    }
}
