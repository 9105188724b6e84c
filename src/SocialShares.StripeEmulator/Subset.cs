using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>One operation of Stripe's API: where it lives, what a request may hold.</summary>
internal sealed record Operation(string Id, string Method, string Path, JsonObject RequestShape);

/// <summary>
/// The published shapes of Stripe's API, embedded. Requests are checked against them and answers are filled from them,
/// so the emulator cannot know a parameter that Stripe does not know, nor leave out a field that Stripe always sends.
/// </summary>
internal sealed class Subset
{
    public const string ApiVersion = "2026-07-29.dahlia";
    private readonly JsonObject schemas;
    private readonly Dictionary<string, Fields> fieldsOf = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    private Subset(JsonObject document)
    {
        schemas = document["components"]!["schemas"]!.AsObject();
        Operations = [.. ReadOperations(document["paths"]!.AsObject())];
    }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Read once for all hosts of the process: tests start dozens of them.</summary>
    public static Subset Shared => Loaded.Value;

    private static readonly Lazy<Subset> Loaded = new(Load);

    private static Subset Load()
    {
        using var stream =
            typeof(Subset).Assembly.GetManifestResourceStream("stripe-openapi.json")
            ?? throw new InvalidOperationException("The embedded OpenAPI subset is missing.");
        return new Subset(JsonNode.Parse(stream)!.AsObject());
    }

    /// <summary>Adds what Stripe always sends and we have nothing to say about: null, false, an empty list.</summary>
    public JsonObject Fill(string schema, JsonObject given) => Fill(FieldsOf(schema), given, schema);

    /// <summary>May the property of this object be replaced by the whole object behind its id?</summary>
    public bool IsExpandable(string schema, string property) =>
        FieldsOf(schema).ByName.TryGetValue(property, out var field) && field.Expandable;

    private static JsonObject Fill(Fields fields, JsonObject given, string path)
    {
        foreach (var field in fields.All)
        {
            if (given.TryGetPropertyValue(field.Name, out var value))
            {
                FillNested(field, value, path);
            }
            else if (field.Required)
            {
                given[field.Name] = field.Empty(path);
            }
        }

        return given;
    }

    private static void FillNested(Field field, JsonNode? value, string path)
    {
        if (value is JsonObject inner && field.Nested is { } nested && !inner.ContainsKey("id"))
        {
            Fill(nested(), inner, $"{path}.{field.Name}");
        }
    }

    private Fields FieldsOf(string schema)
    {
        lock (gate)
        {
            if (!fieldsOf.TryGetValue(schema, out var fields))
            {
                fields = fieldsOf[schema] = ReadFields(schemas[schema]!.AsObject());
            }

            return fields;
        }
    }

    private Fields ReadFields(JsonObject shape)
    {
        var required = shape["required"]?.AsArray().Select(x => (string)x!).ToHashSet(StringComparer.Ordinal) ?? [];
        var all = new List<Field>();
        foreach (var (name, node) in shape["properties"]?.AsObject() ?? [])
        {
            var property = node!.AsObject();
            all.Add(
                new Field(name, required.Contains(name), property, NestedOf(property))
                {
                    Expandable = property.ContainsKey("x-expansionResources"),
                }
            );
        }

        return new Fields(all, all.ToDictionary(x => x.Name, StringComparer.Ordinal));
    }

    /// <summary>The shape of an inner object that is always written out (never an id).</summary>
    private Func<Fields>? NestedOf(JsonObject property)
    {
        if (property.ContainsKey("x-expansionResources"))
        {
            return null;
        }

        var options = property["anyOf"]?.AsArray();
        var target =
            options is null ? property
            : options is [JsonObject only] ? only
            : null;
        if (target?["$ref"] is { } reference)
        {
            var name = ((string)reference!)["#/components/schemas/".Length..];
            return () => FieldsOf(name);
        }

        if (target is null || !target.ContainsKey("properties"))
        {
            return null;
        }

        var inline = new Lazy<Fields>(() => ReadFields(target));
        return () => inline.Value;
    }

    private static IEnumerable<Operation> ReadOperations(JsonObject paths)
    {
        foreach (var (path, methods) in paths)
        {
            foreach (var (method, node) in methods!.AsObject())
            {
                var operation = node!.AsObject();
                var shape =
                    operation["requestBody"]?["content"]?["application/x-www-form-urlencoded"]?["schema"]?.AsObject()
                    ?? QueryShape(operation);
                yield return new Operation((string)operation["operationId"]!, method.ToUpperInvariant(), path, shape);
            }
        }
    }

    private static JsonObject QueryShape(JsonObject operation)
    {
        var properties = new JsonObject();
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            if ((string?)parameter!["in"] == "query")
            {
                properties[(string)parameter["name"]!] = parameter["schema"]!.DeepClone();
            }
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private sealed record Fields(IReadOnlyList<Field> All, IReadOnlyDictionary<string, Field> ByName);

    private sealed record Field(string Name, bool Required, JsonObject Shape, Func<Fields>? Nested)
    {
        public bool Expandable { get; init; }

        private readonly bool nullable = (bool?)Shape["nullable"] ?? false;
        private readonly string? type = (string?)Shape["type"];
        private readonly string? onlyValue =
            Shape["enum"] is JsonArray { Count: 1 } values && (string?)Shape["type"] == "string"
                ? (string?)values[0]
                : null;

        public JsonNode? Empty(string path)
        {
            if (nullable)
            {
                return null;
            }

            return (onlyValue, Nested, type) switch
            {
                ({ } value, _, _) => value,
                (_, { } nested, _) => Fill(nested(), [], $"{path}.{Name}"),
                (_, _, "array") => new JsonArray(),
                (_, _, "object") => new JsonObject(),
                (_, _, "boolean") => false,
                _ => throw new InvalidOperationException($"The emulator gave no value for {path}.{Name}."),
            };
        }
    }
}
