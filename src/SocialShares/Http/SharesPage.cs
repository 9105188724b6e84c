using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialShares.Http;

/// <summary>
/// What every page does: it binds, sends the same request as the API, and shows what the rules said at the field that
/// they speak of. Nothing typed is lost, because the page is shown again with its own values.
/// </summary>
public abstract class SharesPage(IMediator mediator) : PageModel
{
    /// <summary>The key of a form that creates something: hidden in the form, so that a second click does nothing new.</summary>
    [Microsoft.AspNetCore.Mvc.BindProperty]
    public Guid Key { get; set; } = Guid.NewGuid();

    /// <summary>Sends a query; what is not there or not allowed becomes an error page.</summary>
    protected Task<TAnswer> Ask<TAnswer>(IRequest<TAnswer> request) =>
        mediator.Send(request, HttpContext.RequestAborted);

    /// <summary>Sends a command; a refusal or a malformed field becomes an error of the form.</summary>
    /// <param name="command">What the person asks for.</param>
    /// <param name="fields">API field names (without their path) that the page calls otherwise.</param>
    /// <returns>The answer, or null when the form must be shown again.</returns>
    protected async Task<TAnswer?> Try<TAnswer>(IRequest<TAnswer> command, params (string Api, string Page)[] fields)
        where TAnswer : notnull
    {
        try
        {
            return await mediator.Send(command, HttpContext.RequestAborted);
        }
        catch (ValidationException e)
        {
            foreach (var failure in e.Errors)
                ModelState.AddModelError(PageField(failure.PropertyName, fields), failure.ErrorMessage);
        }
        catch (Refused e)
        {
            ModelState.AddModelError(PageField(e.Field ?? "", fields), RefusalText.Of(e));
        }
        return default;
    }

    private static string PageField(string name, (string Api, string Page)[] fields)
    {
        var path = FieldNames.Json(name);
        // A field of a list is known by its place; all others by their last name.
        if (fields.FirstOrDefault(f => f.Api.Contains('[') && IsAt(path, f.Api)).Page is { } listed)
            return listed;
        var last = path.Split('.')[^1].Split('[')[0];
        var known = fields.FirstOrDefault(f => f.Api == last).Page;
        return known ?? (last.Length == 0 ? "" : char.ToUpperInvariant(last[0]) + last[1..]);
    }

    // postcodes[2] within a listed field is that field.
    private static bool IsAt(string path, string listed) =>
        path.EndsWith(listed, StringComparison.Ordinal) || path.Contains(listed + "[", StringComparison.Ordinal);
}
