using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Access;

/// <summary>One way into the product: a method and a route, with the request that it sends.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">Pattern of the path.</param>
/// <param name="Handler">The method that answers; null for files and pages.</param>
/// <param name="Page">The page that answers; null for all else.</param>
public sealed record Door(HttpMethod Method, string Route, MethodInfo? Handler, PageActionDescriptor? Page)
{
    /// <summary>The request that the door sends; null when it sends none.</summary>
    public Type? Request => Handler?.DeclaringType is { } t && t.IsAssignableTo(typeof(IBaseRequest)) ? t : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Route}";

    /// <summary>All doors of a running product, files left out.</summary>
    public static IReadOnlyList<Door> Of(TestWorld world) =>
        [
            .. world
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => e.Metadata.All(m => m.GetType().Name != "StaticAssetDescriptor"))
                .SelectMany(e =>
                    (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => new Door(
                        new HttpMethod(m),
                        "/" + e.RoutePattern.RawText!.TrimStart('/'),
                        e.Metadata.GetMetadata<MethodInfo>(),
                        e.Metadata.GetMetadata<PageActionDescriptor>()
                    ))
                )
                .Distinct(),
        ];

    /// <summary>The path with values in place of its parameters.</summary>
    public string Path(IReadOnlyDictionary<string, string> values)
    {
        var pattern = Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse(Route);
        var parts = pattern.PathSegments.Select(s =>
            string.Concat(
                s.Parts.Select(p =>
                    p switch
                    {
                        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter =>
                            values.GetValueOrDefault(parameter.Name)
                                ?? (parameter.IsOptional ? "" : Guid.NewGuid().ToString()),
                        _ => "",
                    }
                )
            )
        );
        return "/" + string.Join('/', parts).TrimEnd('/') + Query();
    }

    /// <summary>What the handler wants to be told besides the path, so that access is asked before form.</summary>
    private string Query()
    {
        var wanted = (Handler?.GetParameters() ?? [])
            .SelectMany(p => p.IsDefined(typeof(AsParametersAttribute), false) ? Parts(p.ParameterType) : [p])
            .Where(p => IsWanted(p.ParameterType))
            .Where(p => p.ParameterType.Name is not ("CancellationToken" or "IdempotencyKey" or "IfMatch"))
            .Where(p => !p.HasDefaultValue && !Route.Contains($"{{{p.Name}", StringComparison.OrdinalIgnoreCase))
            .Select(p => $"{p.Name}={Sample(p.ParameterType)}");
        return string.Join('&', wanted) is { Length: > 0 } query ? $"?{query}" : "";
    }

    private static System.Reflection.ParameterInfo[] Parts(Type query) =>
        query.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();

    private static bool IsWanted(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;

    /// <summary>A body that can be read, with values that need not be right.</summary>
    public HttpContent? Body()
    {
        if (Handler is null || Method == HttpMethod.Get)
            return null;
        var parameters = Handler.GetParameters();
        if (parameters.FirstOrDefault(p => p.ParameterType.Name == "Body") is { } body)
            return new StringContent(Sample(body.ParameterType)!.ToJsonString(), Encoding.UTF8, "application/json");
        if (!parameters.Any(p => p.ParameterType == typeof(HttpRequest)))
            return null;
        var file = new ByteArrayContent(TestWorld.Pdf);
        file.Headers.ContentType = new(
            Route.EndsWith("/imports", StringComparison.Ordinal) ? "text/csv"
            : Route.EndsWith("/statements", StringComparison.Ordinal) ? "application/xml"
            : "application/pdf"
        );
        return file;
    }

    /// <summary>JSON of a type as the product reads it.</summary>
    public static JsonNode? Sample(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Sample(inner);
        if (type.IsEnum)
            return char.ToLowerInvariant(Enum.GetNames(type)[0][0]) + Enum.GetNames(type)[0][1..];
        if (type == typeof(string))
            return "some text";
        if (type == typeof(bool))
            return true;
        if (type == typeof(long) || type == typeof(int))
            return 1;
        if (type == typeof(Guid) || type.GetInterfaces().Any(i => i.Name.StartsWith("IId`", StringComparison.Ordinal)))
            return Guid.NewGuid().ToString();
        if (type == typeof(Currency))
            return "GBP";
        if (type == typeof(DateOnly))
            return "2031-01-01";
        if (type == typeof(DateTime))
            return new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture);
        if (type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable)))
            return new JsonArray();
        var values = new JsonObject();
        foreach (var p in type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters())
            values[char.ToLowerInvariant(p.Name![0]) + p.Name[1..]] = Sample(p.ParameterType);
        return values;
    }
}
