using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SocialShares.Http;
using SocialShares.Look;

namespace SocialShares.Pages.Admin;

/// <summary>A page of the administrators. The requests that it sends decide who may see it.</summary>
/// <param name="here">The place in the masthead, a key of <see cref="Navigation.Admin"/>.</param>
public abstract class AdminPage(string here, IMediator mediator, TimeProvider clock) : SharesPage(mediator)
{
    private const string SaidKey = "Said";

    /// <summary>The zone that the reader lives by: the Netherlands or England, by the language of the page.</summary>
    public static TimeZoneInfo Zone =>
        TimeZoneInfo.FindSystemTimeZoneById(Language.IsDutch ? "Europe/Amsterdam" : "Europe/London");

    /// <summary>The moment, UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What the step before this page did, said once.</summary>
    public string? Said => TempData[SaidKey] as string;

    /// <summary>The person's own name, to know what they did themselves.</summary>
    public string Me => Navigation.NameOf(User);

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        ViewData["Here"] = here;
        await next();
    }

    /// <summary>An instant as the reader's clock shows it.</summary>
    public static string At(DateTime utc) => Shown.Moment(utc, Zone);

    /// <summary>Goes on to a page of the platform and says there what was done.</summary>
    protected RedirectResult Done(string said, string to)
    {
        TempData[SaidKey] = said;
        return Redirect(to);
    }
}
