using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Pages.Public;

/// <summary>A child who has come of age looks at what a guardian kept, and takes it over.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SigningIn)]
public sealed class TakeOverModel(IMediator mediator) : SharesPage(mediator)
{
    /// <summary>What is offered; null where the invitation cannot be used any more.</summary>
    public TakeOverShown? Offered { get; private set; }

    public Task OnGetAsync(string secret) => Load(secret);

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        var taken = await Try(new AcceptTakeOver(secret));
        if (taken is not null)
            return Redirect($"/holdings/{taken.MemberId}");
        Offered = null;
        return Page();
    }

    private async Task Load(string secret) => Offered = await Try(new ReadTakeOver(secret));
}
