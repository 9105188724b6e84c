using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialShares.StripeEmulator;

namespace SocialShares.Tests.StripeCalls;

/// <summary>Stripe's published shapes: which parameters an operation takes, and what an answer may look like.</summary>
internal static class Subset
{
    private static readonly JsonObject Root = Load();

    public static string Version => (string)Root["info"]!["version"]!;

    public static JsonObject Schema(string name) => Root["components"]!["schemas"]![name]!.AsObject();

    /// <summary>The operation a request went to, found by its path with ids in it.</summary>
    public static JsonObject Operation(HttpMethod method, string path)
    {
        var segments = path.Trim('/').Split('/');
        var found = Root["paths"]!
            .AsObject()
            .Where(p => Fits(p.Key.Trim('/').Split('/'), segments))
            .OrderBy(p => p.Key.Count(c => c == '{'))
            .Select(p => p.Value![method.Method.ToLowerInvariant()])
            .FirstOrDefault(o => o is not null);
        return found?.AsObject() ?? throw new ShouldAssertException($"Stripe has no {method} {path}.");
    }

    /// <summary>Body of a POST or query of a GET, as one closed object.</summary>
    public static JsonObject Parameters(JsonObject operation)
    {
        if (operation["requestBody"] is { } body)
            return body["content"]!["application/x-www-form-urlencoded"]!["schema"]!.AsObject();
        var properties = new JsonObject();
        foreach (var parameter in operation["parameters"]!.AsArray().Where(p => (string)p!["in"]! == "query"))
            properties[(string)parameter!["name"]!] = parameter["schema"]!.DeepClone();
        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    public static JsonObject Answer(JsonObject operation) =>
        Resolve(operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!);

    public static JsonObject Resolve(JsonNode schema) =>
        schema["$ref"] is { } reference ? Schema(((string)reference!).Split('/')[^1]) : schema.AsObject();

    public static bool IsNullable(JsonNode schema) => schema["nullable"]?.GetValue<bool>() == true;

    public static IEnumerable<string> EnumOf(JsonNode schema) =>
        schema["enum"]?.AsArray().Select(v => v!.ToString())
        ?? schema["anyOf"]?.AsArray().SelectMany(a => EnumOf(a!))
        ?? [];

    /// <summary>Everything in a sent form that Stripe would refuse.</summary>
    public static IEnumerable<string> Refusals(string path, Field sent, JsonNode schema)
    {
        if (schema["anyOf"] is { } choices)
            return choices.AsArray().Any(c => !Refusals(path, sent, c!).Any()) ? [] : [$"{path} fits no choice"];
        return (string?)schema["type"] switch
        {
            "object" => ObjectRefusals(path, sent, schema),
            "array" => sent.Children.SelectMany(
                (c, i) =>
                    c.Key == i.ToString(CultureInfo.InvariantCulture)
                        ? Refusals($"{path}[{i}]", c.Value, schema["items"]!)
                        : [$"{path}[{c.Key}] is no index"]
            ),
            "integer" => long.TryParse(sent.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? []
                : [$"{path} is no integer"],
            "boolean" => sent.Text is "true" or "false" ? [] : [$"{path} is no boolean"],
            _ when sent.Text is null => [$"{path} is no text"],
            _ => EnumOf(schema) is var words && words.Any() && !words.Contains(sent.Text)
                ? [$"{path} has no such word"]
                : [],
        };
    }

    private static IEnumerable<string> ObjectRefusals(string path, Field sent, JsonNode schema)
    {
        if (sent.Text is not null)
            yield return $"{path} is no object";
        foreach (var required in schema["required"]?.AsArray() ?? [])
            if (!sent.Children.ContainsKey((string)required!))
                yield return $"{path}[{required}] is missing";
        foreach (var (name, child) in sent.Children)
        {
            var known = schema["properties"]?[name] ?? (schema["additionalProperties"] as JsonObject);
            var refusals = known is null ? [$"{path}[{name}] is unknown"] : Refusals($"{path}[{name}]", child, known);
            foreach (var refusal in refusals)
                yield return refusal;
        }
    }

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length
        && template.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private static JsonObject Load()
    {
        using var stream = typeof(StripeEmulatorHost).Assembly.GetManifestResourceStream("stripe-openapi.json")!;
        return JsonNode.Parse(stream, documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!.AsObject();
    }
}

/// <summary>A sent form as a tree, read by its own rules and not by the encoder's.</summary>
internal sealed class Field
{
    public string? Text { get; private set; }
    public Dictionary<string, Field> Children { get; } = [];

    public static Field Parse(string form)
    {
        var root = new Field();
        foreach (var (key, value) in Decode(form))
        {
            var at = root;
            foreach (var name in key.Replace("]", "", StringComparison.Ordinal).Split('['))
                at = at.Children.TryGetValue(name, out var known) ? known : at.Children[name] = new Field();
            at.Text.ShouldBeNull($"{key} was sent twice");
            at.Text = value;
        }
        return root;
    }

    public static IEnumerable<(string Key, string Value)> Decode(string form) =>
        form.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .Select(pair => (Unescape(pair[0]), Unescape(pair[1])));

    private static string Unescape(string encoded) => Uri.UnescapeDataString(encoded.Replace('+', ' '));
}
