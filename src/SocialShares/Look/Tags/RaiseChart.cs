using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Resources;

namespace SocialShares.Look.Tags;

/// <summary>
/// The raise over time with its marks, and the figures behind it in a table: <c>&lt;raise-chart of="Model.Raise" /&gt;</c>. Solid is
/// confirmed, dashed is what may still be cancelled.
/// </summary>
[HtmlTargetElement("raise-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RaiseChartTag : TagHelper
{
    private const double Height = 230;

    public required RaiseOverTime Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Points.Count < 2)
        {
            output.SuppressOutput(); // a line needs two ends; the page says how much there is anyway
            return;
        }
        output.Becomes(
            Markup.Of(
                $"<figure><svg class=\"chart raise\" height=\"262\" role=\"img\" aria-label=\"{Said()}\"><svg x=\"0\" y=\"0\" width=\"100%\" height=\"230\" overflow=\"visible\">{Lines()}{Marks()}{Causes()}{Head()}<line x1=\"0\" x2=\"100%\" y1=\"100%\" y2=\"100%\" class=\"c-axis\"/></svg>{Axis()}</svg>{Key()}<figcaption><details><summary>{CommonTexts.raise_table}</summary>{Table()}</details></figcaption></figure>"
            )
        );
    }

    private RaisePoint Last => Of.Points[^1];

    private double X(DateOnly on) =>
        Math.Clamp(
            100.0 * (on.DayNumber - Of.OpensOn.DayNumber) / Math.Max(1, Of.ClosesOn.DayNumber - Of.OpensOn.DayNumber),
            0,
            100
        );

    private double Y(long minor) => 100 - (100.0 * minor / Math.Max(1, Of.Maximum * 1.06));

    private Markup Lines()
    {
        var raised = string.Join(' ', Of.Points.Select(p => $"{N(X(p.On))},{N(Y(p.Raised))}"));
        var confirmed = string.Join(' ', Of.Points.Select(p => $"{N(X(p.On))},{N(Y(p.Confirmed))}"));
        var (left, right) = (N(X(Of.Points[0].On)), N(X(Last.On)));
        var dashed = Markup.If(
            Of.Points.Any(p => p.Cancellable > 0),
            Markup.Of($"<polyline class=\"c-line c-line--pencil\" points=\"{raised}\"/>")
        );
        return Markup.Of(
            $"<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" width=\"100%\" height=\"100%\" overflow=\"visible\"><polygon class=\"c-area\" points=\"{left},100 {confirmed} {right},100\"/>{dashed}<polyline class=\"c-line\" points=\"{confirmed}\"/></svg>"
        );
    }

    private Markup Marks()
    {
        var marks = new List<(long At, string Name)> { (Of.Maximum, CommonTexts.target_maximum) };
        if (Of.Optimum != Of.Maximum)
            marks.Add((Of.Optimum, CommonTexts.target_optimum));
        if (Of.Minimum is { } minimum && minimum != Of.Optimum)
            marks.Add((minimum, CommonTexts.target_minimum));
        return Markup.Join(
            marks.Select(m =>
                Markup.Of(
                    $"<line x1=\"0\" x2=\"100%\" y1=\"{N(Y(m.At))}%\" y2=\"{N(Y(m.At))}%\" class=\"c-pencil\"/><text x=\"0\" y=\"{N(Y(m.At))}%\" dy=\"-6\" class=\"halo\">{m.Name} {Shown.WholeMoney(m.At, Of.Currency)}</text>"
                )
            )
        );
    }

    private Markup Causes() =>
        Markup.Join(
            Of.Points.Where(p => p.Cause is not null && p != Last)
                .Select(p =>
                    Markup.Of(
                        $"<circle cx=\"{N(X(p.On))}%\" cy=\"{N(Y(p.Raised))}%\" r=\"4\" class=\"c-cause\"/><text x=\"{N(X(p.On))}%\" y=\"{N(Y(p.Raised))}%\" dx=\"{(X(p.On) > 35 ? -10 : 10)}\" dy=\"{(X(p.On) > 35 ? -8 : 18)}\" text-anchor=\"{(X(p.On) > 35 ? "end" : "start")}\" class=\"halo wide\">{p.Cause}</text>"
                    )
                )
        );

    private Markup Head()
    {
        var (x, y) = (N(X(Last.On)), N(Y(Last.Raised)));
        var anchor =
            X(Last.On) > 85 ? "end"
            : X(Last.On) < 15 ? "start"
            : "middle";
        return Markup.Of(
            $"<line x1=\"{x}%\" x2=\"{x}%\" y1=\"{y}%\" y2=\"100%\" class=\"c-grid\"/><circle cx=\"{x}%\" cy=\"{y}%\" r=\"7\" class=\"c-dot\"/><text x=\"{x}%\" y=\"{y}%\" dy=\"-16\" text-anchor=\"{anchor}\" class=\"b halo\">{Shown.WholeMoney(Last.Raised, Of.Currency)}</text>"
        );
    }

    private Markup Axis()
    {
        var today = Of.Today >= Of.ClosesOn ? Markup.Nothing : Today();
        return Markup.Of(
            $"<text x=\"0\" y=\"{N(Height + 20)}\">{Shown.ShortDay(Of.OpensOn)}</text>{today}<text x=\"100%\" y=\"{N(Height + 20)}\" text-anchor=\"end\"><tspan class=\"wide\">{CommonTexts.raise_closes} </tspan>{Shown.ShortDay(Of.ClosesOn)}</text>"
        );
    }

    // close to an edge the word would run into the date that stands there
    private Markup Today() =>
        Markup.If(
            X(Last.On) is > 20 and < 80,
            Markup.Of(
                $"<text x=\"{N(X(Last.On))}%\" y=\"{N(Height + 20)}\" text-anchor=\"middle\" class=\"{(X(Last.On) is > 30 and < 68 ? "b" : "b wide")}\">{CommonTexts.raise_today}</text>"
            )
        );

    private Markup Key() =>
        Markup.If(
            Of.Points.Any(p => p.Cancellable > 0),
            Markup.Of(
                $"<ul class=\"key\"><li>{Swatch("c-bar")}{CommonTexts.raise_confirmed}</li><li>{Swatch("c-exp")}{CommonTexts.raise_cancellable}</li></ul>"
            )
        );

    internal static Markup Swatch(string look) =>
        Markup.Of(
            $"<svg aria-hidden=\"true\" focusable=\"false\"><rect x=\"1\" y=\"1\" width=\"18\" height=\"12\" class=\"{look}\"/></svg>"
        );

    private Markup Table()
    {
        var rows = Of.Points.Select(
            (p, i) =>
                Markup.Of(
                    $"<tr><th scope=\"row\">{Shown.Date(p.On)}</th><td class=\"r\">{Shown.WholeMoney(p.Confirmed, Of.Currency)}</td><td class=\"r\">{Shown.WholeMoney(p.Cancellable, Of.Currency)}</td><td class=\"r\">{Shown.WholeMoney(p.Raised - (i == 0 ? 0 : Of.Points[i - 1].Raised), Of.Currency)}</td><td>{p.Cause}</td></tr>"
                )
        );
        return Markup.Of(
            $"<div class=\"tw\" role=\"region\" aria-label=\"{CommonTexts.raise_table}\" tabindex=\"0\"><table><caption class=\"vh\">{CommonTexts.raise_table}</caption><thead><tr><th scope=\"col\">{CommonTexts.raise_date}</th><th scope=\"col\" class=\"r\">{CommonTexts.raise_confirmed}</th><th scope=\"col\" class=\"r\">{CommonTexts.raise_cancellable}</th><th scope=\"col\" class=\"r\">{CommonTexts.raise_change}</th><th scope=\"col\">{CommonTexts.raise_cause}</th></tr></thead><tbody>{Markup.Join(rows)}</tbody></table></div>"
        );
    }

    private string Said() =>
        string.Format(
            Language.Of,
            CommonTexts.raise_said,
            Shown.Date(Of.OpensOn),
            Shown.WholeMoney(Last.Raised, Of.Currency),
            Shown.Date(Last.On),
            Shown.Date(Of.ClosesOn)
        );

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
