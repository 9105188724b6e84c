using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>What a person sees when a page cannot be shown; the host runs it in place of the page.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; } = 500;

    /// <summary>What the logs know this request by.</summary>
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public string Heading => Text("title");

    public string Explanation => Text("text");

    // A post that failed is shown its error too: no handler for it is needed, the page runs for every method.
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        // After an exception the one place that judges exceptions has set the status already.
        var thrown = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var routed = int.TryParse(RouteData.Values["status"] as string, out var status) ? status : 500;
        var asked = thrown ? Response.StatusCode : routed;
        Status = asked switch
        {
            401 or 403 => 403,
            404 or 405 or 410 => 404,
            429 => 429,
            >= 400 and < 500 => 400,
            _ => 500,
        };
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = asked is >= 400 and < 600 ? asked : 500;
    }

    private string Text(string part) =>
        CommonTexts.ResourceManager.GetString($"error.{Status}.{part}", Look.Language.Of) ?? CommonTexts.error_500_text;
}
