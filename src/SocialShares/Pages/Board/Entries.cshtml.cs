using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Register;

namespace SocialShares.Pages.Board;

/// <summary>The entries of the register, newest first, of all holders or of one.</summary>
public sealed class EntriesModel(IMediator mediator, TimeProvider clock) : BoardPage("register", mediator, clock)
{
    /// <summary>A holder's number as typed; empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Holder { get; set; }

    /// <summary>The lowest number of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public EntriesPage List { get; private set; } = null!;

    /// <summary>Only entries of shares are corrected, and no correction is.</summary>
    public bool MayCorrect(EntryRow entry) => !entry.IsOfBonds && entry.Kind != EntryKind.Correction;

    /// <summary>This page from another number on.</summary>
    public string From(int? before) =>
        $"{Root}/register/entries?Holder={Uri.EscapeDataString(Holder ?? "")}{(before is { } b ? $"&Before={b}" : "")}";

    public async Task OnGet()
    {
        var typed = string.IsNullOrWhiteSpace(Holder) ? 0 : ModelState.Whole(nameof(Holder), Holder);
        int? holder = typed > 0 ? typed : null;
        List = await Ask(new ReadEntries(EnterpriseId, Before is > 0 ? Before : null, Holder: holder));
    }
}
