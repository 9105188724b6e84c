using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Operations;

namespace SocialShares.Pages.Admin;

/// <summary>Messages that were kept because no mail server is set.</summary>
public sealed class MailBoxModel(IMediator mediator, TimeProvider clock) : AdminPage("jobs", mediator, clock)
{
    private const int Most = 100;

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IReadOnlyList<MailLine> Messages { get; private set; } = [];

    public async Task OnGet() => Messages = await Ask(new ListMail(To?.Trim(), Most));
}
