using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Ledger;

namespace SocialShares.Pages.Admin;

/// <summary>The journal, entry by entry.</summary>
public sealed class JournalModel(IMediator mediator, TimeProvider clock) : AdminPage("checks", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Book { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public JournalPage Entries { get; private set; } = null!;

    /// <summary>This list from another entry on.</summary>
    public string From(string? before) =>
        $"/admin/journal?Book={Uri.EscapeDataString(Book ?? "")}&Account={Uri.EscapeDataString(Account ?? "")}&Before={before}";

    public async Task OnGet() =>
        Entries = await Ask(
            new ListJournal(Book?.Trim(), Account?.Trim(), string.IsNullOrEmpty(Before) ? null : Before, 25)
        );
}
