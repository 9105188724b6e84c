using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;

namespace SocialShares.Stripe;

/// <summary>
/// Writes a request record the way Stripe reads forms: <c>a[b][c]=v</c>, lists as <c>a[0]=v</c>, instants as unix seconds.
/// What is null or empty is left out, so that nothing is cleared by accident; an empty string is sent, and clears.
/// </summary>
internal static class StripeForm
{
    private const int MaxMetadataKeys = 50;
    private const int MaxMetadataKeyLength = 40;
    private const int MaxMetadataValueLength = 500;

    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Fields = new();

    /// <summary>For a body or a query string.</summary>
    public static string Encode(object? request)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in Pairs(request))
        {
            if (text.Length > 0)
                text.Append('&');
            text.Append(EscapeKey(key)).Append('=').Append(Uri.EscapeDataString(value));
        }
        return text.ToString();
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(object? request)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        if (request is not null)
            AddFields(pairs, prefix: "", request);
        return pairs;
    }

    private static string EscapeKey(string key) =>
        Uri.EscapeDataString(key)
            .Replace("%5B", "[", StringComparison.Ordinal)
            .Replace("%5D", "]", StringComparison.Ordinal);

    private static void AddFields(List<KeyValuePair<string, string>> pairs, string prefix, object from)
    {
        foreach (var (name, property) in Fields.GetOrAdd(from.GetType(), FieldsOf))
            Add(pairs, prefix.Length == 0 ? name : $"{prefix}[{name}]", name, property.GetValue(from));
    }

    private static void Add(List<KeyValuePair<string, string>> pairs, string key, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                pairs.Add(new(key, name == "currency" ? text.ToLowerInvariant() : text));
                break;
            case bool flag:
                pairs.Add(new(key, flag ? "true" : "false"));
                break;
            case int or long or decimal:
                pairs.Add(new(key, ((IFormattable)value).ToString(format: null, CultureInfo.InvariantCulture)));
                break;
            case DateTimeOffset instant:
                pairs.Add(new(key, instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
                break;
            case IReadOnlyDictionary<string, string> map:
                AddMetadata(pairs, key, map);
                break;
            case IEnumerable list:
                AddList(pairs, key, name, list);
                break;
            default:
                AddFields(pairs, key, value);
                break;
        }
    }

    private static void AddList(List<KeyValuePair<string, string>> pairs, string key, string name, IEnumerable list)
    {
        var index = 0;
        foreach (var item in list)
        {
            Add(pairs, $"{key}[{index.ToString(CultureInfo.InvariantCulture)}]", name, item);
            index++;
        }
    }

    private static void AddMetadata(
        List<KeyValuePair<string, string>> pairs,
        string key,
        IReadOnlyDictionary<string, string> map
    )
    {
        if (map.Count > MaxMetadataKeys)
            throw new ArgumentException($"Stripe keeps at most {MaxMetadataKeys} metadata keys.");
        foreach (var (name, value) in map.OrderBy(m => m.Key, StringComparer.Ordinal)) // the same content is the same request
        {
            if (name.Length is 0 or > MaxMetadataKeyLength || name.AsSpan().ContainsAny('[', ']'))
                throw new ArgumentException(
                    $"A metadata key has 1 to {MaxMetadataKeyLength} characters and no square bracket."
                );
            if (value.Length > MaxMetadataValueLength)
                throw new ArgumentException($"The metadata value of '{name}' is longer than {MaxMetadataValueLength}.");
            pairs.Add(new($"{key}[{name}]", value));
        }
    }

    private static (string, PropertyInfo)[] FieldsOf(Type type)
    {
        // Only our own records have fields; anything else (a double, a DateTime, an enum) has no agreed way of writing.
        if (type.Assembly != typeof(StripeForm).Assembly)
            throw new NotSupportedException($"A Stripe request cannot hold a {type.Name}.");
        return
        [
            .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()
            where property.GetCustomAttribute<JsonIgnoreAttribute>() is null
            select (
                name?.Name ?? throw new NotSupportedException($"{type.Name}.{property.Name} has no name at Stripe."),
                property
            ),
        ];
    }
}
