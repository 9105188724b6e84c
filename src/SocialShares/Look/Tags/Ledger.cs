using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialShares.Look.Tags;

/// <summary>
/// A ledger: <c>&lt;table ledger="pairs" caption="Members" caption-note="..."&gt;</c> around ordinary rows. Mark number columns
/// once, in the head (<c>&lt;th numeric&gt;</c>), and rows that are not certain with <c>&lt;tr pencil&gt;</c>. Roles and the
/// labels that cells carry on a phone are added here.
/// </summary>
[HtmlTargetElement("table", Attributes = "ledger")]
public sealed class LedgerTag : TagHelper
{
    /// <summary>Empty, or <c>pairs</c> (short figures three abreast on a phone), <c>pairs two</c>, or other classes.</summary>
    public string Ledger { get; set; } = "";

    public required string Caption { get; set; }

    public string? CaptionNote { get; set; }

    /// <summary>The caption stands in a heading already: only screen readers get it.</summary>
    public bool CaptionHidden { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(LedgerColumns)] = new LedgerColumns();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Attributes.SetAttribute("class", $"stack {Ledger}".TrimEnd());
        output.Attributes.SetAttribute("role", "table");
        var note = Markup.If(CaptionNote is not null, Markup.Of($"<span class=\"small\">{CaptionNote}</span>"));
        var hidden = CaptionHidden ? Markup.Attribute("class", "vh") : Markup.Nothing;
        output.Content.SetHtmlContent(Markup.Of($"<caption{hidden}>{Caption}{note}</caption>{content}"));
    }
}

/// <summary>Columns of the ledger that is being written.</summary>
internal sealed class LedgerColumns
{
    public List<(string Label, bool Numeric)> Heads { get; } = [];
    public bool InHead { get; set; }
    public int At { get; set; }

    public static LedgerColumns? Of(TagHelperContext context) =>
        context.Items.TryGetValue(typeof(LedgerColumns), out var found) ? found as LedgerColumns : null;
}

/// <summary>The parts of a ledger get their roles.</summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tfoot")]
public sealed class LedgerPartTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (LedgerColumns.Of(context) is not { } columns)
            return;
        columns.InHead = output.TagName == "thead";
        output.Attributes.SetAttribute("role", "rowgroup");
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
    }
}

/// <summary>A row of a ledger.</summary>
[HtmlTargetElement("tr")]
public sealed class LedgerRowTag : TagHelper
{
    /// <summary>Not certain, and not in the total.</summary>
    public bool Pencil { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (LedgerColumns.Of(context) is not { } columns)
            return;
        columns.At = 0;
        output.Attributes.SetAttribute("role", "row");
        if (Pencil)
            output.Attributes.SetAttribute("class", $"{output.Attributes["class"]?.Value} pencil".Trim());
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
    }
}

/// <summary>A cell of a ledger; a <c>th</c> in the body names its row.</summary>
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed partial class LedgerCellTag : TagHelper
{
    /// <summary>In the head: figures, set to the right.</summary>
    public bool Numeric { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (LedgerColumns.Of(context) is not { } columns)
            return;
        var content = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(content);
        if (columns.InHead)
        {
            var label = WebUtility.HtmlDecode(AnyTag().Replace(content.GetContent(), "")).Trim();
            columns.Heads.Add((label, Numeric));
            Give(output, "columnheader", "col", Numeric);
            return;
        }
        var (name, right) = columns.At < columns.Heads.Count ? columns.Heads[columns.At] : ("", false);
        columns.At++;
        if (output.TagName == "th")
            Give(output, "rowheader", "row", false);
        else
        {
            output.Attributes.SetAttribute("data-l", name);
            Give(output, "cell", null, right);
        }
    }

    private static void Give(TagHelperOutput output, string role, string? scope, bool right)
    {
        output.Attributes.SetAttribute("role", role);
        if (scope is not null)
            output.Attributes.SetAttribute("scope", scope);
        if (right)
            output.Attributes.SetAttribute("class", $"{output.Attributes["class"]?.Value} r".Trim());
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex AnyTag();
}
