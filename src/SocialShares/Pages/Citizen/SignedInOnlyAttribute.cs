using Microsoft.AspNetCore.Authorization;

namespace SocialShares.Pages.Citizen;

/// <summary>
/// For whoever signed in with the pages' cookie; others are sent to sign in and come back to where they were. Whose thing a
/// page shows is decided by the requests that it sends.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInOnlyAttribute : AuthorizeAttribute
{
    // IdentityConstants.ApplicationScheme, which is no constant: its handler redirects, the default one answers 401
    private const string Cookie = "Identity.Application";

    public SignedInOnlyAttribute() => AuthenticationSchemes = Cookie;
}
