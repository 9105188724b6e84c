using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Register;

namespace SocialShares.Pages.Board;

/// <summary>The register of members as it stood on a day.</summary>
public sealed class MembersModel(IMediator mediator, TimeProvider clock) : BoardPage("register", mediator, clock)
{
    /// <summary>The day as typed; today where nothing was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The last number of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public RegisterPage Register { get; private set; } = null!;

    /// <summary>The download of the whole register on that day.</summary>
    public string Csv(bool withHoldings) =>
        $"/api/v1/enterprises/{EnterpriseId}/register.csv?asOf={TypedFields.Write(Register.AsOf)}&withHoldings={(withHoldings ? "true" : "false")}";

    /// <summary>This page from another number on.</summary>
    public string From(int after) =>
        $"{Root}/register?On={TypedFields.Write(Register.AsOf)}&Search={Uri.EscapeDataString(Search ?? "")}&After={after.ToString(CultureInfo.InvariantCulture)}";

    public async Task OnGet()
    {
        DateOnly? day = string.IsNullOrWhiteSpace(On) ? null : ModelState.Day(nameof(On), On);
        day = ModelState.IsValid ? day : null;
        Register = await Ask(new ReadRegister(EnterpriseId, day, After: Math.Max(0, After), Search: Search));
        if (ModelState.IsValid)
            On = TypedFields.Write(Register.AsOf);
    }
}
