using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

/// <summary>An operation of the client, found by looking at the client: one that is added is tested without being listed here.</summary>
internal sealed record Operation(string Name, Type Answer, Func<StripeClient, Func<Type, object>, Task> Call)
{
    public static IReadOnlyList<Operation> All { get; } = [.. Methods(), .. Lists()];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(o => o.Name)];

    public static Operation Named(string name) => All.Single(o => o.Name == name);

    private static IEnumerable<Operation> Methods() =>
        from method in typeof(StripeClient).GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where !method.IsGenericMethod && typeof(Task).IsAssignableFrom(method.ReturnType)
        select new Operation(
            method.Name,
            method.ReturnType.GetGenericArguments()[0].GetGenericArguments()[0],
            (client, fill) => (Task)method.Invoke(client, [.. method.GetParameters().Select(p => Argument(p, fill))])!
        );

    private static IEnumerable<Operation> Lists() =>
        from type in typeof(StripeClient).Assembly.GetTypes()
        where
            !type.IsAbstract
            && type.BaseType is { IsGenericType: true } parent
            && parent.GetGenericTypeDefinition() == typeof(StripeListRequest<>)
        let item = type.BaseType!.GetGenericArguments()[0]
        let list = typeof(StripeClient).GetMethod(nameof(StripeClient.List))!.MakeGenericMethod(item)
        select new Operation(
            type.Name,
            typeof(StripeList<>).MakeGenericType(item),
            (client, fill) => (Task)list.Invoke(client, [fill(type), null, CancellationToken.None])!
        );

    private static object? Argument(ParameterInfo parameter, Func<Type, object> fill) =>
        parameter.Name switch
        {
            "idempotencyKey" => "key-1",
            "stripeAccount" => "acct_1",
            "expand" => new[] { "an.object" },
            "ct" => CancellationToken.None,
            _ when parameter.ParameterType == typeof(string) => "id_1",
            _ => fill(parameter.ParameterType),
        };

    /// <summary>A request with every field set, fitting what Stripe allows where that is known.</summary>
    public static object Filled(Type type, JsonNode? schema)
    {
        var request = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;
            property.SetValue(request, Value(property.PropertyType, schema?["properties"]?[name]));
        }
        return request;
    }

    private static object Value(Type type, JsonNode? schema)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return schema is null ? "text" : Subset.EnumOf(schema).FirstOrDefault() ?? "text";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int) || type == typeof(long))
            return Convert.ChangeType(7, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.FromUnixTimeSeconds(1_785_000_000);
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return new Dictionary<string, string> { ["a key"] = "a value" };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return ListOf(type.GetGenericArguments()[0], schema?["items"]);
        var choice = schema?["anyOf"]?.AsArray().FirstOrDefault(c => c!["properties"] is not null) ?? schema;
        return Filled(type, choice);
    }

    private static Array ListOf(Type item, JsonNode? schema)
    {
        var list = Array.CreateInstance(item, 2);
        list.SetValue(Value(item, schema), 0);
        list.SetValue(Value(item, schema), 1);
        return list;
    }
}

/// <summary>Answers each request as told and keeps what was asked.</summary>
internal sealed class AnswersWith(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<(HttpRequestMessage Request, string Form)> Asked { get; } = [];

    public static AnswersWith Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(_ => new HttpResponseMessage(status)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        });

    public StripeClient Client(StripeOptions? options = null) =>
        new(
            new HttpClient(this),
            options ?? new StripeOptions { ApiKey = "sk_test_secret" },
            new InstantClock(),
            Random.Shared
        );

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var form = request.Content is null
            ? request.RequestUri!.Query.TrimStart('?')
            : await request.Content.ReadAsStringAsync(ct);
        Asked.Add((request, form));
        return answer(request);
    }
}
