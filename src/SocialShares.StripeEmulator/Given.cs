using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>The checked parameters of one request, read by name.</summary>
internal sealed class Given(JsonObject values, string prefix = "")
{
    public JsonObject Values => values;

    public bool Has(string name) => values.ContainsKey(name);

    public string? Text(string name) => (string?)values[name];

    public long? Number(string name) => (long?)values[name];

    public bool? Flag(string name) => (bool?)values[name];

    public string Required(string name) => Text(name) ?? throw StripeError.Missing(PathOf(name));

    public long RequiredNumber(string name) => Number(name) ?? throw StripeError.Missing(PathOf(name));

    /// <summary>The inner parameters, or none.</summary>
    public Given Inner(string name) => new(values[name] as JsonObject ?? [], PathOf(name));

    public IEnumerable<Given> Items(string name) =>
        (values[name]?.AsArray() ?? []).Select((x, i) => new Given(x!.AsObject(), $"{PathOf(name)}[{i}]"));

    public IReadOnlyList<string> Texts(string name) => [.. (values[name]?.AsArray() ?? []).Select(x => (string)x!)];

    public string PathOf(string name) => prefix.Length == 0 ? name : $"{prefix}[{name}]";

    /// <summary>Stripe merges metadata: an empty value removes its key, an empty whole removes all.</summary>
    public void MergeMetadata(Dictionary<string, string> into, string name = "metadata")
    {
        if (values[name] is JsonValue)
        {
            into.Clear();
            return;
        }

        foreach (var (key, value) in values[name]?.AsObject() ?? [])
        {
            if (((string)value!).Length == 0)
            {
                into.Remove(key);
            }
            else
            {
                into[key] = (string)value!;
            }
        }
    }

    /// <summary>Refuses what Stripe knows and this emulator would silently ignore.</summary>
    public void Only(params ReadOnlySpan<string> supported)
    {
        foreach (var (name, _) in values)
        {
            if (!supported.Contains(name) && name != "expand")
            {
                throw StripeError.NotEmulated($"the parameter '{PathOf(name)}'", PathOf(name));
            }
        }
    }
}
