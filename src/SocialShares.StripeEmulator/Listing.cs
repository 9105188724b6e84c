using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Pages of a list, newest first, by cursor, as Stripe turns them.</summary>
internal static class Listing
{
    private const int DefaultLimit = 10;
    private const int MostPerPage = 100;

    /// <param name="filters">Names of parameters that the shelf has an index for.</param>
    public static JsonObject Of<T>(Call call, Shelf<T> shelf, string noun, params ReadOnlySpan<string> filters)
        where T : StripeObject => Of(call, shelf, noun, _ => true, filters);

    public static JsonObject Of<T>(
        Call call,
        Shelf<T> shelf,
        string noun,
        Func<T, bool> keep,
        params ReadOnlySpan<string> filters
    )
        where T : StripeObject
    {
        var given = call.Given;
        IReadOnlyList<T> source = shelf.All;
        foreach (var filter in filters)
        {
            if (given.Text(filter) is { } value)
            {
                var found = shelf.With(filter, value);
                source = ReferenceEquals(source, shelf.All) ? found : [.. found.Intersect(source)];
            }
        }

        return Page(call, source, noun, x => keep(x) && InTime(given, "created", x.Created));
    }

    public static JsonObject Page<T>(Call call, IReadOnlyList<T> source, string noun, Func<T, bool> keep)
        where T : StripeObject
    {
        var given = call.Given;
        var limit = given.Number("limit") ?? DefaultLimit;
        if (limit is < 1 or > MostPerPage)
        {
            throw StripeError.Invalid(
                $"This value must be between 1 and {MostPerPage} (limit).",
                "limit",
                "parameter_invalid_integer"
            );
        }

        var (after, before) = (given.Text("starting_after"), given.Text("ending_before"));
        if (after is not null && before is not null)
        {
            throw StripeError.Invalid(
                "You may only specify one of these parameters: ending_before, starting_after.",
                code: "parameters_exclusive"
            );
        }

        var found = before is null
            ? Older(source, Cursor<T>(call, after, noun, "starting_after"), (int)limit, keep)
            : Newer(source, Cursor<T>(call, before, noun, "ending_before"), (int)limit, keep);
        var more = found.Count > limit;
        var page = found.Take((int)limit).ToList();
        if (before is not null)
        {
            page.Reverse();
        }

        return List([.. page.Select(x => x.Render(call.World))], more, call.Path);
    }

    public static JsonObject List(JsonArray data, bool more, string url) =>
        new()
        {
            ["object"] = "list",
            ["data"] = data,
            ["has_more"] = more,
            ["url"] = url,
        };

    private static List<T> Older<T>(IReadOnlyList<T> source, long? cursor, int limit, Func<T, bool> keep)
        where T : StripeObject
    {
        var found = new List<T>();
        var start = cursor is { } number ? Shelf<T>.After(source, number - 1) : source.Count;
        for (var i = start - 1; i >= 0 && found.Count <= limit; i--)
        {
            if (keep(source[i]))
            {
                found.Add(source[i]);
            }
        }

        return found;
    }

    private static List<T> Newer<T>(IReadOnlyList<T> source, long? cursor, int limit, Func<T, bool> keep)
        where T : StripeObject
    {
        var found = new List<T>();
        for (var i = Shelf<T>.After(source, cursor ?? 0); i < source.Count && found.Count <= limit; i++)
        {
            if (keep(source[i]))
            {
                found.Add(source[i]);
            }
        }

        return found;
    }

    private static long? Cursor<T>(Call call, string? id, string noun, string param)
        where T : StripeObject => id is null ? null : call.Find<T>(id, noun, param).Number;

    /// <summary>Does the time fit the filter of that name: an instant, a range, or none?</summary>
    public static bool InTime(Given given, string filter, long time)
    {
        if (given.Values[filter] is JsonValue exact)
        {
            return time == (long)exact;
        }

        var range = given.Inner(filter);
        return time > (range.Number("gt") ?? long.MinValue)
            && time >= (range.Number("gte") ?? long.MinValue)
            && time < (range.Number("lt") ?? long.MaxValue)
            && time <= (range.Number("lte") ?? long.MaxValue);
    }
}
