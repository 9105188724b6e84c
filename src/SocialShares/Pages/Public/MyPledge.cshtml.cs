using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Community;
using SocialShares.Http;
using SocialShares.Look;

namespace SocialShares.Pages.Public;

/// <summary>
/// Where the link in a pledger's mail leads. Opening it changes nothing, because mail programs open links by themselves;
/// the button does.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.Writing)]
public sealed class MyPledgeModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    public PledgeShown? Pledge { get; private set; }

    public PledgeRoundShown? Round { get; private set; }

    /// <summary>It was confirmed or changed just now.</summary>
    public bool IsDone { get; private set; }

    /// <summary>It was erased just now.</summary>
    public bool IsGone { get; private set; }

    public Task OnGetAsync() => Read();

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (!AmountText.TryParse(Amount, out var minor, out var problem))
            ModelState.AddModelError(nameof(Amount), AmountText.Message(problem));
        else if (await Read())
        {
            await Try(new ConfirmPledge(Code ?? "", minor), ("amountMinor", nameof(Amount)));
            IsDone = ModelState.IsValid;
        }
        await Read();
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (await Read())
        {
            await Try(new WithdrawPledge(Code ?? ""));
            IsGone = ModelState.IsValid;
        }
        return Page();
    }

    private async Task<bool> Read()
    {
        try
        {
            Pledge = await Ask(new ReadPledge(Code ?? ""));
            Round = await Ask(new ReadPledgeRound(Pledge.Slug));
            return true;
        }
        catch (NotThere)
        {
            // An old or broken link: the page says what may have happened.
            (Pledge, Round) = (null, null);
            return false;
        }
    }
}
