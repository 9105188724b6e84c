using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Holdings;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>The receiver of a transfer, who followed the link of the mail, accepts or declines.</summary>
[SignedInOnly]
public sealed class OfferedModel(IMediator mediator) : SharesPage(mediator)
{
    /// <summary>From the mail.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateParts BornOn { get; set; } = new();

    /// <summary>Of an organisation.</summary>
    [BindProperty]
    public string? Representative { get; set; }

    /// <summary>Of an organisation.</summary>
    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? City { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    public OfferedTransfer Offered { get; private set; } = null!;

    /// <summary>Must the receiver say who they are? Not where the register knows them in one role.</summary>
    public bool NeedsDetails => Offered.MyHoldings.Count != 1;

    public async Task OnGetAsync(TransferId transferId)
    {
        Offered = await Ask(new ReadOfferedTransfer(transferId, Code));
        (Kind, Name, Country) = (nameof(HolderKind.Person), Navigation.NameOf(User), Countries.Usual);
    }

    public async Task<IActionResult> OnPostAsync(TransferId transferId)
    {
        Offered = await Ask(new ReadOfferedTransfer(transferId, Code));
        var details = NeedsDetails ? Details() : null;
        if (ModelState.IsValid)
            await Try(new AcceptTransfer(transferId, Code ?? "", details));
        return ModelState.IsValid ? Redirect("/portfolio") : Page();
    }

    public async Task<IActionResult> OnPostDeclineAsync(TransferId transferId)
    {
        Offered = await Ask(new ReadOfferedTransfer(transferId, Code));
        await Try(new DeclineOfferedTransfer(transferId, Code ?? ""));
        return ModelState.IsValid ? Redirect("/portfolio") : Page();
    }

    private HolderDetails Details()
    {
        var isPerson = Kind != nameof(HolderKind.Organisation);
        var isDate = BornOn.TryDate(out var born);
        if (isPerson && !isDate)
            ModelState.AddModelError(nameof(BornOn), BornOn.IsEmpty ? CommonTexts.date_empty : CommonTexts.date_wrong);
        return new HolderDetails(
            isPerson ? HolderKind.Person : HolderKind.Organisation,
            Name?.Trim() ?? "",
            Street?.Trim() ?? "",
            Postcode?.Trim().ToUpperInvariant() ?? "",
            City?.Trim() ?? "",
            Country ?? "",
            isPerson && isDate ? born : null,
            isPerson ? null : new HolderParty(Representative: Representative, Office: Office)
        );
    }
}
