using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Pages.Citizen;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>One holder's name and address with what stood before, and a form to record a change on paper evidence.</summary>
[EnableRateLimiting(Limits.Buying)]
public sealed class HolderModel(IMediator mediator, TimeProvider clock) : BoardPage("register", mediator, clock)
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

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? ValidOn { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    /// <summary>Where an invitation to take the holding over goes.</summary>
    [BindProperty]
    public string? Invited { get; set; }

    public HolderHistory History { get; private set; } = null!;

    /// <summary>An address on one line.</summary>
    public static string OnOneLine(HolderAddress a) =>
        $"{a.Street}, {a.Postcode} {a.City}, {Countries.NameOf(a.Country)}";

    /// <summary>The electronic address with its purpose.</summary>
    public static string Notices(HolderAddress a) =>
        a.Email is null ? BoardTexts.holder_none : $"{a.Email} ({Of(a.Purpose)})";

    public async Task OnGet(MemberId memberId)
    {
        await Read(memberId);
        ShowNow();
    }

    public async Task<IActionResult> OnPostInvite(MemberId memberId)
    {
        await Try(new InviteToClaim(memberId, Invited?.Trim() ?? ""), ("email", nameof(Invited)));
        if (ModelState.IsValid)
            return Done(BoardTexts.claim_sent, $"{Root}/register/holders/{memberId}");
        await Read(memberId);
        ShowNow();
        return Page();
    }

    private void ShowNow()
    {
        var now = History.Now;
        (Name, Street, Postcode, City, Country) = (now.Name, now.Street, now.Postcode, now.City, now.Country);
        (Email, Purpose, ValidOn) = (now.Email, now.Purpose?.ToString() ?? "None", TypedFields.Write(Today));
    }

    public async Task<IActionResult> OnPost(MemberId memberId)
    {
        var to = new HolderAddress(
            Name?.Trim() ?? "",
            Street?.Trim() ?? "",
            Postcode?.Trim().ToUpperInvariant() ?? "",
            City?.Trim() ?? "",
            Country ?? "",
            string.IsNullOrWhiteSpace(Email) ? null : Email.Trim(),
            Enum.TryParse<NoticePurpose>(Purpose, out var purpose) ? purpose : null
        );
        var day = ModelState.Day(nameof(ValidOn), ValidOn);
        if (ModelState.IsValid)
            await Try(new RecordHolderChange(memberId, to, day, Document?.Trim() ?? ""));
        if (ModelState.IsValid)
            return Done(BoardTexts.holder_done, $"{Root}/register/holders/{memberId}");
        await Read(memberId);
        return Page();
    }

    private static string Of(NoticePurpose? purpose) =>
        purpose == NoticePurpose.Everything ? BoardTexts.holder_purpose_everything : BoardTexts.holder_purpose_meetings;

    private async Task Read(MemberId memberId) => History = await Ask(new ReadHolderChanges(memberId));
}
