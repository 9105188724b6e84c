using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>A person signs in with mail address and password, and goes on where they were.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SigningIn)]
public sealed class SignInModel(IMediator mediator, SignInManager<Login> signIn) : SharesPage(mediator)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the person was; followed only within this site.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>On the way to an application: most who come here then are new.</summary>
    public bool IsApplying => ReturnUrl?.StartsWith("/apply/", StringComparison.Ordinal) == true;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError(nameof(Email), PublicTexts.signin_email_empty);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), PublicTexts.signin_password_empty);
        if (!ModelState.IsValid)
            return Page();
        var result = await signIn.PasswordSignInAsync(
            Email!.Trim(),
            Password!,
            isPersistent: false,
            lockoutOnFailure: true
        );
        if (result.Succeeded)
            return GoOn();
        // The same words for a wrong password and for an address nobody has: they tell nothing to who guesses.
        ModelState.AddModelError(
            nameof(Email),
            result.IsLockedOut ? PublicTexts.signin_locked : PublicTexts.signin_wrong
        );
        return Page();
    }

    private LocalRedirectResult GoOn() =>
        LocalRedirect(LanguageChoice.IsOurs(ReturnUrl) ? ReturnUrl! : SignUpModel.Home);
}
