using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Look.Drawings;

namespace SocialShares.Look.Tags;

/// <summary><c>&lt;icon name="tick" /&gt;</c>: a glyph beside a word.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Becomes(Icons.Named(Name));
}

/// <summary>
/// <c>&lt;tag-status kind="pencil"&gt;Draft&lt;/tag-status&gt;</c>: a word, a glyph and a line style; colour comes fourth.
/// </summary>
[HtmlTargetElement("tag-status")]
public sealed class StatusTag : TagHelper
{
    /// <summary><c>pencil</c> (not certain yet), <c>ink</c> (done), <c>ok</c>, <c>warn</c>, <c>bad</c>, <c>stamp</c> (a person decided).</summary>
    public string Kind { get; set; } = "ink";

    /// <summary>Another glyph than the kind's own.</summary>
    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // An attribute whose value is null arrives as an empty text.
        var glyph = Icon is { Length: > 0 } ? Icon : OfKind(Kind);
        var classes = Kind is "ink" ? "tag" : $"tag tag--{Kind}";
        var content = await output.GetChildContentAsync();
        output.Becomes(Markup.Of($"<span class=\"{classes}\">{Icons.Named(glyph)}{content}</span>"));
    }

    private static string OfKind(string kind) =>
        kind switch
        {
            "pencil" => "pencil",
            "warn" => "warn",
            "bad" => "cross",
            "stamp" => "stamp",
            _ => "tick",
        };
}

/// <summary><c>&lt;drawing kind="shop" inked-ppm="780000" title="..." /&gt;</c>; without <c>inked-ppm</c> it is all ink.</summary>
[HtmlTargetElement("drawing", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DrawingTag : TagHelper
{
    public required string Kind { get; set; }

    /// <summary>Share in ink, parts per million; null is a finished drawing.</summary>
    public int? InkedPpm { get; set; }

    /// <summary>Said by screen readers; leave it out where the text beside it says the same.</summary>
    public string? Title { get; set; }

    public string? Class { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Becomes(Drawing.Svg(Kind, InkedPpm, PageIds.Next(View, "d"), Title, Class));
}

/// <summary>
/// The round rubber stamp: a person decided this, on a date. At most one on a page.
/// <c>&lt;stamp top="SERIES A" bottom="RUN 31" first="APPROVED" date="18 NOV 2026" last="I. VAUGHAN" /&gt;</c>
/// </summary>
[HtmlTargetElement("stamp", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StampTag : TagHelper
{
    /// <summary>Along the upper edge, at most about 20 characters.</summary>
    public required string Top { get; set; }

    /// <summary>Along the lower edge, at most about 20 characters.</summary>
    public required string Bottom { get; set; }

    /// <summary>The word: approved, entered, allotted.</summary>
    public required string First { get; set; }

    public required string Date { get; set; }

    /// <summary>Who.</summary>
    public string Last { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = PageIds.Next(View, "st");
        var said = $"{Top}, {Bottom}: {First} {Date} {Last}".TrimEnd();
        output.Becomes(
            Markup.Of(
                $"""
                <svg class="stamp" viewBox="0 0 180 180" role="img" aria-label="{said}">
                <defs><path id="{id}t" d="M24 90a66 66 0 0 1 132 0"/><path id="{id}b" d="M14 90a76 76 0 0 0 152 0"/></defs>
                <circle cx="90" cy="90" r="85" class="st" stroke-width="3.2" stroke-dasharray="118 1.5 64 1 92 2 140 1"/>
                <circle cx="90" cy="90" r="56" class="st" stroke-width="1.6" stroke-dasharray="70 1 40 1.5 88 1"/>
                {Arc(id + "t", Top)}{Arc(id + "b", Bottom)}
                <text class="st-l" x="90" y="76" text-anchor="middle">{Upper(First)}</text>
                <text class="st-d" x="90" y="99" text-anchor="middle"{Squeezed(Date, 9, "100")}>{Upper(Date)}</text>
                <text class="st-l" x="90" y="117" text-anchor="middle">{Upper(Last)}</text>
                <path class="st" stroke-width="1.4" d="M48 82H132M48 105H132"/></svg>
                """
            )
        );
    }

    // A long name is set smaller so that it stays on its half of the ring.
    private static Markup Arc(string path, string text)
    {
        var shown = Upper(text);
        return Markup.Of(
            $"<text class=\"st-arc\"><textPath href=\"#{path}\" startOffset=\"50%\" text-anchor=\"middle\"{Squeezed(shown, 18, "190")}>{shown}</textPath></text>"
        );
    }

    private static Markup Squeezed(string text, int from, string width) =>
        Markup.If(
            text.Length > from,
            Markup.Of($"{Markup.Attribute("textLength", width)}{Markup.Attribute("lengthAdjust", "spacingAndGlyphs")}")
        );

    private static string Upper(string text) => text.ToUpper(Language.Of);
}

internal static class TagOutput
{
    /// <summary>The element is replaced as a whole.</summary>
    public static void Becomes(this TagHelperOutput output, Markup markup)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(markup);
    }
}
