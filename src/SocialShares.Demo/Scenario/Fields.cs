using System.Globalization;
using System.Text.Json;

namespace SocialShares.Demo.Scenario;

/// <summary>The fields of one object of the input; each is read strictly and named in full when it is wrong.</summary>
internal sealed class Fields(JsonElement json, string path = "")
{
    public IReadOnlyList<string> Names { get; } =
        json.ValueKind == JsonValueKind.Object ? [.. json.EnumerateObject().Select(p => p.Name)] : [];

    public string? Text(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(name, "a text");

    public IReadOnlyList<string> Texts(string name) =>
        Find(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.ToString())]
        : throw Wrong(name, "a list");

    public bool Flag(string name) =>
        Find(name) is { } value
        && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(name, "true or false"),
        };

    public long? Number(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : throw Wrong(name, "a whole number");

    public DateOnly? Day(string name) =>
        Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw Wrong(name, "a date such as 2018-07-27");

    /// <summary>An amount of whole currency units with at most two decimals, as minor units.</summary>
    public long? Minor(string name) => Scaled(name, 2);

    /// <summary>A percentage with at most four decimals, as parts per million.</summary>
    public int? Ppm(string name) => Scaled(name, 4) is { } ppm ? checked((int)ppm) : null;

    /// <summary>An object in this one; empty where there is none.</summary>
    /// <exception cref="CannotExpress">It has a field that is not in the list.</exception>
    public Fields Inner(string name, string[] known)
    {
        var inner = new Fields(Find(name) ?? default, $"{path}{name}.");
        if (inner.Names.FirstOrDefault(n => !known.Contains(n)) is { } unknown)
            throw CannotExpress.NotYet($"{path}{name}.{unknown}");
        return inner;
    }

    /// <summary>A list of objects; empty where there is none.</summary>
    /// <exception cref="CannotExpress">One has a field that is not in the list.</exception>
    public IReadOnlyList<Fields> Objects(string name, string[] known)
    {
        if (Find(name) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            throw Wrong(name, "a list");
        var all = value.EnumerateArray().Select(v => new Fields(v, $"{path}{name}.")).ToList();
        return all.SelectMany(f => f.Names).FirstOrDefault(n => !known.Contains(n)) is { } unknown
            ? throw CannotExpress.NotYet($"{path}{name}.{unknown}")
            : all;
    }

    /// <summary>A number of years with at most four decimals, as whole months.</summary>
    public int? Months(string name) =>
        Scaled(name, 4) is not { } years ? null
        : years * 12 % 10_000 == 0 ? checked((int)(years * 12 / 10_000))
        : throw Wrong(name, "whole months in years, such as 1.5");

    /// <summary>One of these words; null where there is none.</summary>
    public T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        Text(name) is not { } text ? null
        : words.TryGetValue(text, out var value) ? value
        : throw CannotExpress.NotYet($"{path}{name} {text}");

    /// <summary>A text that must be one of these.</summary>
    public void MustBe(string name, string[] allowed, bool isRequired = false)
    {
        var text = Text(name);
        if (text is null ? isRequired : !allowed.Contains(text))
            throw CannotExpress.NotYet($"{path}{name} {text ?? "(none)"}");
    }

    private JsonElement? Find(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    // Read from the digits: no fraction of binary arithmetic can slip in.
    private long? Scaled(string name, int decimals)
    {
        if (Find(name) is not { } value)
            return null;
        var parts = value.GetRawText().Split('.');
        var fraction = parts.Length > 1 ? parts[1].TrimEnd('0') : "";
        if (value.ValueKind != JsonValueKind.Number || parts.Length > 2 || fraction.Length > decimals)
            throw Wrong(name, $"a number with at most {decimals.ToString(CultureInfo.InvariantCulture)} decimals");
        return long.TryParse(
            parts[0] + fraction.PadRight(decimals, '0'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var scaled
        )
            ? scaled
            : throw Wrong(name, "a positive number");
    }

    private CannotExpress Wrong(string name, string wanted) => new($"{path}{name} must be {wanted}");
}
