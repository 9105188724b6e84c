using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialShares.Data;

namespace SocialShares.Pages.Public;

/// <summary>Signs the person out. Only a form can do it: a link from elsewhere does nothing.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignInManager<Login> signIn) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Redirect("/");
    }
}
