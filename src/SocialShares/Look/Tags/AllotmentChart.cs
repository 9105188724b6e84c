using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Features.Issuing;
using SocialShares.Resources;

namespace SocialShares.Look.Tags;

/// <summary>
/// Asked against allotted by size of application, residents and others apart, and the figures behind it in a table:
/// <c>&lt;allotment-chart of="Model.Allotment" /&gt;</c>. Dashed is what was asked, solid what is allotted.
/// </summary>
[HtmlTargetElement("allotment-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AllotmentChartTag : TagHelper
{
    public required AllotmentShown Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Sizes.Count == 0)
        {
            output.SuppressOutput(); // nobody applied, and the page says so
            return;
        }
        var rows = Of.Sizes.GroupBy(s => (s.FromMinor, s.ToMinor));
        output.Becomes(
            Markup.Of(
                $"<figure><ol class=\"allotted\">{Markup.Join(rows.Select(g => Row(g.Key.FromMinor, g.Key.ToMinor, [.. g])))}</ol>{Key()}<figcaption><details><summary>{BoardTexts.allot_table}</summary>{Table()}</details></figcaption></figure>"
            )
        );
    }

    private bool HasResidents => Of.Sizes.Any(s => s.IsResident);

    private long Highest => Of.Sizes.Max(s => s.AskedMinor);

    private Markup Row(long from, long? to, IReadOnlyList<AllotmentSize> sizes) =>
        Markup.Of($"<li><h3>{Size(from, to)}</h3>{Markup.Join(sizes.Select(Bar))}</li>");

    private Markup Bar(AllotmentSize size)
    {
        var words = string.Format(
            Language.Of,
            size.Applications == 1 ? BoardTexts.allot_bar_one : BoardTexts.allot_bar,
            Shown.Count(size.Applications),
            Shown.WholeMoney(size.AskedMinor, Of.Currency),
            Shown.WholeMoney(size.AllottedMinor, Of.Currency)
        );
        var who = Markup.If(HasResidents, Markup.Of($"<b>{Who(size)}</b> "));
        var look = size.IsResident || !HasResidents ? "c-bar" : "c-bar2";
        return Markup.Of(
            $"<p class=\"small\">{who}{words}</p><svg class=\"chart\" height=\"24\" aria-hidden=\"true\" focusable=\"false\"><rect x=\"0\" y=\"2\" width=\"{P(size.AskedMinor)}\" height=\"20\" class=\"c-hole\"/><rect x=\"0\" y=\"2\" width=\"{P(size.AllottedMinor)}\" height=\"20\" class=\"{look}\"/></svg>"
        );
    }

    private Markup Key()
    {
        var (residents, others) = (BoardTexts.allot_key_residents, BoardTexts.allot_key_others);
        var solid = HasResidents
            ? Markup.Of(
                $"<li>{RaiseChartTag.Swatch("c-bar")}{residents}</li><li>{RaiseChartTag.Swatch("c-bar2")}{others}</li>"
            )
            : Markup.Of($"<li>{RaiseChartTag.Swatch("c-bar")}{BoardTexts.allot_key_allotted}</li>");
        return Markup.Of(
            $"<ul class=\"key\"><li>{RaiseChartTag.Swatch("c-hole")}{BoardTexts.allot_key_asked}</li>{solid}</ul>"
        );
    }

    private Markup Table()
    {
        var rows = Of.Sizes.Select(s =>
            Markup.Of(
                $"<tr><th scope=\"row\">{Size(s.FromMinor, s.ToMinor)}</th><td>{Who(s)}</td><td class=\"r\">{Shown.Count(s.Applications)}</td><td class=\"r\">{Shown.Money(s.AskedMinor, Of.Currency)}</td><td class=\"r\">{Shown.Money(s.AllottedMinor, Of.Currency)}</td><td class=\"r\">{Percent(s.AllottedMinor, s.AskedMinor)}</td></tr>"
            )
        );
        var sum = Markup.Of(
            $"<tr><th scope=\"row\">{BoardTexts.allot_sum}</th><td></td><td class=\"r\">{Shown.Count(Of.Applications)}</td><td class=\"r\">{Shown.Money(Of.AskedMinor, Of.Currency)}</td><td class=\"r\">{Shown.Money(Of.AllottedMinor, Of.Currency)}</td><td class=\"r\">{Percent(Of.AllottedMinor, Of.AskedMinor)}</td></tr>"
        );
        return Markup.Of(
            $"<div class=\"tw\" role=\"region\" aria-label=\"{BoardTexts.allot_table}\" tabindex=\"0\"><table><caption class=\"vh\">{BoardTexts.allot_table}</caption><thead><tr><th scope=\"col\">{BoardTexts.allot_size}</th><th scope=\"col\">{BoardTexts.allot_who}</th><th scope=\"col\" class=\"r\">{BoardTexts.allot_applications}</th><th scope=\"col\" class=\"r\">{BoardTexts.allot_asked}</th><th scope=\"col\" class=\"r\">{BoardTexts.allot_allotted}</th><th scope=\"col\" class=\"r\">{BoardTexts.allot_part}</th></tr></thead><tbody>{Markup.Join(rows)}</tbody><tfoot>{sum}</tfoot></table></div>"
        );
    }

    private string Size(long from, long? to) =>
        (from, to) switch
        {
            (0, { } less) => string.Format(BoardTexts.allot_size_below, Shown.WholeMoney(less, Of.Currency)),
            (_, { } less) => string.Format(
                BoardTexts.allot_size_from,
                Shown.WholeMoney(from, Of.Currency),
                Shown.WholeMoney(less, Of.Currency)
            ),
            _ => string.Format(BoardTexts.allot_size_above, Shown.WholeMoney(from, Of.Currency)),
        };

    private static string Who(AllotmentSize size) =>
        size.IsResident ? BoardTexts.allot_residents : BoardTexts.allot_others;

    private static string Percent(long part, long whole) => Shown.Percent(Shown.SharePpm(part, whole) / 1_000 * 1_000);

    private string P(long minor) =>
        (Shown.SharePpm(minor, Highest) / 10_000.0).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
