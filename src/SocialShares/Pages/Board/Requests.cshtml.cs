using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Holdings;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>What holders ask: money back in the order of the queue, and transfers; what the board decides about classes.</summary>
public sealed class RequestsModel(IMediator mediator, TimeProvider clock) : BoardPage("requests", mediator, clock)
{
    /// <summary>The request or transfer that is decided.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>The class that is decided about.</summary>
    [BindProperty]
    public Guid ShareClass { get; set; }

    /// <summary>How many shares of those asked; empty for all.</summary>
    [BindProperty]
    public string? Units { get; set; }

    [BindProperty]
    public bool Attested { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Value of one share after a write-down, as typed.</summary>
    [BindProperty]
    public string? To { get; set; }

    public WithdrawalsRead Withdrawals { get; private set; } = null!;

    public IReadOnlyList<TransferRow> Transfers { get; private set; } = [];

    public IReadOnlyList<WriteDownRow> WriteDowns { get; private set; } = [];

    public IReadOnlyList<DeathRow> Deaths { get; private set; } = [];

    private string Here => $"{Root}/requests";

    public Task OnGet() => Read();

    public Task<IActionResult> OnPostApprove()
    {
        long? units = string.IsNullOrWhiteSpace(Units) ? null : ModelState.Whole(nameof(Units), Units);
        return After(
            new DecideWithdrawal(EnterpriseId, new WithdrawalId(Id), true, units, Attested, null),
            BoardTexts.requests_approved,
            "queue"
        );
    }

    public Task<IActionResult> OnPostDecline() =>
        After(
            new DecideWithdrawal(EnterpriseId, new WithdrawalId(Id), false, null, false, Reason ?? ""),
            BoardTexts.requests_declined,
            "queue"
        );

    public Task<IActionResult> OnPostSuspend() =>
        After(
            new SuspendWithdrawals(Key, EnterpriseId, new ShareClassId(ShareClass), Reason ?? ""),
            BoardTexts.requests_suspended,
            "classes"
        );

    public Task<IActionResult> OnPostLift() =>
        After(new LiftSuspension(EnterpriseId, new ShareClassId(ShareClass)), BoardTexts.requests_lifted, "classes");

    public Task<IActionResult> OnPostTransfer() =>
        After(
            new DecideTransfer(EnterpriseId, new TransferId(Id), true, null),
            BoardTexts.requests_passed,
            "transfers"
        );

    public Task<IActionResult> OnPostRefuse() =>
        After(
            new DecideTransfer(EnterpriseId, new TransferId(Id), false, Reason ?? ""),
            BoardTexts.requests_declined,
            "transfers"
        );

    public Task<IActionResult> OnPostWriteDown() =>
        After(
            new ProposeWriteDown(
                Key,
                EnterpriseId,
                new ShareClassId(ShareClass),
                ModelState.Money(nameof(To), To),
                Reason ?? ""
            ),
            BoardTexts.requests_proposed,
            "classes",
            ("toMinor", nameof(To))
        );

    public Task<IActionResult> OnPostConfirm() =>
        After(
            new DecideWriteDown(EnterpriseId, new WriteDownId(Id), true),
            BoardTexts.requests_written_down,
            "classes"
        );

    public Task<IActionResult> OnPostDrop() =>
        After(new DecideWriteDown(EnterpriseId, new WriteDownId(Id), false), BoardTexts.requests_dropped, "classes");

    /// <summary>Is a form shown again because of what was typed into it?</summary>
    /// <param name="of">The request, transfer or class that it is about.</param>
    /// <param name="handler">What it does.</param>
    public bool IsOpen(Guid of, string handler) =>
        !ModelState.IsValid
        && (Id == of || ShareClass == of)
        && string.Equals(Request.Query["handler"], handler, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text field of one form; what was typed about one holder never stands in the form of another.</summary>
    public RepeatedText TextOf(Guid of, string handler, string name, string label, string? hint = null)
    {
        var isOpen = IsOpen(of, handler);
        var error = isOpen ? ModelState[name]?.Errors.FirstOrDefault()?.ErrorMessage : null;
        var value =
            !isOpen ? null
            : name == nameof(Units) ? Units
            : Reason;
        // The error summary leads to the field by its name alone.
        var id = error is null ? $"{name}-{handler}-{of}" : name;
        return new RepeatedText(id, name, label, hint, value, error, Longest: name == nameof(Units) ? 12 : 500);
    }

    private async Task<IActionResult> After<TAnswer>(
        IRequest<TAnswer> command,
        string said,
        string place,
        params (string Api, string Page)[] fields
    )
        where TAnswer : notnull
    {
        if (ModelState.IsValid)
            await Try(command, fields);
        if (ModelState.IsValid)
            return Done(said, $"{Here}#{place}");
        await Read();
        return Page();
    }

    private async Task Read()
    {
        Withdrawals = await Ask(new ReadWithdrawals(EnterpriseId));
        Transfers = await Ask(new ListTransfers(EnterpriseId));
        WriteDowns = await Ask(new ListWriteDowns(EnterpriseId));
        Deaths = await Ask(new ListDeaths(EnterpriseId));
    }
}
