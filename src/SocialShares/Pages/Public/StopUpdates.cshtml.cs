using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Community;
using SocialShares.Http;

namespace SocialShares.Pages.Public;

/// <summary>Where the link under an update leads: no more updates of that enterprise by mail, without signing in.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.Writing)]
public sealed class StopUpdatesModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    [BindProperty]
    public bool Wanted { get; set; }

    public UpdatesLink? Link { get; private set; }

    public bool IsDone { get; private set; }

    public Task OnGetAsync() => Read();

    public async Task<IActionResult> OnPostAsync()
    {
        await Read();
        if (Link is not null)
        {
            await Try(new FollowUpdatesLink(Code ?? "", Wanted));
            IsDone = ModelState.IsValid;
            await Read();
        }
        return Page();
    }

    private async Task Read()
    {
        try
        {
            Link = await Ask(new ReadUpdatesLink(Code ?? ""));
        }
        catch (NotThere)
        {
            Link = null;
        }
    }
}
