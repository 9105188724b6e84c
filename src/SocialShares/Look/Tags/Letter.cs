using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialShares.Look.Tags;

/// <summary>
/// A section of a letter: its heading in the left margin, the text beside it. On a phone they are stacked.
/// <c>&lt;letter-section heading="..." note="..." id="..."&gt;...&lt;/letter-section&gt;</c>
/// </summary>
[HtmlTargetElement("letter-section")]
public sealed class LetterSectionTag : TagHelper
{
    public required string Heading { get; set; }

    /// <summary>A line under the heading.</summary>
    public string? Note { get; set; }

    public string? Id { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var note = Markup.If(Note is not null, Markup.Of($"<p>{Note}</p>"));
        output.Becomes(
            Markup.Of(
                $"<section class=\"sec\"{Markup.Attribute("id", Id)}><div class=\"sec-h\"><h2>{Heading}</h2>{note}</div><div class=\"flow\">{content}</div></section>"
            )
        );
    }
}

/// <summary>A notice: <c>&lt;notice kind="warn" heading="..."&gt;...&lt;/notice&gt;</c>. <c>ok</c> is announced to screen readers.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTag : TagHelper
{
    /// <summary>Nothing, <c>ok</c>, <c>warn</c> or <c>bad</c>.</summary>
    public string? Kind { get; set; }

    public string? Heading { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var classes = Kind is null ? "note" : $"note note--{Kind}";
        var role = Kind switch
        {
            "ok" => "status",
            "bad" => "alert",
            _ => null,
        };
        var heading = Markup.If(Heading is not null, Markup.Of($"<h2>{Heading}</h2>"));
        output.Becomes(Markup.Of($"<div class=\"{classes}\"{Markup.Attribute("role", role)}>{heading}{content}</div>"));
    }
}

/// <summary>
/// The risk, printed in ink on a sheet: no colour, no way to close it. <c>&lt;risk-notice heading="..."&gt;</c>.
/// </summary>
[HtmlTargetElement("risk-notice")]
public sealed class RiskNoticeTag : TagHelper
{
    public string? Heading { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var heading = Markup.If(Heading is not null, Markup.Of($"<h2>{Heading}</h2>"));
        output.Becomes(Markup.Of($"<div class=\"risk flow\">{heading}{content}</div>"));
    }
}

/// <summary>One line, directly before any amount or return: <c>&lt;risk-line&gt;You can lose this money.&lt;/risk-line&gt;</c>.</summary>
[HtmlTargetElement("risk-line")]
public sealed class RiskLineTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Becomes(Markup.Of($"<p class=\"riskline\">{Icons.Named("warn")}<span>{content}</span></p>"));
    }
}

/// <summary>
/// The one button of an offer, always beside the risk; it stays at the foot of the window. Put it in
/// <c>@section AfterMain</c>. Its content is the button.
/// </summary>
[HtmlTargetElement("apply-bar")]
public sealed class ApplyBarTag : TagHelper
{
    public required string Risk { get; set; }

    /// <summary>Days left and the like; left out on phones.</summary>
    public string? More { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Becomes(
            Markup.Of(
                $"<div class=\"applybar\" role=\"region\" aria-label=\"{Risk}\"><div class=\"wrap\"><p><b>{Risk}</b> <span class=\"quiet more\">{More}</span></p>{content}</div></div>"
            )
        );
    }
}

/// <summary>Nothing here yet, busy, or stopped: a drawing, a heading and what to do now.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTag : TagHelper
{
    public required string Heading { get; set; }

    /// <summary>Name of a drawing: <c>noticeboard</c> (nothing yet) or <c>scales</c> (it does not add up).</summary>
    public string Drawing { get; set; } = "noticeboard";

    /// <summary>Of its heading: 2 where it stands directly under the page's own.</summary>
    public int Level { get; set; } = 3;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var picture = Drawings.Drawing.Svg(Drawing, null, "e" + context.UniqueId);
        output.Becomes(Markup.Of($"<div class=\"empty\">{picture}<h{Level}>{Heading}</h{Level}>{content}</div>"));
    }
}

/// <summary>Facts with their figures: <c>&lt;facts&gt;&lt;fact label="Raised"&gt;£56,250&lt;/fact&gt;&lt;/facts&gt;</c>.</summary>
[HtmlTargetElement("facts")]
public sealed class FactsTag : TagHelper
{
    public string? Class { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Becomes(Markup.Of($"<dl class=\"{$"dl {Class}".TrimEnd()}\">{content}</dl>"));
    }
}

/// <summary>One fact; with <c>sum</c> it is the total, between ink and a double rule.</summary>
[HtmlTargetElement("fact", ParentTag = "facts")]
public sealed class FactTag : TagHelper
{
    public required string Label { get; set; }

    public bool Sum { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var classes = Sum ? "sum" : null;
        output.Becomes(Markup.Of($"<div{Markup.Attribute("class", classes)}><dt>{Label}</dt><dd>{content}</dd></div>"));
    }
}

/// <summary>The answers a person gave, with a way back to each: <c>&lt;answers&gt;&lt;answer label="Amount" change-href="..."&gt;</c>.</summary>
[HtmlTargetElement("answers")]
public sealed class AnswersTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Becomes(Markup.Of($"<dl class=\"answers field\">{content}</dl>"));
    }
}

/// <summary>One answer of a check-your-answers page; it may stand in a partial of it.</summary>
[HtmlTargetElement("answer")]
public sealed class AnswerTag : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Where it can be changed; none where it cannot.</summary>
    public string? ChangeHref { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var change = Markup.If(
            ChangeHref is not null,
            Markup.Of(
                $"<dd class=\"act\"><a href=\"{ChangeHref}\">{Resources.CommonTexts.answers_change}<span class=\"vh\"> {Label}</span></a></dd>"
            )
        );
        output.Becomes(Markup.Of($"<div><dt>{Label}</dt><dd>{content}</dd>{change}</div>"));
    }
}
