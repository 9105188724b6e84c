using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Banking;

namespace SocialShares.Pages.Admin;

/// <summary>One bank statement, its lines, and what became of each.</summary>
public sealed class OneStatementModel(IMediator mediator, TimeProvider clock) : AdminPage("bank", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Lines after this place.</summary>
    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public StatementRead Read { get; private set; } = null!;

    public async Task OnGet() => Read = await Ask(new ReadStatement(new StatementId(Id), Math.Max(0, After)));
}
