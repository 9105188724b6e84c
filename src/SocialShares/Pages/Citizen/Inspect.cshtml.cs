using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Pages.Board;

namespace SocialShares.Pages.Citizen;

/// <summary>A member inspects the register of members: everything but what the others hold.</summary>
[SignedInOnly]
public sealed class InspectModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The last number of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public HoldingCard Card { get; private set; } = null!;

    public RegisterPage? Register { get; private set; }

    /// <summary>Why this holder may not see it; null: they may.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>This page from another number on.</summary>
    public string From(int after) =>
        $"/holdings/{Card.MemberId}/register?On={On}&Search={Uri.EscapeDataString(Search ?? "")}&After={after.ToString(CultureInfo.InvariantCulture)}";

    public async Task OnGetAsync(MemberId memberId)
    {
        Card = (await Ask(new ReadHolding(memberId))).Card;
        DateOnly? day = string.IsNullOrWhiteSpace(On) ? null : ModelState.Day(nameof(On), On);
        day = ModelState.IsValid ? day : null;
        try
        {
            Register = await Ask(new InspectRegister(memberId, day, Math.Max(0, After), Search: Search));
        }
        catch (Refused e)
        {
            WhyNot = RefusalText.Of(e);
            return;
        }
        if (ModelState.IsValid)
            On = TypedFields.Write(Register.AsOf);
    }
}
