using System.Globalization;
using System.Text;

namespace SocialShares.Look.Drawings;

/// <summary>A place on the paper.</summary>
internal readonly record struct At(double X, double Y);

/// <summary>
/// A line drawing under construction: straight primitives with a small seeded wobble, so that all of them look drawn by one
/// hand. The same seed always draws the same lines. Three layers: lines, light fills, dark fills.
/// </summary>
internal sealed class Sketch(int width, int height, uint seed, double wobble = 1.0)
{
    private readonly StringBuilder lines = new();
    private readonly StringBuilder fills = new();
    private readonly StringBuilder darks = new();
    private uint state = unchecked(seed * 2654435761u) | 1u;

    public int Width => width;
    public int Height => height;
    public string Lines => lines.ToString();
    public string Fills => fills.ToString();
    public string Darks => darks.ToString();

    /// <summary>A line that bends a little and runs a little past its ends, as a hand does.</summary>
    public Sketch Line(double x1, double y1, double x2, double y2, double past = 0.7)
    {
        var length = Math.Max(1, Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1))));
        var (ux, uy) = ((x2 - x1) / length, (y2 - y1) / length);
        var bend = Random(1) * Math.Min(1.7, length * 0.013) * wobble;
        var over = length > 14 ? past * wobble : 0;
        Move(lines, x1 - (ux * over) + Jitter(), y1 - (uy * over) + Jitter());
        lines.Append('Q');
        Pair(lines, ((x1 + x2) / 2) - (uy * bend), ((y1 + y2) / 2) + (ux * bend));
        lines.Append(' ');
        Pair(lines, x2 + (ux * over) + Jitter(), y2 + (uy * over) + Jitter());
        return this;
    }

    /// <summary>A short or inner line that stops where it should.</summary>
    public Sketch Short(double x1, double y1, double x2, double y2) => Line(x1, y1, x2, y2, 0);

    /// <summary>Lines from point to point.</summary>
    public Sketch Path(params ReadOnlySpan<(double X, double Y)> points)
    {
        for (var i = 1; i < points.Length; i++)
            Line(points[i - 1].X, points[i - 1].Y, points[i].X, points[i].Y);
        return this;
    }

    public Sketch Box(double x, double y, double w, double h) =>
        Path((x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y));

    /// <summary>A circle or ellipse, or the part of it between two angles in degrees.</summary>
    public Sketch Round(double x, double y, double rx, double? ry = null, double from = 0, double to = 360)
    {
        Arc(lines, x, y, rx, ry ?? rx, from, to);
        return this;
    }

    /// <summary>A free curve with two handles; it does not wobble.</summary>
    public Sketch Curve(double x1, double y1, double c1x, double c1y, double c2x, double c2y, double x2, double y2)
    {
        Move(lines, x1, y1);
        lines.Append('C');
        Pair(lines, c1x, c1y);
        lines.Append(' ');
        Pair(lines, c2x, c2y);
        lines.Append(' ');
        Pair(lines, x2, y2);
        return this;
    }

    /// <summary>A tinted area, laid a little beside its lines as in a two-colour print.</summary>
    public Sketch Tint(params ReadOnlySpan<(double X, double Y)> points) => Area(fills, 2.5, 1.5, points);

    /// <summary>An area in the enterprise's ink.</summary>
    public Sketch Dark(params ReadOnlySpan<(double X, double Y)> points) => Area(darks, 1.5, 1, points);

    public Sketch TintBox(double x, double y, double w, double h) =>
        Tint((x, y), (x + w, y), (x + w, y + h), (x, y + h));

    public Sketch DarkBox(double x, double y, double w, double h) =>
        Dark((x, y), (x + w, y), (x + w, y + h), (x, y + h));

    public Sketch TintRound(double x, double y, double rx, double? ry = null)
    {
        Arc(fills, x + 2.5, y + 1.5, rx, ry ?? rx, 0, 360);
        return this;
    }

    private Sketch Area(StringBuilder layer, double dx, double dy, ReadOnlySpan<(double X, double Y)> points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            layer.Append(i == 0 ? 'M' : 'L');
            Pair(layer, points[i].X + dx, points[i].Y + dy);
        }
        layer.Append('Z');
        return this;
    }

    private void Arc(StringBuilder layer, double x, double y, double rx, double ry, double from, double to)
    {
        var pieces = Math.Max(4, (int)(Math.Abs(to - from) / 45));
        var step = (to - from) * Math.PI / 180 / pieces;
        var handle = 4.0 / 3 * Math.Tan(step / 4);
        var points = new At[pieces + 1];
        for (var i = 0; i <= pieces; i++)
        {
            var angle = (from * Math.PI / 180) + (i * step);
            var off = Math.Max(rx, ry) > 6 ? 1 + (Random(0.025) * wobble) : 1;
            points[i] = new(x + (rx * off * Math.Cos(angle)), y + (ry * off * Math.Sin(angle)));
        }
        if (Math.Abs(to - from) >= 360)
            points[pieces] = new(points[0].X + (Jitter() * 1.6), points[0].Y + (Jitter() * 1.6));

        Move(layer, points[0].X, points[0].Y);
        for (var i = 0; i < pieces; i++)
        {
            var (a, b) = ((from * Math.PI / 180) + (i * step), (from * Math.PI / 180) + ((i + 1) * step));
            layer.Append('C');
            Pair(layer, points[i].X - (handle * rx * Math.Sin(a)), points[i].Y + (handle * ry * Math.Cos(a)));
            layer.Append(' ');
            Pair(layer, points[i + 1].X + (handle * rx * Math.Sin(b)), points[i + 1].Y - (handle * ry * Math.Cos(b)));
            layer.Append(' ');
            Pair(layer, points[i + 1].X, points[i + 1].Y);
        }
    }

    private double Jitter() => Random(0.5) * wobble;

    // A generator of our own, so that a new runtime does not redraw the village.
    private double Random(double range)
    {
        state = unchecked((state * 1664525u) + 1013904223u);
        return ((state >> 8) / (double)(1 << 24) * 2 * range) - range;
    }

    private static void Move(StringBuilder layer, double x, double y)
    {
        layer.Append('M');
        Pair(layer, x, y);
    }

    private static void Pair(StringBuilder layer, double x, double y) =>
        layer
            .Append(x.ToString("0.#", CultureInfo.InvariantCulture))
            .Append(' ')
            .Append(y.ToString("0.#", CultureInfo.InvariantCulture));
}
