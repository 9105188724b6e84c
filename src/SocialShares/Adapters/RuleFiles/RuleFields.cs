using System.Globalization;
using System.Text.Json;

namespace SocialShares.Adapters.RuleFiles;

/// <summary>Reads the fields of one object of a rule pack; each is of its kind, and none is left unread.</summary>
internal sealed class RuleFields
{
    private readonly string file;
    private readonly LocatedJson at;
    private readonly string name;
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public RuleFields(string file, LocatedJson at, string name)
    {
        (this.file, this.at, this.name) = (file, at, name);
        if (at.Kind != JsonValueKind.Object)
            throw Wrong(at.Line, $"{name} must be an object, not {KindOf(at)}");
    }

    public int Line => at.Line;

    /// <summary>What is wrong, on a line.</summary>
    public RulePackMalformed Wrong(int line, string what) => new(file, line, what);

    /// <summary>The line of a field; of the object where the field is missing.</summary>
    public int LineOf(string field) => at.Members.TryGetValue(field, out var member) ? member.Line : at.Line;

    public string Text(string field)
    {
        var value = Require(field, JsonValueKind.String, "a text");
        return string.IsNullOrWhiteSpace(value.Text)
            ? throw Wrong(value.Line, $"{name}.{field} must not be empty")
            : value.Text;
    }

    public string? MaybeText(string field) => Has(field) ? Text(field) : null;

    public bool MaybeFlag(string field)
    {
        if (!Has(field))
            return false;
        var value = at.Members[field].Value;
        return value.Kind is JsonValueKind.True or JsonValueKind.False
            ? value.Kind == JsonValueKind.True
            : throw Wrong(value.Line, $"{name}.{field} must be true or false, not {KindOf(value)}");
    }

    /// <summary>A whole number within bounds.</summary>
    public long Whole(string field, long least, long most)
    {
        var value = Require(field, JsonValueKind.Number, "a whole number");
        if (!long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw Wrong(value.Line, $"{name}.{field} must be a whole number, not {value.Text}");
        return number >= least && number <= most
            ? number
            : throw Wrong(value.Line, $"{name}.{field} must be from {least} to {most}, not {number}");
    }

    public long? MaybeWhole(string field, long least, long most) => Has(field) ? Whole(field, least, most) : null;

    public DateOnly Day(string field)
    {
        var value = Require(field, JsonValueKind.String, "a date like 2026-06-05");
        return DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", out var day)
            ? day
            : throw Wrong(value.Line, $"{name}.{field} must be a date like 2026-06-05, not \"{value.Text}\"");
    }

    public DateOnly? MaybeDay(string field) => Has(field) ? Day(field) : null;

    /// <summary>One of a few words.</summary>
    public T Word<T>(string field, IReadOnlyDictionary<string, T> words) =>
        Word(Text(field), LineOf(field), field, words);

    /// <summary>A list of words.</summary>
    public IReadOnlyList<T> Words<T>(string field, IReadOnlyDictionary<string, T> words) =>
        [.. Texts(field).Select(t => Word(t.Text, t.Line, field, words))];

    /// <summary>A list of texts; empty where the field is missing.</summary>
    public IReadOnlyList<(string Text, int Line)> Texts(string field) =>
        [
            .. Items(field)
                .Select(i =>
                    i.Kind == JsonValueKind.String && i.Text.Length > 0
                        ? (i.Text, i.Line)
                        : throw Wrong(i.Line, $"{name}.{field} must be a list of texts; this is {KindOf(i)}")
                ),
        ];

    public RuleFields Inner(string field) =>
        Has(field)
            ? new RuleFields(file, at.Members[field].Value, $"{name}.{field}")
            : throw Wrong(at.Line, $"{name} lacks {field}");

    public RuleFields? MaybeInner(string field) => Has(field) ? Inner(field) : null;

    /// <summary>A list of objects; empty where the field is missing.</summary>
    public IReadOnlyList<RuleFields> Objects(string field) =>
        [.. Items(field).Select((item, i) => new RuleFields(file, item, $"{name}.{field}[{i}]"))];

    /// <summary>Everything was read: what is left over is not known.</summary>
    public void Done()
    {
        foreach (var (field, (line, _)) in at.Members)
            if (!read.Contains(field))
                throw Wrong(line, $"{name} has an unknown field \"{field}\"");
    }

    private bool Has(string field)
    {
        read.Add(field);
        return at.Members.ContainsKey(field);
    }

    private LocatedJson Require(string field, JsonValueKind kind, string expected)
    {
        if (!Has(field))
            throw Wrong(at.Line, $"{name} lacks {field}");
        var value = at.Members[field].Value;
        return value.Kind == kind
            ? value
            : throw Wrong(value.Line, $"{name}.{field} must be {expected}, not {KindOf(value)}");
    }

    private IReadOnlyList<LocatedJson> Items(string field)
    {
        if (!Has(field))
            return [];
        var value = at.Members[field].Value;
        return value.Kind == JsonValueKind.Array
            ? value.Items
            : throw Wrong(value.Line, $"{name}.{field} must be a list, not {KindOf(value)}");
    }

    private T Word<T>(string text, int line, string field, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(text, out var word)
            ? word
            : throw Wrong(line, $"{name}.{field} must be one of {string.Join(", ", words.Keys)}, not \"{text}\"");

    private static string KindOf(LocatedJson value) =>
        value.Kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "true or false",
        };
}
