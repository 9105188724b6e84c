using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Resources;

namespace SocialShares.Look.Tags;

/// <summary>
/// How far a raise is, against its three marks. Confirmed money is ink; money that its owner may still take back is pencil.
/// <c>&lt;target-bar currency="..." confirmed="5000000" cancellable="625000" minimum="4800000" optimum="7200000" maximum="9000000" /&gt;</c>
/// </summary>
[HtmlTargetElement("target-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TargetBarTag : TagHelper
{
    public required Currency Currency { get; set; }

    /// <summary>Paid, past the reflection period; minor units.</summary>
    public required long Confirmed { get; set; }

    /// <summary>Paid, but its owner may still cancel; minor units.</summary>
    public long Cancellable { get; set; }

    /// <summary>Below this everyone is refunded; null where the offer has no minimum.</summary>
    public long? Minimum { get; set; }

    public required long Optimum { get; set; }

    public required long Maximum { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var raised = Confirmed + Cancellable;
        var low = Minimum is { } m && m * 2 > Maximum;
        var bars = Markup.Of(
            $"<rect x=\"0\" y=\"46\" width=\"100%\" height=\"26\" rx=\"2\" class=\"c-hole\"/>{Bar(0, raised, "c-exp")}{Bar(0, Confirmed, "c-bar")}"
        );
        var single = Optimum == Maximum && (Minimum is null || Minimum == Maximum);
        var marks = Markup.Of(
            $"{Markup.If(Minimum is not null && Minimum != Maximum, Below(Minimum ?? 0, CommonTexts.target_minimum, ""))}{Markup.If(Optimum != Maximum && Optimum != Minimum, Above(Optimum, CommonTexts.target_optimum))}{Below(Maximum, single ? CommonTexts.target_single : CommonTexts.target_maximum, low ? " drop" : "")}"
        );
        output.Becomes(
            Markup.Of(
                $"<svg class=\"chart bar3{(low ? " bar3--low" : "")}\" height=\"118\" role=\"img\" aria-label=\"{Said(raised)}\">{bars}{marks}</svg>"
            )
        );
    }

    private Markup Bar(long from, long to, string look) =>
        Markup.If(
            to > from,
            Markup.Of(
                $"<rect x=\"{P(from)}\" y=\"46\" width=\"{P(to - from)}\" height=\"26\" rx=\"2\" class=\"{look}\"/>"
            )
        );

    private Markup Below(long at, string label, string more) =>
        Markup.Of(
            $"<line x1=\"{P(at)}\" x2=\"{P(at)}\" y1=\"42\" y2=\"82\" class=\"c-mark\"/><g class=\"below{more}\"><text x=\"{P(at)}\" y=\"97\" text-anchor=\"{Anchor(at)}\">{label}</text><text x=\"{P(at)}\" y=\"115\" text-anchor=\"{Anchor(at)}\" class=\"b\">{Shown.WholeMoney(at, Currency)}</text></g>"
        );

    private Markup Above(long at, string label) =>
        Markup.Of(
            $"<line x1=\"{P(at)}\" x2=\"{P(at)}\" y1=\"36\" y2=\"76\" class=\"c-mark\"/><text x=\"{P(at)}\" y=\"12\" text-anchor=\"{Anchor(at)}\">{label}</text><text x=\"{P(at)}\" y=\"30\" text-anchor=\"{Anchor(at)}\" class=\"b\">{Shown.WholeMoney(at, Currency)}</text>"
        );

    // near an edge a label hangs inwards, so that it is not cut off on a phone
    private string Anchor(long at) =>
        Shown.SharePpm(at, Maximum) switch
        {
            < 160_000 => "start",
            > 840_000 => "end",
            _ => "middle",
        };

    private string P(long value) =>
        (Shown.SharePpm(value, Maximum) / 10_000.0).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private string Said(long raised)
    {
        string Of(string text, long minor) => string.Format(Language.Of, text, Shown.WholeMoney(minor, Currency));
        var parts = new List<string> { Of(CommonTexts.target_said_raised, raised) };
        if (Cancellable > 0)
            parts.Add(Of(CommonTexts.target_said_cancellable, Cancellable));
        if (Minimum is { } minimum)
            parts.Add(
                Of(raised >= minimum ? CommonTexts.target_said_reached : CommonTexts.target_said_missing, minimum)
            );
        if (Optimum != Maximum)
            parts.Add(Of(CommonTexts.target_said_optimum, Optimum));
        parts.Add(Of(CommonTexts.target_said_maximum, Maximum));
        return string.Join(' ', parts);
    }
}

/// <summary>
/// Long work: <c>&lt;work-bar done="907" failed="7" total="1248" said="907 lines paid, 334 to go, 7 with a problem" /&gt;</c>. The
/// same words stand beside it for everyone.
/// </summary>
[HtmlTargetElement("work-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WorkBarTag : TagHelper
{
    public required long Done { get; set; }

    public long Failed { get; set; }

    public required long Total { get; set; }

    public required string Said { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string P(long n) => (Shown.SharePpm(n, Total) / 10_000.0).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        var failed = Markup.If(
            Failed > 0,
            Markup.Of($"<rect x=\"{P(Done)}\" y=\"0\" width=\"{P(Failed)}\" height=\"34\" class=\"c-bad c-least\"/>")
        );
        output.Becomes(
            Markup.Of(
                $"<svg class=\"chart workbar\" height=\"36\" role=\"img\" aria-label=\"{Said}\"><rect x=\"0\" y=\"1\" width=\"100%\" height=\"34\" rx=\"2\" class=\"c-hole\"/><rect x=\"0\" y=\"1\" width=\"{P(Done)}\" height=\"34\" class=\"c-bar\"/>{failed}</svg>"
            )
        );
    }
}
