using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>The holder's address in the register, changed by the holder; a new name is asked of the board.</summary>
[SignedInOnly]
public sealed class AddressModel(IMediator mediator) : SharesPage(mediator)
{
    private const string SaidKey = "Said";

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

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    public HoldingCard Card { get; private set; } = null!;

    /// <summary>What the step before this page did, said once.</summary>
    public string? Said => TempData[SaidKey] as string;

    public async Task OnGetAsync(MemberId memberId)
    {
        await Load(memberId);
        var now = (await Ask(new ReadHolderChanges(memberId))).Now;
        (Street, Postcode, City, Country) = (now.Street, now.Postcode, now.City, now.Country);
        (Email, Purpose) = (now.Email, $"{now.Purpose ?? NoticePurpose.Meetings}");
    }

    public async Task<IActionResult> OnPostMoveAsync(MemberId memberId)
    {
        var email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim();
        NoticePurpose? purpose =
            email is null ? null
            : Purpose == nameof(NoticePurpose.Everything) ? NoticePurpose.Everything
            : NoticePurpose.Meetings;
        await Try(
            new ChangeMyAddress(
                memberId,
                Street?.Trim() ?? "",
                Postcode?.Trim().ToUpperInvariant() ?? "",
                City?.Trim() ?? "",
                Country ?? "",
                email,
                purpose
            )
        );
        return await Ended(memberId, CitizenTexts.address_done);
    }

    public async Task<IActionResult> OnPostNameAsync(MemberId memberId)
    {
        await Try(new AskNewName(memberId, Name?.Trim() ?? "", Document?.Trim() ?? ""));
        return await Ended(memberId, CitizenTexts.address_name_done);
    }

    private async Task<IActionResult> Ended(MemberId memberId, string said)
    {
        if (!ModelState.IsValid)
        {
            await Load(memberId);
            return Page();
        }
        TempData[SaidKey] = said;
        return Redirect($"/holdings/{memberId}/address");
    }

    private async Task Load(MemberId memberId) => Card = (await Ask(new ReadHolding(memberId))).Card;
}
