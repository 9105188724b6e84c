using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Resources;

namespace SocialShares.Look.Tags;

/// <summary>
/// What an enterprise pays on its bonds year by year: <c>&lt;debt-chart of="Model.Chart" /&gt;</c>. Interest and principal stand on
/// each other; dashed is to come. The page has the figures in a table beside it.
/// </summary>
[HtmlTargetElement("debt-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DebtChartTag : TagHelper
{
    private const double Ground = 210;
    private const double Height = 176;
    private const double Least = 3; // pixels: a small payment is still seen

    public required DebtByYear Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Highest == 0)
        {
            output.SuppressOutput(); // the page says in words that nothing is paid in these years
            return;
        }
        output.Becomes(
            Markup.Of(
                $"<figure><svg class=\"chart\" height=\"238\" role=\"img\" aria-label=\"{Said()}\">{Markup.Join(Of.Years.Select(Bar))}<line x1=\"0\" x2=\"100%\" y1=\"{N(Ground)}\" y2=\"{N(Ground)}\" class=\"c-axis\"/></svg>{Key()}</figure>"
            )
        );
    }

    private Markup Bar(DebtYear year, int at)
    {
        var room = 100.0 / Of.Years.Count;
        var width = Math.Min(room * 0.6, 11);
        var (x, middle) = ((room * at) + ((room - width) / 2), (room * at) + (room / 2));
        var (top, pieces) = (Ground, new List<Markup>());
        foreach (var (minor, look) in Pieces(year).Where(p => p.Minor > 0))
        {
            var high = Math.Max(Least, Height * minor / Of.Highest);
            top -= high;
            pieces.Add(
                Markup.Of(
                    $"<rect x=\"{N(x)}%\" y=\"{N(top)}\" width=\"{N(width)}%\" height=\"{N(high)}\" class=\"{look}\"/>"
                )
            );
        }
        var amount = Markup.If(
            year.Together > 0,
            Markup.Of(
                $"<text x=\"{N(middle)}%\" y=\"{N(top - 7)}\" text-anchor=\"middle\" class=\"b wide\">{Whole(year.Together)}</text>"
            )
        );
        return Markup.Of(
            $"{Markup.Join(pieces)}{amount}<text x=\"{N(middle)}%\" y=\"230\" text-anchor=\"middle\">{N(year.Year)}</text>"
        );
    }

    private static IEnumerable<(long Minor, string Look)> Pieces(DebtYear year) =>
        [
            (year.PaidPrincipal, "c-bar2"),
            (year.PaidInterest, "c-bar"),
            (year.Late, "c-late"),
            (year.Principal, "c-exp"),
            (year.Interest, "c-exp2"),
        ];

    private Markup Key()
    {
        (string Look, string Text, bool IsThere)[] keys =
        [
            ("c-bar", BoardTexts.debt_interest_paid, Of.Years.Any(y => y.PaidInterest > 0)),
            ("c-bar2", BoardTexts.debt_principal_paid, Of.Years.Any(y => y.PaidPrincipal > 0)),
            ("c-exp2", BoardTexts.debt_interest_to_come, Of.Years.Any(y => y.Interest > 0)),
            ("c-exp", BoardTexts.debt_principal_to_come, Of.Years.Any(y => y.Principal > 0)),
            ("c-late", BoardTexts.debt_late, Of.Years.Any(y => y.Late > 0)),
        ];
        return Markup.Of(
            $"<ul class=\"key\">{Markup.Join(keys.Where(k => k.IsThere).Select(k => Markup.Of($"<li>{RaiseChartTag.Swatch(k.Look)}{k.Text}</li>")))}</ul>"
        );
    }

    private string Said() =>
        string.Format(
            Language.Of,
            BoardTexts.debt_said,
            Shown.List(
                Of.Years.Select(y => string.Format(Language.Of, BoardTexts.debt_said_year, y.Year, Whole(y.Together)))
            )
        );

    // cents would make neighbours run into each other; the table has them
    private string Whole(long minor) => Shown.WholeMoney(minor / 100 * 100, Of.Currency);

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
