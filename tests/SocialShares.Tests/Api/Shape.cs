using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialShares.Tests.Api;

/// <summary>Compares an answer with the schema that describes it: members, kinds of values, nothing unsaid.</summary>
internal static class Shape
{
    /// <returns>What differs, with the place.</returns>
    public static IEnumerable<string> Differences(JsonNode document, JsonNode schema, JsonNode? value, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Differences(document, Resolve(document, reference), value, at);
        if (schema["oneOf"] is JsonArray one)
            return one.Any(s => !Differences(document, s!, value, at).Any()) ? [] : [$"{at}: fits none of its shapes"];
        if (schema["allOf"] is JsonArray all)
            return all.SelectMany(s => Differences(document, s!, value, at));
        var types = schema["type"] switch
        {
            JsonArray several => several.Select(t => (string)t!).ToList(),
            JsonValue single => [(string)single!],
            _ => [],
        };
        if (
            types.Count > 0
            && !types.Contains(KindOf(value))
            && !(types.Contains("number") && KindOf(value) == "integer")
        )
            return [$"{at}: is {KindOf(value)}, described as {string.Join(" or ", types)}"];
        if (schema["enum"] is JsonArray names && value is not null && !names.Any(n => JsonNode.DeepEquals(n, value)))
            return [$"{at}: {value} is not one of the described names"];
        return value switch
        {
            JsonArray items when schema["items"] is { } item => items.SelectMany(
                (v, i) => Differences(document, item, v, $"{at}[{i}]")
            ),
            JsonObject members => Members(document, schema, members, at),
            _ => [],
        };
    }

    private static IEnumerable<string> Members(JsonNode document, JsonNode schema, JsonObject members, string at)
    {
        var known = schema["properties"]?.AsObject() ?? [];
        var required = schema["required"]?.AsArray().Select(r => (string)r!) ?? [];
        foreach (var missing in required.Where(r => !members.ContainsKey(r)))
            yield return $"{at}.{missing}: missing";
        foreach (var (name, value) in members)
        {
            if (known[name] is not { } property)
            {
                if (known.Count > 0)
                    yield return $"{at}.{name}: not described";
                continue;
            }
            foreach (var difference in Differences(document, property, value, $"{at}.{name}"))
                yield return difference;
        }
    }

    private static string KindOf(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => value.ToJsonString().Contains('.') ? "number" : "integer",
            _ => "boolean",
        };

    private static JsonNode Resolve(JsonNode document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, part) => node[part]!);
}
