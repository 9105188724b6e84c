using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Holdings;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Pages.Citizen;

/// <summary>A holder names who receives on death, changes that or withdraws it.</summary>
[SignedInOnly]
public sealed class OnDeathModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? City { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public HoldingCard Card { get; private set; } = null!;

    /// <summary>What holds now.</summary>
    public NominationStanding Now { get; private set; } = null!;

    public async Task OnGetAsync(MemberId memberId)
    {
        await Load(memberId);
        var known = Now.Nominee;
        (Name, Street, Postcode, City) = (known?.Name, known?.Street, known?.Postcode, known?.City);
        (Country, Email) = (known?.Country ?? Countries.Usual, known?.Email);
    }

    public async Task<IActionResult> OnPostAsync(MemberId memberId)
    {
        await Load(memberId);
        var nominee = new NomineeDetails(
            Name?.Trim() ?? "",
            Street?.Trim() ?? "",
            Postcode?.Trim().ToUpperInvariant() ?? "",
            City?.Trim() ?? "",
            Country ?? "",
            Email?.Trim()
        );
        await Try(new NameNominee(memberId, nominee));
        return ModelState.IsValid ? Redirect($"/holdings/{memberId}#on-death") : Page();
    }

    public async Task<IActionResult> OnPostNobodyAsync(MemberId memberId)
    {
        await Load(memberId);
        await Try(new WithdrawNomination(memberId));
        return ModelState.IsValid ? Redirect($"/holdings/{memberId}#on-death") : Page();
    }

    private async Task Load(MemberId memberId)
    {
        Card = (await Ask(new ReadHolding(memberId))).Card;
        Now = (await Ask(new ReadHoldingChoices(memberId))).Nomination;
    }
}
