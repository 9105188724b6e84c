using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialShares.StripeEmulator;

namespace SocialShares.Tests.StripeEmulator;

/// <summary>
/// An independent reading of the published shapes: says what is wrong with an answer. Written apart from the emulator's own
/// reading, so that the two check each other.
/// </summary>
internal sealed class AnswerShapes
{
    private readonly JsonObject document;
    private readonly List<(string Method, Regex Path, JsonObject Operation)> operations = [];

    public AnswerShapes()
    {
        using var stream = typeof(StripeEmulatorHost).Assembly.GetManifestResourceStream("stripe-openapi.json")!;
        document = JsonNode.Parse(stream)!.AsObject();
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            var pattern = "^" + Regex.Replace(path, @"\{[^}]+\}", "[^/]+") + "$";
            foreach (var (method, operation) in methods!.AsObject())
            {
                operations.Add((method.ToUpperInvariant(), new Regex(pattern), operation!.AsObject()));
            }
        }
    }

    public IEnumerable<string> OperationIds => operations.Select(x => (string)x.Operation["operationId"]!);

    public JsonObject? OperationAt(string method, string path) =>
        operations.Find(x => x.Method == method && x.Path.IsMatch(path)).Operation;

    /// <returns>One line for each difference between the answer and its published shape.</returns>
    public IReadOnlyList<string> Differences(JsonObject operation, int status, JsonNode? answer)
    {
        var response = operation["responses"]![status == 200 ? "200" : "default"]!;
        var found = new List<string>();
        Compare(response["content"]!["application/json"]!["schema"]!.AsObject(), answer, "", found);
        return found;
    }

    public IReadOnlyList<string> DifferencesFrom(string schema, JsonNode? answer)
    {
        var found = new List<string>();
        Compare(document["components"]!["schemas"]![schema]!.AsObject(), answer, schema, found);
        return found;
    }

    private void Compare(JsonObject shape, JsonNode? value, string path, List<string> found)
    {
        if (shape["$ref"] is { } reference)
        {
            var name = ((string)reference!).Split('/')[^1];
            Compare(document["components"]!["schemas"]![name]!.AsObject(), value, $"{path}<{name}>", found);
        }
        else if (value is null)
        {
            Expect((bool?)shape["nullable"] ?? false, $"{path} is null", found);
        }
        else if (shape["anyOf"] is JsonArray options)
        {
            CompareAny(options, value, path, found);
        }
        else
        {
            CompareTyped(shape, value, path, found);
        }
    }

    private void CompareAny(JsonArray options, JsonNode value, string path, List<string> found)
    {
        List<string>? fewest = null;
        foreach (var option in options)
        {
            var differences = new List<string>();
            Compare(option!.AsObject(), value, path, differences);
            fewest = fewest is null || differences.Count < fewest.Count ? differences : fewest;
        }

        found.AddRange(fewest ?? []);
    }

    private void CompareTyped(JsonObject shape, JsonNode value, string path, List<string> found)
    {
        switch ((string?)shape["type"])
        {
            case "object":
                CompareObject(shape, value as JsonObject, path, found);
                break;
            case "array":
                Expect(value is JsonArray, $"{path} is no list", found);
                foreach (var (item, i) in (value as JsonArray ?? []).Select((x, i) => (x, i)))
                {
                    Compare(shape["items"]!.AsObject(), item, $"{path}[{i}]", found);
                }

                break;
            case "string":
                CompareText(shape, value, path, found);
                break;
            case "integer":
                Expect(value is JsonValue v && v.TryGetValue<long>(out _), $"{path} is no integer", found);
                break;
            case "number":
                Expect(value is JsonValue n && n.TryGetValue<double>(out _), $"{path} is no number", found);
                break;
            case "boolean":
                CompareBoolean(shape, value, path, found);
                break;
            default:
                found.Add($"{path}: unknown type in the subset");
                break;
        }
    }

    private void CompareObject(JsonObject shape, JsonObject? value, string path, List<string> found)
    {
        if (value is null)
        {
            found.Add($"{path} is no object");
            return;
        }

        foreach (var name in shape["required"]?.AsArray() ?? [])
        {
            Expect(value.ContainsKey((string)name!), $"{path}.{name} is missing", found);
        }

        var properties = shape["properties"]?.AsObject();
        foreach (var (name, inner) in value)
        {
            if (properties is null)
            {
                continue;
            }

            if (properties[name] is JsonObject property)
            {
                Compare(property, inner, $"{path}.{name}", found);
            }
            else
            {
                found.Add($"{path}.{name} is not in the subset");
            }
        }
    }

    private static void CompareText(JsonObject shape, JsonNode value, string path, List<string> found)
    {
        if (value is not JsonValue json || !json.TryGetValue<string>(out var text))
        {
            found.Add($"{path} is no text");
            return;
        }

        var choices = shape["enum"]?.AsArray().Select(x => (string)x!).ToList();
        Expect(
            choices is null || choices.Contains(text),
            $"{path} is '{text}', not one of the published values",
            found
        );
    }

    private static void CompareBoolean(JsonObject shape, JsonNode value, string path, List<string> found)
    {
        var fits =
            value is JsonValue json
            && json.TryGetValue<bool>(out var flag)
            && (shape["enum"] is not JsonArray only || (bool)only[0]! == flag);
        Expect(fits, $"{path} is not the published boolean", found);
    }

    private static void Expect(bool condition, string difference, List<string> found)
    {
        if (!condition)
        {
            found.Add(difference);
        }
    }
}
