namespace SocialShares.Look.Drawings;

/// <summary>What stands in more than one drawing.</summary>
internal static class Parts
{
    public const double Ground = 199;

    public static Sketch Tree(this Sketch s, double x, double foot, double r, double height) =>
        s.TintRound(x, foot - height, r, r * 1.05)
            .Round(x, foot - height, r, r * 1.05)
            .Line(x - 2, foot, x - 1.5, foot - height + (r * 0.3))
            .Line(x + 3, foot, x + 2, foot - height + (r * 0.3))
            .Line(x, foot - height + (r * 0.35), x + (r * 0.35), foot - height - 2)
            .Line(x, foot - height + (r * 0.6), x - (r * 0.4), foot - height + 2);

    public static Sketch Window(this Sketch s, double x, double y, double w, double h, bool cross = true)
    {
        s.Box(x, y, w, h);
        return cross ? s.Short(x + (w / 2), y, x + (w / 2), y + h).Short(x, y + (h / 2), x + w, y + (h / 2)) : s;
    }

    public static Sketch Loaf(this Sketch s, double x, double y, double w, double h)
    {
        s.Curve(x, y, x - 2, y - (h * 1.25), x + w + 2, y - (h * 1.25), x + w, y).Line(x, y, x + w, y);
        for (var i = 1; i <= 3; i++)
            s.Short(x + (w * i / 4) - 1.5, y - (h * 0.72), x + (w * i / 4) + 1.5, y - (h * 0.4));
        return s;
    }

    public static Sketch Person(this Sketch s, double x, double y, double size = 1) =>
        s.Tint(
                (x - (8 * size), y + (26 * size)),
                (x - (7 * size), y + (13 * size)),
                (x, y + (8 * size)),
                (x + (7 * size), y + (13 * size)),
                (x + (8 * size), y + (26 * size))
            )
            .Round(x, y, 5 * size, 6 * size)
            .Curve(
                x - (9 * size),
                y + (26 * size),
                x - (9 * size),
                y + (4 * size),
                x + (9 * size),
                y + (4 * size),
                x + (9 * size),
                y + (26 * size)
            );

    /// <summary>Strokes that stand for lettering on a board.</summary>
    public static Sketch Lettering(this Sketch s, double x, double y, params ReadOnlySpan<double> widths)
    {
        foreach (var w in widths)
        {
            s.Short(x, y, x + w, y);
            x += w + 4.5;
        }
        return s;
    }

    public static Sketch Door(this Sketch s, double x, double y, double w) =>
        s.Box(x, y, w, Ground - y)
            .Box(x + 6, y + 6, w - 12, (Ground - y) * 0.42)
            .Round(x + w - 6, y + ((Ground - y) * 0.62), 1.4);

    public static Sketch Sun(this Sketch s, double x, double y, double r)
    {
        s.Round(x, y, r);
        for (var a = 12; a < 372; a += 45)
        {
            var (c, d) = (Math.Cos(a * Math.PI / 180), Math.Sin(a * Math.PI / 180));
            s.Short(x + (r * 1.42 * c), y + (r * 1.42 * d), x + (r * 1.92 * c), y + (r * 1.92 * d));
        }
        return s;
    }

    /// <summary>Ears of wheat in a row.</summary>
    public static Sketch Wheat(this Sketch s, double foot, params ReadOnlySpan<double> places)
    {
        foreach (var x in places)
        {
            s.Curve(x, foot, x - 1, foot - 11, x + 1, foot - 21, x, foot - 31);
            for (var k = 0; k < 3; k++)
            {
                var y = foot - 29 + (k * 5);
                s.Curve(x, y, x - 5, y - 2, x - 5, y - 6, x - 3, y - 8)
                    .Curve(x, y, x + 5, y - 2, x + 5, y - 6, x + 3, y - 8);
            }
        }
        return s;
    }

    public static Sketch Grass(this Sketch s, double foot, params ReadOnlySpan<double> places)
    {
        foreach (var x in places)
            s.Curve(x, foot, x - 1, foot - 9, x + 2, foot - 13, x + 4, foot - 18);
        return s;
    }

    public static Sketch Bench(this Sketch s, double x) =>
        s.Line(x, 182, x + 32, 182)
            .Line(x + 2, 174, x + 30, 174)
            .Line(x + 4, 182, x + 4, Ground)
            .Line(x + 28, 182, x + 28, Ground)
            .Line(x + 4, 182, x + 3, 168)
            .Line(x + 29, 182, x + 30, 168);
}
