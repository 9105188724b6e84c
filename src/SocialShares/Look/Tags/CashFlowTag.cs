using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Resources;

namespace SocialShares.Look.Tags;

/// <summary>
/// What bonds pay, as bars and as a ledger: <c>&lt;cash-flow of="Model.Flow" /&gt;</c>. Put a <c>risk-line</c> before it. Dashed is
/// promised, ink is paid. With many payments bars and ledger go by year, and every payment stands in a table behind them.
/// </summary>
[HtmlTargetElement("cash-flow", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CashFlowTag : TagHelper
{
    private const double Height = 190;
    private const double Least = 3; // pixels: a small payment is still seen

    public required CashFlow Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Lines.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.Becomes(
            Markup.Of(
                $"<figure class=\"cashflow\"><svg class=\"chart\" height=\"236\" role=\"img\" aria-label=\"{Said()}\">{Scale()}{Bars()}<line x1=\"0\" x2=\"100%\" y1=\"210\" y2=\"210\" class=\"c-axis\"/>{Axis()}</svg>{Key()}<figcaption>{Ledger()}{Every()}{Minus()}</figcaption></figure>"
            )
        );
    }

    private IReadOnlyList<CashLine> Drawn => Of.Bars;

    private long Highest => Math.Max(1, Drawn.Max(b => b.Together));

    private Markup Scale() =>
        Markup.Of(
            $"<line x1=\"0\" x2=\"100%\" y1=\"20\" y2=\"20\" class=\"c-grid\"/><text x=\"0\" y=\"13\">{Put(CommonTexts.cash_highest, Shown.Money(Highest, Of.Currency))}</text>"
        );

    private Markup Bars()
    {
        var room = 100.0 / Drawn.Count;
        var width = Math.Min(room * 0.72, 9);
        return Markup.Join(Drawn.Select((bar, i) => Bar(bar, (room * i) + ((room - width) / 2), width)));
    }

    // Own money below, interest on top of it: the ground is what was lent.
    private Markup Bar(CashLine bar, double x, double width)
    {
        var (own, interest) = (High(bar.OwnPaid), High(bar.InterestPaid));
        var (below, above) = bar.State switch
        {
            CashState.Paid => ("c-bar2", "c-bar"),
            CashState.Late => ("c-late", "c-late"),
            _ => ("c-exp", "c-exp2"),
        };
        return Markup.Of(
            $"{Rect(x, 210 - own, width, own, below)}{Rect(x, 210 - own - interest, width, interest, above)}"
        );
    }

    private double High(long minor) => minor <= 0 ? 0 : Math.Max(Least, Height * minor / Highest);

    private static Markup Rect(double x, double y, double width, double height, string look) =>
        Markup.If(
            height > 0,
            Markup.Of(
                $"<rect x=\"{N(x)}%\" y=\"{N(y)}\" width=\"{N(width)}%\" height=\"{N(height)}\" class=\"{look}\"/>"
            )
        );

    private Markup Axis()
    {
        var room = 100.0 / Drawn.Count;
        var last = Drawn.Count - 1;
        // A year needs about 38 pixels of a phone's 280.
        var step = Math.Max(1, (int)Math.Ceiling(Drawn.Count / 6.0));
        return Markup.Join(
            Drawn
                .Select((bar, i) => (bar, i))
                .Where(b => b.i == last || (b.i % step == 0 && last - b.i >= step))
                .Where(b => b.i == 0 || b.bar.On.Year != Drawn[Math.Max(0, b.i - step)].On.Year || b.i == last)
                .Select(b =>
                    Markup.Of(
                        $"<text x=\"{N((room * b.i) + (room / 2))}%\" y=\"230\" text-anchor=\"middle\">{b.bar.On.Year}</text>"
                    )
                )
        );
    }

    private Markup Key() =>
        Markup.Of(
            $"<ul class=\"key\"><li>{RaiseChartTag.Swatch(AnyExpected ? "c-exp2" : "c-bar")}{CommonTexts.cash_interest}</li><li>{RaiseChartTag.Swatch(AnyExpected ? "c-exp" : "c-bar2")}{CommonTexts.cash_repaid}</li>{Markup.If(Any(CashState.Late), Markup.Of($"<li>{RaiseChartTag.Swatch("c-late")}{CommonTexts.cash_late}</li>"))}{Markup.If(AnyExpected, Markup.Of($"<li>{CommonTexts.cash_dashed}</li>"))}</ul>"
        );

    private bool AnyExpected => Any(CashState.Expected);

    private bool Any(CashState state) => Of.Lines.Any(l => l.State == state);

    private Markup Ledger() =>
        Of.IsByYear
            ? Table(Put(CommonTexts.cash_by_year, Of.Currency.Code), Drawn, byYear: true)
            : Table(Put(CommonTexts.cash_table, Of.Currency.Code), Of.Lines, byYear: false);

    private Markup Every() =>
        Markup.If(
            Of.IsByYear,
            Markup.Of(
                $"<details><summary>{Put(CommonTexts.cash_every, Shown.Count(Of.Lines.Count))}</summary>{Table(Put(CommonTexts.cash_table, Of.Currency.Code), Of.Lines, byYear: false)}</details>"
            )
        );

    private Markup Minus() =>
        Markup.If(Of.Lines.Any(l => l.Principal < 0), Markup.Of($"<p class=\"small\">{CommonTexts.cash_minus}</p>"));

    private static Markup Table(string caption, IReadOnlyList<CashLine> lines, bool byYear)
    {
        var rows = lines.Select(l =>
            Markup.Of(
                $"<tr{Markup.Attribute("class", l.State == CashState.Expected ? "pencil" : null)}><th scope=\"row\">{(byYear ? $"{l.On.Year}" : Day(l.On))}{Note(l.State)}</th><td class=\"r\">{A(l.Interest)}</td><td class=\"r\">{A(l.Principal)}</td><td class=\"r\">{A(l.Together)}</td><td class=\"r wide\">{A(l.Left)}</td></tr>"
            )
        );
        return Markup.Of(
            $"<div class=\"tw\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table class=\"flowt\"><caption>{caption}</caption><thead><tr><th scope=\"col\">{(byYear ? CommonTexts.cash_year : CommonTexts.cash_on)}</th><th scope=\"col\" class=\"r\">{CommonTexts.cash_interest}</th><th scope=\"col\" class=\"r\">{CommonTexts.cash_principal}</th><th scope=\"col\" class=\"r\">{CommonTexts.cash_together}</th><th scope=\"col\" class=\"r wide\">{CommonTexts.cash_left}</th></tr></thead><tbody>{Markup.Join(rows)}</tbody><tfoot><tr><th scope=\"row\">{CommonTexts.cash_sum}</th><td class=\"r\">{A(lines.Sum(l => l.Interest))}</td><td class=\"r\">{A(lines.Sum(l => l.Principal))}</td><td class=\"r\">{A(lines.Sum(l => l.Together))}</td><td class=\"r wide\"></td></tr></tfoot></table></div>"
        );
    }

    private static Markup Note(CashState state) =>
        state switch
        {
            CashState.Paid => Markup.Of($"<span class=\"sub\">{CommonTexts.cash_is_paid}</span>"),
            CashState.Late => Markup.Of(
                $"<span class=\"sub late\">{Icons.Named("warn")} {CommonTexts.cash_is_late}</span>"
            ),
            _ => Markup.Nothing,
        };

    private string Said() =>
        Put(
            CommonTexts.cash_said,
            Shown.Count(Of.Lines.Count),
            Shown.Date(Of.Lines[0].On),
            Shown.Date(Of.Lines[^1].On),
            Shown.Money(Of.Lines.Sum(l => l.Interest), Of.Currency),
            Shown.Money(Of.Lines.Sum(l => l.Principal), Of.Currency),
            Shown.Money(Of.Lines.Sum(l => l.Together), Of.Currency),
            Shown.Money(Highest, Of.Currency)
        );

    // The currency stands in the caption; a sign in every cell would not fit on a phone.
    private static string A(long minor) => Shown.Figure(minor);

    private static string Day(DateOnly on) => on.ToString("d MMM yyyy", Language.Of);

    private static string Put(string text, params object[] figures) => string.Format(Language.Of, text, figures);

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
