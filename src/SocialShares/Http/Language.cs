using Microsoft.AspNetCore.Localization;

namespace SocialShares.Http;

/// <summary>The reader's choice of language, kept in a cookie for a year.</summary>
public static class LanguageChoice
{
    /// <summary><c>GET /language?to=nl&amp;back=/path</c>: a plain link, so that it works without JavaScript and signed out.</summary>
    public static IEndpointConventionBuilder MapLanguage(this IEndpointRouteBuilder app) =>
        app.MapGet("/language", Choose).AllowAnonymous().ExcludeFromDescription();

    /// <summary>The link that <see cref="MapLanguage"/> answers, back to the page that it stands on.</summary>
    public static string LinkTo(string language, HttpRequest request) =>
        $"/language?to={language}&back={Uri.EscapeDataString(request.Path + request.QueryString)}";

    private static IResult Choose(HttpContext http, string? to, string? back)
    {
        var culture = to switch
        {
            "en" => "en-GB",
            "nl" => "nl-NL",
            _ => null,
        };
        if (culture is null)
            return Results.BadRequest();

        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                Path = "/",
            }
        );
        return Results.Redirect(IsOurs(back) ? back! : "/");
    }

    /// <summary>A path on this site and nothing else: browsers read <c>//host</c> and <c>/\host</c> as another site.</summary>
    public static bool IsOurs(string? path) =>
        path is ['/', ..]
        && (path.Length == 1 || path[1] is not ('/' or '\\'))
        && !path.Any(char.IsControl)
        && !path.StartsWith("/language", StringComparison.Ordinal);
}
