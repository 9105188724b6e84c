using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SocialShares.Data;
using SocialShares.Features.People;

namespace SocialShares.Http;

/// <summary>Cookies for pages, bearer tokens for the API, both from ASP.NET Core Identity.</summary>
internal static class SignIn
{
    public const string Page = "/sign-in";

    public static IServiceCollection AddSignIn(this IServiceCollection services, SiteOptions site)
    {
        services
            .AddIdentityApiEndpoints<Login>(o =>
            {
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                o.User.RequireUniqueEmail = true;
                o.Password.RequiredLength = PasswordRules.Shortest;
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
                o.Password.RequiredUniqueChars = 4;
                o.Lockout.MaxFailedAccessAttempts = 10;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<SharesDb>()
            .AddClaimsPrincipalFactory<Names>();
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "shares";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            // Behind a proxy the request looks like plain http; the address that people use decides.
            o.Cookie.SecurePolicy = site.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.LoginPath = Page;
            o.AccessDeniedPath = "/error/403";
            o.ExpireTimeSpan = TimeSpan.FromHours(8);
        });
        services.AddAuthorization();
        return services;
    }

    /// <summary>Puts the name that others see beside the id, so that no request has to look it up.</summary>
    private sealed class Names(
        UserManager<Login> users,
        RoleManager<IdentityRole<Guid>> roles,
        IOptions<IdentityOptions> options
    ) : UserClaimsPrincipalFactory<Login, IdentityRole<Guid>>(users, roles, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Login user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim(Caller.NameClaim, user.FullName));
            return identity;
        }
    }
}
