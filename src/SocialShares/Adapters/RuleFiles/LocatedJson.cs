using System.Text;
using System.Text.Json;

namespace SocialShares.Adapters.RuleFiles;

/// <summary>A value of a JSON file that knows on which line it begins, so that whoever wrote it can be told.</summary>
internal sealed class LocatedJson
{
    private LocatedJson(JsonValueKind kind, int line) => (Kind, Line) = (kind, line);

    public JsonValueKind Kind { get; }

    /// <summary>Counted from 1.</summary>
    public int Line { get; }

    /// <summary>A string, or a number as it is written.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Members of an object, in the order of the file, each with the line of its name.</summary>
    public IReadOnlyDictionary<string, (int Line, LocatedJson Value)> Members { get; private init; } =
        new Dictionary<string, (int, LocatedJson)>();

    /// <summary>Elements of a list.</summary>
    public IReadOnlyList<LocatedJson> Items { get; private init; } = [];

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="RulePackMalformed">It is no JSON, or names a member twice.</exception>
    public static LocatedJson Parse(string file, byte[] content)
    {
        ReadOnlySpan<byte> text = content;
        if (text.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        var lines = Lines(text);
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 32 });
        try
        {
            reader.Read();
            var read = Value(file, ref reader, lines);
            reader.Read(); // nothing may follow
            return read;
        }
        catch (JsonException e)
        {
            // The reader says where and repeats it in its text, counted from 0.
            var what = e.Message.Split(" LineNumber:")[0];
            throw new RulePackMalformed(file, (int)(e.LineNumber ?? 0) + 1, $"this is not JSON: {what}");
        }
    }

    private static LocatedJson Value(string file, ref Utf8JsonReader reader, int[] lines)
    {
        var line = Line1(lines, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(file, ref reader, lines, line);
            case JsonTokenType.StartArray:
                var items = new List<LocatedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(file, ref reader, lines));
                return new(JsonValueKind.Array, line) { Items = items };
            case JsonTokenType.String:
                return new(JsonValueKind.String, line) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new(JsonValueKind.Number, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
            case JsonTokenType.True or JsonTokenType.False:
                return new(reader.GetBoolean() ? JsonValueKind.True : JsonValueKind.False, line);
            default:
                return new(JsonValueKind.Null, line);
        }
    }

    private static LocatedJson Object(string file, ref Utf8JsonReader reader, int[] lines, int line)
    {
        var members = new Dictionary<string, (int, LocatedJson)>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (name, at) = (reader.GetString()!, Line1(lines, reader.TokenStartIndex));
            reader.Read();
            if (!members.TryAdd(name, (at, Value(file, ref reader, lines))))
                throw new RulePackMalformed(file, at, $"\"{name}\" stands here twice");
        }
        return new(JsonValueKind.Object, line) { Members = members };
    }

    // Where lines end.
    private static int[] Lines(ReadOnlySpan<byte> text)
    {
        var ends = new List<int>();
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n')
                ends.Add(i);
        return [.. ends];
    }

    private static int Line1(int[] lines, long position)
    {
        var found = Array.BinarySearch(lines, (int)position);
        return (found < 0 ? ~found : found) + 1;
    }
}
