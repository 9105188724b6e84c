using System.Collections.Frozen;

namespace SocialShares.Look;

/// <summary>The small glyphs that stand beside a word, never instead of it.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["tick"] = "M3 11l5 5L17 4",
        ["warn"] = "M10 2.5L18.5 17.5H1.5ZM10 8v4.5M10 15v.1",
        ["pencil"] = "M3 17l1-4.5L14 2.5l3.5 3.5L7.5 16ZM12 4.5L15.5 8",
        ["cross"] = "M4 4l12 12M16 4L4 16",
        ["stamp"] = "M7.5 11V8.5a3.5 3.5 0 1 1 5 0V11h4v4h-13v-4ZM3 18h14",
        ["arrow"] = "M3 10h13M11 5l5 5-5 5",
        ["menu"] = "M2.5 5h15M2.5 10h15M2.5 15h15",
        ["search"] = "M8.5 14.5a6 6 0 1 1 0-12a6 6 0 0 1 0 12ZM13 13l5 5",
        ["document"] = "M4 2h8l4 4v12H4ZM12 2v4h4M7 10h6M7 13.5h6",
        ["download"] = "M10 2.5v10M5.5 8.5l4.5 4.5 4.5-4.5M3 17h14",
        ["clock"] = "M10 18a8 8 0 1 1 0-16a8 8 0 0 1 0 16ZM10 5.5V10l3.5 2",
        ["person"] = "M10 9.5a3.5 3.5 0 1 1 0-7a3.5 3.5 0 0 1 0 7ZM3 18c0-8 14-8 14 0",
        ["house"] = "M2.5 9.5L10 3l7.5 6.5M4.5 8v9.5h11V8M8.5 17.5v-5h3v5",
        ["print"] = "M5 7V2.5h10V7M5 14H2.5V7h15v7H15M5 11.5h10V18H5Z",
        ["question"] = "M6.5 7a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1-1.5 2.3M10 16.5v.1",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name there is.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Paths.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The house that is half drawn in ink and half in pencil.</summary>
    public static Markup Brand { get; } =
        new(
            """<svg viewBox="0 0 34 30" aria-hidden="true" focusable="false"><path d="M1 28.5H33" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><path d="M4 28V13L11 5l7 8v15" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/><path d="M9 28v-8h5v8" fill="currentColor"/><path d="M18 15l6-6 6 6v13" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2 3" stroke-linecap="round"/></svg>"""
        );

    /// <summary>The glyph of a name; the arrow where the name is not known.</summary>
    public static Markup Named(string name) =>
        new(
            $"""<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="{Paths.GetValueOrDefault(name, Paths["arrow"])}"/></svg>"""
        );

    /// <summary>The larger marks of a list of checks: a tick, a dashed ring, a cross.</summary>
    internal static Markup Mark(string state) =>
        state switch
        {
            "ok" => new(MarkOf("mark", """<path d="M4 14l6.5 6.5L22 5.5"/>""")),
            "bad" => new(MarkOf("mark mark--bad", """<path d="M6 6l14 14M20 6L6 20"/>""")),
            _ => new(MarkOf("mark mark--wait", """<circle cx="13" cy="13" r="9.5"/>""")),
        };

    private static string MarkOf(string classes, string shape) =>
        $"""<svg class="{classes}" viewBox="0 0 26 26" aria-hidden="true" focusable="false">{shape}</svg>""";
}
