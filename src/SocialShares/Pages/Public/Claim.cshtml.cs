using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Pages.Public;

/// <summary>Somebody without an account looks at what stands on their name, and takes it over.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SigningIn)]
public sealed class ClaimModel(IMediator mediator) : SharesPage(mediator)
{
    /// <summary>What is offered; null where the invitation cannot be used any more.</summary>
    public ClaimShown? Offered { get; private set; }

    public Task OnGetAsync(string secret) => Load(secret);

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (await Try(new AcceptClaim(secret)) is not null)
            return Redirect("/portfolio");
        return Page();
    }

    private async Task Load(string secret) => Offered = await Try(new ReadClaim(secret));
}
