using System.Diagnostics;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Resources;

namespace SocialShares.Http;

/// <summary>The one place where exceptions become answers: problem+json for the API, a page for browsers.</summary>
internal sealed class Problems(ILogger<Problems> log, IProblemDetailsService writer) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception e, CancellationToken ct)
    {
        // The middleware has put the error page's path in the place of the one that was asked for.
        var path = new PathString(http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path);
        var isApi = IsApi(path);
        if (e is NotSignedIn && !isApi)
        {
            var back = Uri.EscapeDataString(path + http.Request.QueryString);
            http.Response.Redirect($"{SignIn.Page}?returnUrl={back}");
            return true;
        }
        var problem = For(e);
        if (problem.Status >= 500)
            log.Broken(e, Reference(http));
        problem.Extensions["reference"] = Reference(http);
        http.Response.StatusCode = problem.Status!.Value;
        if (!isApi)
            return false; // the error page shows the status in the reader's language
        return await writer.TryWriteAsync(
            new ProblemDetailsContext
            {
                HttpContext = http,
                ProblemDetails = problem,
                Exception = e,
            }
        );
    }

    /// <summary>Does a program ask, which wants problem+json and no page?</summary>
    public static bool IsApi(PathString path) =>
        path.StartsWithSegments(Routes.Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Describes an answer of the API that has a status of failure and no body: no such route, a method or a
    /// media type that is not taken, too many requests.</summary>
    public static async Task Describe(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var problem = Plain(
            http.Response.StatusCode,
            http.Response.StatusCode switch
            {
                StatusCodes.Status401Unauthorized => "sign-in.required",
                StatusCodes.Status403Forbidden => "access.denied",
                StatusCodes.Status404NotFound => "request.unknown",
                StatusCodes.Status429TooManyRequests => "request.too-many",
                _ => "request.malformed",
            }
        );
        problem.Extensions["reference"] = Reference(http);
        await http
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem });
    }

    /// <summary>Reference that a reader can quote and an administrator can find in the log.</summary>
    public static string Reference(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    private static ProblemDetails For(Exception e) =>
        e switch
        {
            ValidationException v => Invalid(
                v.Errors.Select(f => (FieldNames.Json(f.PropertyName), f.ErrorCode, f.ErrorMessage))
            ),
            Malformed m => Invalid([(m.Field, m.Code, RefusalText.Of(m.Code))]),
            Refused { Field: { } field } r => Refusal(r, field),
            Refused r => Refusal(r, null),
            NotSignedIn => Plain(401, e.Message),
            NotAllowed => Plain(403, e.Message),
            NotThere => Plain(404, e.Message),
            BadHttpRequestException { InnerException: JsonException { Path: { Length: > 2 } path } } => Unreadable(
                path[2..]
            ),
            BadHttpRequestException b => Plain(b.StatusCode, "request.malformed"),
            DbUpdateConcurrencyException => Plain(409, "conflict.changed-meanwhile"),
            _ when Providers.IsUnstorableText(e) => Plain(400, "request.malformed"),
            _ => Plain(500, "error.unexpected"),
        };

    private static ProblemDetails Plain(int status, string code) =>
        new()
        {
            Status = status,
            Title = RefusalText.Of(code),
            Extensions = { ["code"] = code },
        };

    private static ProblemDetails Refusal(Refused r, string? field)
    {
        var problem = Plain(409, r.Code);
        problem.Title = RefusalText.Of(r);
        if (field is not null)
            problem.Extensions["field"] = field;
        return problem;
    }

    // The reader of JSON says where it stopped, for example at tranches[0].terms.currency.
    private static ProblemDetails Unreadable(string field)
    {
        var code = field.EndsWith("currency", StringComparison.OrdinalIgnoreCase)
            ? "field.currency"
            : "field.unreadable";
        return Invalid([(field, code, RefusalText.Of(code))]);
    }

    private static ProblemDetails Invalid(IEnumerable<(string Field, string Code, string Text)> errors)
    {
        var problem = Plain(400, "request.invalid");
        problem.Extensions["errors"] = errors.Select(x => new FieldError(x.Field, x.Code, x.Text)).ToList();
        return problem;
    }
}

/// <summary>What is wrong with one field of a request.</summary>
public sealed record FieldError(string Field, string Code, string Text);

/// <summary>Texts of refusals in the reader's language.</summary>
public static class RefusalText
{
    /// <summary>The text of a code without figures.</summary>
    public static string Of(string code) => RefusalTexts.ResourceManager.GetString("refused." + code) ?? code;

    /// <summary>The text of a refusal with its figures.</summary>
    public static string Of(Refused refused) =>
        string.Format(
            System.Globalization.CultureInfo.CurrentCulture,
            Of(refused.Code),
            [.. refused.Numbers.Select(Figure)]
        );

    private static object Figure(object number) =>
        number switch
        {
            Money m => m.ToString(),
            Rate r => $"{r.Ppm / (Rate.PpmPerPercent / 100) / 100m:0.##} %",
            DateOnly day => day.ToString("D", System.Globalization.CultureInfo.CurrentCulture),
            _ => number,
        };
}

/// <summary>Names of fields as the API spells them.</summary>
internal static class FieldNames
{
    public static string Json(string property) =>
        string.Join('.', property.Split('.').Select(p => p.Length == 0 ? p : char.ToLowerInvariant(p[0]) + p[1..]));
}

internal static partial class ProblemLog
{
    [LoggerMessage(LogLevel.Error, "Request failed, reference {Reference}")]
    public static partial void Broken(this ILogger log, Exception e, string reference);
}
