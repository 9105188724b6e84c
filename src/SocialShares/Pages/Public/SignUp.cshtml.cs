using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Data;
using SocialShares.Features.People;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>A person signs up and is signed in at once; mail comes in the language of the page.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SigningIn)]
public sealed class SignUpModel(IMediator mediator, SignInManager<Login> signIn) : SharesPage(mediator)
{
    /// <summary>Where a person comes out who came from nowhere.</summary>
    internal const string Home = "/portfolio";

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the person was; followed only within this site.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var email = Email?.Trim() ?? "";
        // Plainer words than those of the rules, which a field shows after these.
        if (string.IsNullOrWhiteSpace(FullName))
            ModelState.AddModelError(nameof(FullName), PublicTexts.signup_name_empty);
        if (!email.Contains('@', StringComparison.Ordinal))
            ModelState.AddModelError(nameof(Email), PublicTexts.signup_email_wrong);
        if (Password is not { Length: >= PasswordRules.Shortest })
            ModelState.AddModelError(nameof(Password), PublicTexts.signup_password_short);
        await Try(new SignUp(Key, FullName ?? "", email, Password ?? "", Language.Tag));
        if (!ModelState.IsValid)
            return Page();
        var result = await signIn.PasswordSignInAsync(email, Password!, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? GoOn() : Redirect(Http.SignIn.Page);
    }

    private LocalRedirectResult GoOn() => LocalRedirect(LanguageChoice.IsOurs(ReturnUrl) ? ReturnUrl! : Home);
}
