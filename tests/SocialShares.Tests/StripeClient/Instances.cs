using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialShares.Tests.StripeCalls;

/// <summary>Which of the allowed answers to make.</summary>
public enum Fullness
{
    /// <summary>Only what must be there, null wherever null is allowed.</summary>
    Sparse,

    /// <summary>Everything, expandable objects as ids.</summary>
    Full,

    /// <summary>Everything, expandable objects whole.</summary>
    Expanded,
}

/// <summary>Makes answers that fit Stripe's shapes. Every number and text in one answer differs, so that no two fields can be mixed up.</summary>
internal sealed class Instances(Fullness fullness)
{
    private const int Depth = 4;
    private const long FirstInstant = 1_785_000_000; // July 2026, a plausible instant and a plausible amount
    private int made;

    public JsonNode? Of(JsonNode schema, int depth = 0)
    {
        schema = Subset.Resolve(schema);
        if (Subset.IsNullable(schema) && !Rich(depth))
            return null;
        if (schema["anyOf"] is { } choices)
            return Choose(schema, choices.AsArray(), depth);
        made++;
        return (string?)schema["type"] switch
        {
            "object" => OfObject(schema, depth),
            "array" => OfArray(schema, depth),
            "integer" => FirstInstant + made,
            "number" => 1.0625m + made,
            "boolean" => made % 2 == 0 || schema["enum"] is not null,
            _ => Subset.EnumOf(schema).FirstOrDefault() ?? $"text {made.ToString(CultureInfo.InvariantCulture)}",
        };
    }

    private bool Rich(int depth) => fullness != Fullness.Sparse && depth < Depth;

    private JsonNode? Choose(JsonNode schema, JsonArray choices, int depth)
    {
        var whole = schema["x-expansionResources"] is null || (fullness == Fullness.Expanded && depth < Depth);
        var choice = whole ? choices.FirstOrDefault(c => c!["$ref"] is not null) ?? choices[0] : choices[0];
        return Of(choice!, depth);
    }

    private JsonObject OfObject(JsonNode schema, int depth)
    {
        var required = schema["required"]?.AsArray().Select(r => (string)r!).ToHashSet(StringComparer.Ordinal) ?? [];
        var whole = new JsonObject();
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
            if (required.Contains(name) || Rich(depth))
                whole[name] = Of(property!, depth + 1);
        if (schema["additionalProperties"] is JsonObject value && Rich(depth))
            whole["a key"] = Of(value, depth + 1);
        return whole;
    }

    private JsonArray OfArray(JsonNode schema, int depth)
    {
        var items = new JsonArray();
        for (var i = 0; Rich(depth) && i < 2; i++)
            items.Add(Of(schema["items"]!, depth + 1));
        return items;
    }
}
