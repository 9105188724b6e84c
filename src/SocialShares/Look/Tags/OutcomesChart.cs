using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Resources;

namespace SocialShares.Look.Tags;

/// <summary>
/// What may become of my amount, the loss first, and the same as a table: <c>&lt;outcomes of="Model.Outcomes" /&gt;</c>. Put a
/// <c>risk-line</c> before it.
/// </summary>
[HtmlTargetElement("outcomes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OutcomesTag : TagHelper
{
    public required Outcomes Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var scale = Math.Max(Of.PutIn, Of.Ways.Max(w => w.Most));
        output.Becomes(
            Markup.Of(
                $"<ol class=\"outs\">{Markup.Join(Of.Ways.Select(w => Way(w, scale)))}</ol>{Key()}<details><summary>{CommonTexts.outcomes_table}</summary>{Table()}</details>"
            )
        );
    }

    private Markup Way(Outcome way, long scale)
    {
        string P(long minor) =>
            (Shown.SharePpm(minor, scale) / 10_000.0).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        Markup Bar(long from, long to, string look) =>
            Markup.If(
                to > from,
                Markup.Of($"<rect x=\"{P(from)}\" y=\"2\" width=\"{P(to - from)}\" height=\"22\" class=\"{look}\"/>")
            );
        return Markup.Of(
            $"<li><h3>{way.Heading}</h3><p class=\"small\">{way.Text}</p><p class=\"serif res\">{Result(way)}</p><svg class=\"chart\" height=\"26\" aria-hidden=\"true\" focusable=\"false\">{Bar(0, way.Least, "c-exp")}{Bar(way.Least, way.Back, "c-hole")}{Bar(way.Back, way.Most, "c-exp2")}<line x1=\"{P(Of.PutIn)}\" x2=\"{P(Of.PutIn)}\" y1=\"0\" y2=\"26\" class=\"c-mark\"/></svg></li>"
        );
    }

    private string Result(Outcome way)
    {
        var (least, most) = (Shown.Money(way.Least, Of.Currency), Shown.Money(way.Most, Of.Currency));
        if (way.Interest > 0)
            return string.Format(Language.Of, CommonTexts.outcomes_most, most);
        return way.Least == way.Most ? most : string.Format(Language.Of, CommonTexts.outcomes_between, least, most);
    }

    private static Markup Key() =>
        Markup.Of(
            $"<ul class=\"key\"><li>{RaiseChartTag.Swatch("c-exp")}{CommonTexts.outcomes_own}</li><li>{RaiseChartTag.Swatch("c-exp2")}{CommonTexts.outcomes_interest}</li><li>{RaiseChartTag.Swatch("c-hole")}{CommonTexts.outcomes_unknown}</li></ul>"
        );

    private Markup Table()
    {
        var rows = Of.Ways.Select(w =>
            Markup.Of(
                $"<tr><th scope=\"row\">{w.Heading}</th><td class=\"r\">{Shown.Money(Of.PutIn, Of.Currency)}</td><td class=\"r\">{Shown.Money(w.Least, Of.Currency)}</td><td class=\"r\">{Shown.Money(w.Most, Of.Currency)}</td></tr>"
            )
        );
        return Markup.Of(
            $"<table><caption class=\"vh\">{CommonTexts.outcomes_table}</caption><thead><tr><th scope=\"col\">{CommonTexts.outcomes_way}</th><th scope=\"col\" class=\"r\">{CommonTexts.outcomes_putin}</th><th scope=\"col\" class=\"r\">{CommonTexts.outcomes_least}</th><th scope=\"col\" class=\"r\">{CommonTexts.outcomes_mostcol}</th></tr></thead><tbody>{Markup.Join(rows)}</tbody></table>"
        );
    }
}
