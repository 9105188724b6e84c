using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SocialShares.Http;

namespace SocialShares.Pages.Public;

/// <summary>The API for people who read: every operation of <c>/openapi/v1.json</c>, grouped by what it is about.</summary>
[AllowAnonymous]
public sealed class ApiModel([FromKeyedServices("v1")] IOpenApiDocumentProvider documents) : PageModel
{
    public IReadOnlyList<ApiGroup> Groups { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        var document = await documents.GetOpenApiDocumentAsync(ct);
        Groups = document
            .Paths.SelectMany(p => (p.Value.Operations ?? []).Select(o => Line(p.Key, o.Key, o.Value)))
            .GroupBy(line => line.Group)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ApiGroup(g.Key, [.. g.OrderBy(l => l.Path, StringComparer.Ordinal)]))
            .ToList();
    }

    private static ApiLine Line(string path, HttpMethod method, OpenApiOperation operation) =>
        new(
            operation.Tags?.FirstOrDefault()?.Name ?? "",
            method.Method,
            path,
            operation.Summary ?? "",
            operation.Parameters?.Any(p => p.Name == Routes.KeyHeader) == true
        );
}

/// <summary>Operations about one thing.</summary>
public sealed record ApiGroup(string Name, IReadOnlyList<ApiLine> Lines);

/// <summary>One operation.</summary>
public sealed record ApiLine(string Group, string Method, string Path, string Summary, bool NeedsKey);
