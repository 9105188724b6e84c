using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Demo.People;

/// <summary>A fictional person's sign-in; all share one published password.</summary>
public sealed record SignIn(string Name, string Email)
{
    public const string Password = "a lamp in the village hall";
}

/// <summary>
/// The two administrators of a demo. Administrators cannot be made through the public API, so that no request can make
/// one; the demo makes them beside the host, as an operator would.
/// </summary>
public static class Administrators
{
    public static SignIn First { get; } = new("Ada Whitfield", "ada.admin@example.org");

    public static SignIn Second { get; } = new("Bram Hoekstra", "bram.admin@example.org");

    /// <summary>Does anybody have an account? Then this is not a new database.</summary>
    public static async Task<bool> AnybodyIsThere(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SharesDb>().Users.AnyAsync(ct);
    }

    /// <summary>Makes both.</summary>
    public static async Task Make(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Login>>();
        foreach (var who in (SignIn[])[First, Second])
        {
            var login = new Login
            {
                Id = Guid.CreateVersion7(),
                UserName = who.Email,
                Email = who.Email,
                FullName = who.Name,
                Language = "en",
            };
            Succeed(await users.CreateAsync(login, SignIn.Password));
            Succeed(await users.AddToRoleAsync(login, Caller.AdministratorRole));
        }
    }

    private static void Succeed(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(e => e.Description)));
    }
}
