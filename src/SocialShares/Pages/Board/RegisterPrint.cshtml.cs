using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Register;

namespace SocialShares.Pages.Board;

/// <summary>The register of a day on A4, with or without holdings, in parts of five hundred members.</summary>
public sealed class RegisterPrintModel(IMediator mediator, TimeProvider clock) : BoardPage("register", mediator, clock)
{
    private const int InOnePart = 500;

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool WithHoldings { get; set; }

    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public RegisterPage Register { get; private set; } = null!;

    /// <summary>The part that follows.</summary>
    public string Part(int after) =>
        $"{Root}/register/print?On={TypedFields.Write(Register.AsOf)}&WithHoldings={(WithHoldings ? "true" : "false")}&After={after.ToString(CultureInfo.InvariantCulture)}";

    public async Task OnGet()
    {
        DateOnly? day = TypedFields.TryDay(On, out var typed) ? typed : null;
        Register = await Ask(new ReadRegister(EnterpriseId, day, WithHoldings, Math.Max(0, After), InOnePart));
    }
}
