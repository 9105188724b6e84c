using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>Anyone who holds a printed certificate can see whether the register knows it.</summary>
[AllowAnonymous]
public sealed class VerifyModel(IMediator mediator) : SharesPage(mediator)
{
    /// <summary>As it was typed, or as it stands in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public CertificateVerified? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Request.Query.ContainsKey("code") && Bare() is { Length: > 0 } bare)
            return Redirect("/verify/" + bare);
        if (Request.Query.ContainsKey("code"))
            ModelState.AddModelError(nameof(Code), PublicTexts.verify_empty);
        if (string.IsNullOrWhiteSpace(Code))
            return Page();
        try
        {
            Found = await Ask(new VerifyCertificate(Code));
        }
        catch (NotThere)
        {
            ModelState.AddModelError(nameof(Code), PublicTexts.verify_unknown);
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
        return Page();
    }

    private string Bare() => string.Concat((Code ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
