using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Checks a request against its published shape and gives its values their types. Closed: unknown is refused.</summary>
internal static class RequestRules
{
    private const int MetadataKeys = 50;
    private const int MetadataKeyLength = 40;
    private const int MetadataValueLength = 500;

    public static JsonObject Check(Operation operation, FormTree tree) => ReadObject(operation.RequestShape, tree, "");

    private static JsonObject ReadObject(JsonObject shape, FormTree tree, string path)
    {
        if (tree.Branches is null)
        {
            throw StripeError.Invalid($"Invalid object: {path}", path);
        }

        var properties = shape["properties"]?.AsObject();
        if (properties is null)
        {
            return ReadMap(tree, path);
        }

        var values = new JsonObject();
        foreach (var (name, branch) in tree.Branches)
        {
            var here = path.Length == 0 ? name : $"{path}[{name}]";
            if (properties[name] is not JsonObject property)
            {
                throw StripeError.Invalid($"Received unknown parameter: {here}", here, "parameter_unknown");
            }

            values[name] = Read(property, branch, here);
        }

        foreach (var name in shape["required"]?.AsArray() ?? [])
        {
            if (!values.ContainsKey((string)name!))
            {
                throw StripeError.Missing(path.Length == 0 ? (string)name! : $"{path}[{name}]");
            }
        }

        return values;
    }

    private static JsonNode? Read(JsonObject shape, FormTree tree, string path)
    {
        if (shape["anyOf"] is JsonArray options)
        {
            return ReadAny(options, tree, path);
        }

        return (string?)shape["type"] switch
        {
            "object" => ReadObject(shape, tree, path),
            "array" => ReadList(shape, tree, path),
            _ => ReadLeaf(shape, tree, path),
        };
    }

    /// <summary>The first option whose kind (branches or leaf) fits; several leaf options are tried in turn.</summary>
    private static JsonNode? ReadAny(JsonArray options, FormTree tree, string path)
    {
        StripeError? refusal = null;
        foreach (var option in options.Select(x => x!.AsObject()))
        {
            var wantsBranches = (string?)option["type"] is "object" or "array";
            if (wantsBranches != (tree.Branches is not null))
            {
                continue;
            }

            try
            {
                return Read(option, tree, path);
            }
            catch (StripeError e)
            {
                refusal ??= e;
            }
        }

        throw refusal ?? StripeError.Invalid($"Invalid {path}", path);
    }

    private static JsonArray ReadList(JsonObject shape, FormTree tree, string path)
    {
        if (tree.Branches is null)
        {
            throw StripeError.Invalid("Invalid array", path);
        }

        var list = new JsonArray();
        foreach (var (index, item) in tree.Branches)
        {
            if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                throw StripeError.Invalid("Invalid array", path);
            }

            list.Add(Read(shape["items"]!.AsObject(), item, $"{path}[{index}]"));
        }

        return list;
    }

    private static JsonNode? ReadLeaf(JsonObject shape, FormTree tree, string path)
    {
        var text = tree.Leaf ?? throw StripeError.Invalid($"Invalid string: {path} must not hold parts", path);
        var choices = shape["enum"]?.AsArray();
        if (choices is not null)
        {
            return ReadChoice(shape, choices, text, path);
        }

        if (text.Length == 0)
        {
            throw StripeError.Invalid(
                $"You passed an empty string for '{path}'. We assume empty values are an attempt to unset a field; "
                    + $"however '{path}' cannot be unset. You should remove '{path}' from your request or supply a non-empty value.",
                path,
                "parameter_invalid_empty"
            );
        }

        return (string?)shape["type"] switch
        {
            "integer" => ReadInteger(text, path),
            "boolean" => text switch
            {
                "true" => true,
                "false" => false,
                _ => throw StripeError.Invalid($"Invalid boolean: {text}", path),
            },
            "number" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : throw StripeError.Invalid($"Invalid number: {text}", path),
            _ => text,
        };
    }

    private static JsonValue ReadInteger(string text, string path) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw StripeError.Invalid($"Invalid integer: {text}", path, "parameter_invalid_integer");

    private static JsonValue ReadChoice(JsonObject shape, JsonArray choices, string text, string path)
    {
        var known = choices.Select(x => (string)x!).ToList();
        var open = (string?)shape["description"] == "open enum";
        if (known.Contains(text, StringComparer.Ordinal) || (open && text.Length > 0))
        {
            return JsonValue.Create(text);
        }

        throw StripeError.Invalid($"Invalid {path}: must be one of {string.Join(", ", known)}", path);
    }

    /// <summary>Free key-value pairs: metadata. An empty value stays, it unsets the key.</summary>
    private static JsonObject ReadMap(FormTree tree, string path)
    {
        var map = new JsonObject();
        foreach (var (key, branch) in tree.Branches!)
        {
            var value = branch.Leaf ?? throw StripeError.Invalid($"Invalid string: {path}[{key}]", $"{path}[{key}]");
            if (key.Length > MetadataKeyLength)
            {
                throw StripeError.Invalid(
                    $"Invalid {path} key: must be at most {MetadataKeyLength} characters long",
                    path
                );
            }

            if (value.Length > MetadataValueLength)
            {
                throw StripeError.Invalid($"Invalid {path} value: at most {MetadataValueLength} characters", path);
            }

            map[key] = value;
        }

        return map.Count <= MetadataKeys
            ? map
            : throw StripeError.Invalid($"You may only specify up to {MetadataKeys} {path} keys at a time", path);
    }
}
