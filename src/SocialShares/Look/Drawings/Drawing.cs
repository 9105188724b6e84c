using System.Collections.Frozen;
using System.Globalization;

namespace SocialShares.Look.Drawings;

/// <summary>
/// The kit of line drawings. A drawing is the same lines twice: thin pencil, and ink over it, cut off at the share that is
/// done. Each is worked out once for the life of the process; only where the ink stops differs from page to page.
/// </summary>
public static class Drawing
{
    /// <summary>Drawn where a name is not known: people at a table fit every enterprise.</summary>
    public const string Default = "table";

    private static readonly FrozenDictionary<string, Lazy<Sketch>> Kit = new Dictionary<string, Func<Sketch>>(
        StringComparer.Ordinal
    )
    {
        ["shop"] = Houses.Shop,
        ["bakery"] = Houses.Bakery,
        ["pub"] = Houses.Pub,
        ["workshop"] = Houses.Workshop,
        ["hall"] = Places.Hall,
        ["library"] = Places.Library,
        ["school"] = Places.School,
        ["farm"] = Places.Farm,
        ["table"] = Scenes.Table,
        ["noticeboard"] = Scenes.Noticeboard,
        ["scales"] = Scenes.Scales,
        ["letter"] = Scenes.Letter,
        ["spot-shop"] = Scenes.SpotShop,
        ["spot-bakery"] = Scenes.SpotLoaf,
        ["spot-pub"] = Scenes.SpotPub,
        ["spot-workshop"] = Scenes.SpotTools,
        ["spot-hall"] = Scenes.SpotSun,
        ["spot-library"] = Scenes.SpotBook,
        ["spot-school"] = Scenes.SpotSchool,
        ["spot-farm"] = Scenes.SpotWheat,
        ["spot-orchard"] = Scenes.SpotOrchard,
        ["spot-hydro"] = Scenes.SpotHydro,
    }.ToFrozenDictionary(p => p.Key, p => new Lazy<Sketch>(p.Value), StringComparer.Ordinal);

    /// <summary>What an enterprise may choose for itself; each has a small one with <c>spot-</c> before its name.</summary>
    public static IReadOnlyList<string> ForEnterprises { get; } =
    ["shop", "bakery", "pub", "workshop", "hall", "library", "school", "farm"];

    /// <summary>Every name there is.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kit.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The drawing as SVG.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="inkedPpm">The share that is inked, 0 to 1,000,000; null for a drawing in ink alone.</param>
    /// <param name="id">Unique on the page: the two layers and the cut refer to it.</param>
    /// <param name="title">What a screen reader says; null where the text beside it says enough.</param>
    /// <param name="classes">Classes added to <c>drawing</c>.</param>
    public static Markup Svg(string name, int? inkedPpm, string id, string? title = null, string? classes = null)
    {
        var sketch = (Kit.GetValueOrDefault(name) ?? Kit[Default]).Value;
        var said = title is null
            ? new Markup(""" aria-hidden="true" focusable="false" """.TrimEnd())
            : Markup.Of($" role=\"img\" aria-label=\"{title}\"");
        // the middling ones are shown larger than they are drawn, and would look fat beside the others
        var thin = sketch.Width == 120 ? "drawing ink-thin" : "drawing";
        return Markup.Of(
            $"<svg class=\"{$"{thin} {classes}".TrimEnd()}\" viewBox=\"0 0 {sketch.Width} {sketch.Height}\"{said}>{Layers(sketch, inkedPpm, id)}</svg>"
        );
    }

    private static Markup Layers(Sketch sketch, int? inkedPpm, string id)
    {
        var tints = new Markup(
            (sketch.Fills.Length > 0 ? $"""<path class="d-fill" d="{sketch.Fills}"/>""" : "")
                + (sketch.Darks.Length > 0 ? $"""<path class="d-dark" d="{sketch.Darks}"/>""" : "")
        );
        if (inkedPpm is not { } ppm)
            return new($"""{tints}<path class="d-ink" d="{sketch.Lines}"/>""");

        // the ink stops along a slant, as a brush does; at nothing and at all it leaves no edge
        var x =
            ppm <= 0 ? -20
            : ppm >= 1_000_000 ? sketch.Width + 30
            : sketch.Width * (ppm / 1_000_000.0);
        var cut = $"M-15-25H{N(x + 9)}L{N(x - 9)} {sketch.Height + 5}H-15Z";
        return new(
            $"""<defs><path id="{id}" d="{sketch.Lines}"/><clipPath id="{id}c"><path d="{cut}"/></clipPath></defs><use href="#{id}" class="d-pencil"/><g clip-path="url(#{id}c)">{tints}<use href="#{id}" class="d-ink"/></g>"""
        );
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
