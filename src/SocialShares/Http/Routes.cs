using System.Reflection;
using MediatR;

namespace SocialShares.Http;

/// <summary>Maps every use case that has a route: a type in <c>Features</c> with a static <c>Map</c>.</summary>
internal static class Routes
{
    /// <summary>Where the API lives; breaking changes get a new number.</summary>
    public const string Prefix = "/api/v1";

    /// <summary>Name of the header whose key makes a POST repeatable.</summary>
    public const string KeyHeader = "Idempotency-Key";

    public static IEndpointRouteBuilder MapUseCases(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Prefix);
        foreach (var type in typeof(Routes).Assembly.GetTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
            type.GetMethod("Map", BindingFlags.Public | BindingFlags.Static, [typeof(IEndpointRouteBuilder)])
                ?.Invoke(null, [api]);
        return app;
    }

    /// <summary>Sends a request and answers 200 with its answer.</summary>
    public static async Task<TAnswer> Ask<TAnswer>(
        this IMediator mediator,
        IRequest<TAnswer> request,
        CancellationToken ct
    ) => await mediator.Send(request, ct);
}

/// <summary>The client's key of a POST, read from the header <c>Idempotency-Key</c>.</summary>
public readonly record struct IdempotencyKey(Guid Value)
{
    public static ValueTask<IdempotencyKey> BindAsync(HttpContext http)
    {
        var text = http.Request.Headers[Routes.KeyHeader].ToString();
        if (text.Length == 0)
            throw new Malformed(Routes.KeyHeader, "idempotency.key-missing");
        return Guid.TryParse(text, out var key) && key != Guid.Empty
            ? ValueTask.FromResult(new IdempotencyKey(key))
            : throw new Malformed(Routes.KeyHeader, "idempotency.key-malformed");
    }
}

/// <summary>Something in the request could not be read: 400 at the field.</summary>
public sealed class Malformed(string field, string code) : Exception(code)
{
    public string Field { get; } = field;

    public string Code { get; } = code;
}
