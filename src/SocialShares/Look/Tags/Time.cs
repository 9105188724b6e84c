using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Resources;

namespace SocialShares.Look.Tags;

/// <summary>The states that something goes through: <c>&lt;steps label="..."&gt;&lt;step state="done" by="Esther, 16 Nov"&gt;Calculated&lt;/step&gt;</c>.</summary>
[HtmlTargetElement("steps")]
public sealed class StepsTag : TagHelper
{
    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Becomes(Markup.Of($"<ol class=\"steps\" aria-label=\"{Label}\">{content}</ol>"));
    }
}

/// <summary>One state: ink when done, the accent now, dashed to come.</summary>
[HtmlTargetElement("step", ParentTag = "steps")]
public sealed class StepTag : TagHelper
{
    /// <summary><c>done</c>, <c>now</c> or <c>todo</c>.</summary>
    public string State { get; set; } = "todo";

    /// <summary>Who, and when.</summary>
    public string? By { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var look = State switch
        {
            "done" => Markup.Attribute("class", "done"),
            "now" => Markup.Attribute("aria-current", "step"),
            _ => Markup.Nothing,
        };
        var done = Markup.If(State == "done", Markup.Of($"<span class=\"vh\"> ({CommonTexts.steps_done})</span>"));
        var by = Markup.If(By is not null, Markup.Of($"<span class=\"by\">{By}</span>"));
        output.Becomes(Markup.Of($"<li{look}><b>{content}{done}</b>{by}</li>"));
    }
}

/// <summary>Checks with their evidence: <c>&lt;checks&gt;&lt;check state="ok" title="The ledger balances." evidence="At 06:11"&gt;</c>.</summary>
[HtmlTargetElement("checks")]
public sealed class ChecksTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Becomes(Markup.Of($"<ul class=\"checks\">{content}</ul>"));
    }
}

/// <summary>One check. Its content follows the title; links in it are fine.</summary>
[HtmlTargetElement("check", ParentTag = "checks")]
public sealed class CheckTag : TagHelper
{
    /// <summary><c>ok</c> (tick), <c>wait</c> (dashed ring: not made yet) or <c>bad</c> (cross).</summary>
    public string State { get; set; } = "wait";

    public required string Title { get; set; }

    /// <summary>A figure, a document or a time that anyone can look at.</summary>
    public string? Evidence { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var said = State switch
        {
            "ok" => CommonTexts.checks_ok,
            "bad" => CommonTexts.checks_bad,
            _ => CommonTexts.checks_wait,
        };
        var evidence = Markup.If(Evidence is not null, Markup.Of($"<span class=\"ev\">{Evidence}</span>"));
        output.Becomes(
            Markup.Of(
                $"<li>{Icons.Mark(State)}<div><span class=\"vh\">{said} </span><b>{Title}</b> {content}{evidence}</div></li>"
            )
        );
    }
}

/// <summary>A line through time: <c>&lt;timeline&gt;&lt;moment when="28 November"&gt;...&lt;/moment&gt;</c>.</summary>
[HtmlTargetElement("timeline")]
public sealed class TimelineTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Becomes(Markup.Of($"<ol class=\"next\">{content}</ol>"));
    }
}

/// <summary>A moment; with <c>expected</c> it is not certain and drawn in pencil.</summary>
[HtmlTargetElement("moment", ParentTag = "timeline")]
public sealed class MomentTag : TagHelper
{
    public required string When { get; set; }

    public bool Expected { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var look = Expected ? Markup.Attribute("class", "p") : Markup.Nothing;
        var said = Markup.If(Expected, Markup.Of($"<span class=\"vh\"> ({CommonTexts.timeline_expected})</span>"));
        output.Becomes(Markup.Of($"<li{look}><p class=\"when\">{When}{said}</p><div>{content}</div></li>"));
    }
}
