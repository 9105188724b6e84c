using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Operations;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>Work that leaves the platform and has not been done yet; what keeps failing is parked here.</summary>
public sealed class OutboxRowsModel(IMediator mediator, TimeProvider clock) : AdminPage("jobs", mediator, clock)
{
    [BindProperty]
    public Guid Row { get; set; }

    public IReadOnlyList<OutboxLine> Rows { get; private set; } = [];

    public async Task OnGet() => Rows = await Ask(new ListOutbox(ParkedOnly: false));

    public async Task<IActionResult> OnPost()
    {
        await Try(new RetryOutboxRow(Row));
        if (ModelState.IsValid)
            return Done(AdminTexts.outbox_retried, "/admin/outbox");
        await OnGet();
        return Page();
    }
}
