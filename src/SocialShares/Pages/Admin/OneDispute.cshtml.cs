using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Disputes;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>One disputed payment: what happened, what the platform answers, what was done in the end.</summary>
public sealed class OneDisputeModel(IMediator mediator, TimeProvider clock) : AdminPage("disputes", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What the bank will read.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What was done about it.</summary>
    [BindProperty]
    public string? Resolution { get; set; }

    public DisputeShown Dispute { get; private set; } = null!;

    public async Task OnGet()
    {
        await Read();
        Answer = Draft();
    }

    public Task<IActionResult> OnPostAnswer() =>
        After(new AnswerDispute(new DisputeId(Id), Answer ?? ""), AdminTexts.dispute_answered);

    public Task<IActionResult> OnPostResolve() =>
        After(new ResolveDispute(new DisputeId(Id), Resolution ?? ""), AdminTexts.dispute_resolved);

    private async Task<IActionResult> After(IRequest<Unit> command, string said)
    {
        await Try(command);
        if (ModelState.IsValid)
            return Done(said, $"/admin/disputes/{Id}");
        await Read();
        Answer ??= Draft();
        return Page();
    }

    private async Task Read() => Dispute = await Ask(new ReadDispute(new DisputeId(Id)));

    // What the platform knows, to begin with: banks read English.
    private string Draft()
    {
        var d = Dispute;
        var bought = d.HolderNumber is { } number
            ? $"They were entered under number {number} of its register, and a certificate was given."
            : "The application had not been turned into units yet.";
        return $"""
            {d.Payer} applied for units of "{d.Offer}" of {d.EnterpriseName} and paid {Minor(
                d.PaidMinor,
                d.Currency
            )} by {d.Method} on {d.PaidAt:d MMMM yyyy}.
            Before paying, the applicant read version {d.DocumentVersion} of the offer document, agreed to it, and declared on {d.RiskAcceptedAt:d MMMM yyyy} to understand that the money can be lost.
            {bought}
            """;
    }

    private static string Minor(long minor, Currency currency) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{currency.Code} {minor / 100m:0.00}");
}
