using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Puts whole objects in the place of their ids, where the request asked with <c>expand</c>.</summary>
internal static class Expansion
{
    private const int Deepest = 4;

    public static void Apply(World world, JsonObject answer, IReadOnlyList<string> wanted)
    {
        foreach (var path in wanted)
        {
            var steps = path.Split('.');
            if (steps.Length > Deepest)
            {
                throw StripeError.Invalid($"You cannot expand more than {Deepest} levels of a property", "expand");
            }

            Expand(world, answer, steps, path);
        }
    }

    private static void Expand(World world, JsonObject node, ReadOnlySpan<string> steps, string path)
    {
        if (steps.IsEmpty)
        {
            return;
        }

        var step = steps[0];
        if ((string?)node["object"] == "list")
        {
            if (step != "data")
            {
                throw Refused(path);
            }

            Descend(world, node["data"], steps[1..], path);
            return;
        }

        if ((string?)node["object"] is { } schema)
        {
            Open(world, node, schema, step, path);
        }

        Descend(world, node[step], steps[1..], path);
    }

    private static void Open(World world, JsonObject node, string schema, string step, string path)
    {
        if (Included(world, node, schema, step) is { } list)
        {
            node[step] = list;
            return;
        }

        if (!world.Subset.IsExpandable(schema, step))
        {
            if (node[step] is not JsonObject)
            {
                throw Refused(path);
            }

            return;
        }

        if (
            node[step] is JsonValue id
            && id.TryGetValue<string>(out var text)
            && world.TryFind<StripeObject>(text, out var item)
        )
        {
            node[step] = item.Render(world);
        }
    }

    private static void Descend(World world, JsonNode? node, ReadOnlySpan<string> steps, string path)
    {
        switch (node)
        {
            case JsonObject inner:
                Expand(world, inner, steps, path);
                break;
            case JsonArray items:
                foreach (var item in items.OfType<JsonObject>())
                {
                    Expand(world, item, steps, path);
                }

                break;
            default:
                // Null or nothing there: Stripe leaves it as it is.
                break;
        }
    }

    /// <summary>Lists that are only sent when asked for.</summary>
    private static JsonObject? Included(World world, JsonObject node, string schema, string step)
    {
        var id = (string)node["id"]!;
        return (schema, step) switch
        {
            ("checkout.session", "line_items") when world.TryFind<Session>(id, out var session) =>
                session.RenderLineItems(world, Session.ItemsShown),
            ("charge", "refunds") when world.TryFind<Charge>(id, out var charge) => charge.RenderRefunds(world),
            _ => null,
        };
    }

    private static StripeError Refused(string path) =>
        StripeError.Invalid($"This property cannot be expanded ({path}).", "expand");
}
