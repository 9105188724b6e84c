using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Ledger;

namespace SocialShares.Pages.Admin;

/// <summary>One entry of the journal and what caused it.</summary>
public sealed class OneEntryModel(IMediator mediator, TimeProvider clock) : AdminPage("checks", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public EntryRead Read { get; private set; } = null!;

    public async Task OnGet() => Read = await Ask(new ReadEntry(new JournalEntryId(Id)));
}
