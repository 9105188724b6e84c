using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Reconciling;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>One difference with both sides; an administrator explains it here.</summary>
public sealed class OneDifferenceModel(IMediator mediator, TimeProvider clock) : AdminPage("payments", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DifferenceRead Read { get; private set; } = null!;

    public async Task OnGet() => Read = await Ask(new ReadDifference(new DifferenceId(Id)));

    public async Task<IActionResult> OnPost()
    {
        await Try(new ExplainDifference(new DifferenceId(Id), Reason ?? ""));
        if (ModelState.IsValid)
            return Done(MoneyTexts.difference_explained_said, $"/admin/reconciliation/{Id}");
        await OnGet();
        return Page();
    }
}
