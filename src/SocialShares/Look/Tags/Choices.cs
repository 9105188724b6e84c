using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Resources;

namespace SocialShares.Look.Tags;

/// <summary>
/// One of a few: <c>&lt;choices for="Destination" label="Where should payments go?"&gt;&lt;choice value="bank"&gt;To my bank
/// account&lt;/choice&gt;&lt;/choices&gt;</c>. An empty <c>value</c> counts as a choice too.
/// </summary>
[HtmlTargetElement("choices")]
public sealed class ChoicesTag : FieldTag
{
    public override void Init(TagHelperContext context) =>
        context.Items[typeof(ChoicesTag)] = new Open(Name, Id, Value ?? "");

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Becomes(AroundGroup(Markup.Of($"{content}")));
    }

    /// <summary>What a choice must know of its group; the first has the group's id, so that the error summary lands on it.</summary>
    internal sealed record Open(string Name, string Id, string Chosen)
    {
        public int Count { get; set; }

        public string NextId() => Count++ == 0 ? Id : $"{Id}-{Count}";
    }
}

/// <summary>A choice of its group.</summary>
[HtmlTargetElement("choice", ParentTag = "choices")]
public sealed class ChoiceTag : TagHelper
{
    public required string Value { get; set; }

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var group = (ChoicesTag.Open)context.Items[typeof(ChoicesTag)];
        var id = group.NextId();
        var content = await output.GetChildContentAsync();
        var chosen = string.Equals(group.Chosen, Value, StringComparison.OrdinalIgnoreCase)
            ? new Markup(" checked")
            : Markup.Nothing;
        var said = Hint is null ? null : id + "-more";
        output.Becomes(
            Markup.Of(
                $"<div class=\"choice\"><input type=\"radio\" id=\"{id}\" name=\"{group.Name}\" value=\"{Value}\"{chosen}{Markup.Attribute("aria-describedby", said)}><label for=\"{id}\">{content}</label>{Markup.If(Hint is not null, Markup.Of($"<span class=\"hint\" id=\"{id}-more\">{Hint}</span>"))}</div>"
            )
        );
    }
}

/// <summary>Yes or nothing: <c>&lt;check-field for="Understood" label="I understand that I can lose this money" /&gt;</c>. Binds a bool.</summary>
[HtmlTargetElement("check-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckFieldTag : FieldTag
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var typed = Typed(Name);
        var ticked = typed is null ? For.Model is true : typed.StartsWith("true", StringComparison.OrdinalIgnoreCase);
        var look = Error is null ? "field field--check" : "field field--check field--bad";
        output.Becomes(
            Markup.Of(
                $"<div class=\"{look}\">{Wrong(Error)}<div class=\"choice\"><input type=\"checkbox\" id=\"{Id}\" name=\"{Name}\" value=\"true\"{(ticked ? new Markup(" checked") : Markup.Nothing)}{Described(Error)}><label for=\"{Id}\">{LabelText}</label>{More("span")}</div></div>"
            )
        );
    }
}

/// <summary>One of many: <c>&lt;select-field for="Country" items="Model.Countries" ... /&gt;</c>. With more than about six choices.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTag : FieldTag
{
    public required IEnumerable<SelectListItem> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Value;
        var options = Markup.Join(
            Items.Select(i =>
                Markup.Of(
                    $"<option value=\"{i.Value}\"{(i.Value == chosen || (chosen is null && i.Selected) ? new Markup(" selected") : Markup.Nothing)}>{i.Text}</option>"
                )
            )
        );
        output.Becomes(
            Around(
                Markup.Of($"<select class=\"input\" id=\"{Id}\" name=\"{Name}\"{Described(Error)}>{options}</select>")
            )
        );
    }
}

/// <summary>
/// A date as three fields, bound to <see cref="DateParts"/>: <c>&lt;date-field for="BornOn" label="Date of birth" birthday /&gt;</c>.
/// </summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTag : FieldTag
{
    /// <summary>It is the person's own date of birth: browsers may fill it in.</summary>
    public bool Birthday { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = For.Model as DateParts;
        var fields = Markup.Of(
            $"{Part("Day", Id, CommonTexts.date_day, parts?.Day, 2, "bday-day")}{Part("Month", Id + "_Month", CommonTexts.date_month, parts?.Month, 2, "bday-month")}{Part("Year", Id + "_Year", CommonTexts.date_year, parts?.Year, 4, "bday-year")}"
        );
        output.Becomes(AroundGroup(Markup.Of($"<div class=\"date3\">{fields}</div>")));
    }

    private Markup Part(string part, string id, string label, string? known, int digits, string fill)
    {
        var look = digits == 4 ? Markup.Attribute("class", "y") : Markup.Nothing;
        var invalid = Markup.Attribute("aria-invalid", Error is null ? null : "true");
        return Markup.Of(
            $"<div{look}><label for=\"{id}\">{label}</label><input class=\"input\" id=\"{id}\" name=\"{Name}.{part}\" inputmode=\"numeric\" maxlength=\"{digits}\"{Markup.Attribute("value", Typed($"{Name}.{part}") ?? known)}{Markup.Attribute("autocomplete", Birthday ? fill : "off")}{invalid}></div>"
        );
    }
}

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: everything that is wrong with a form, on top of it, each line a link to its field. Nothing where
/// nothing is wrong. Errors of the form as a whole (key "") have no link.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag : TagHelper
{
    [Microsoft.AspNetCore.Mvc.ViewFeatures.ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View
            .ModelState.Where(e => e.Value is { Errors.Count: > 0 })
            .OrderBy(e => PlaceOf(e.Key))
            .Select(e => (Field: e.Key, Text: e.Value!.Errors[0].ErrorMessage))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        var heading =
            errors.Count == 1
                ? CommonTexts.form_problem
                : string.Format(Language.Of, CommonTexts.form_problems, errors.Count);
        var lines = Markup.Join(
            errors.Select(e =>
                e.Field.Length == 0
                    ? Markup.Of($"<li>{e.Text}</li>")
                    : Markup.Of($"<li><a href=\"#{PageIds.OfField(e.Field)}\">{e.Text}</a></li>")
            )
        );
        output.Becomes(
            Markup.Of(
                $"<div class=\"note note--bad\" id=\"problems\" role=\"alert\" aria-labelledby=\"problems-h\"><h2 id=\"problems-h\">{heading}</h2><ul>{lines}</ul></div>"
            )
        );
    }

    // ModelState sorts by name; people read from top to bottom, and pages declare their fields in that order
    private string PlaceOf(string key)
    {
        var (metadata, place) = (View.ViewData.ModelMetadata, "");
        foreach (var part in key.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var row = part.IndexOf('[', StringComparison.Ordinal);
            var name = row < 0 ? part : part[..row];
            var found = metadata?.Properties.Select((p, at) => (p, at)).FirstOrDefault(p => p.p.PropertyName == name);
            if (found is not { p: { } property, at: var index })
                break;
            place += index.ToString("0000", Language.Of);
            place += row < 0 ? "" : part[row..];
            metadata = property.ElementMetadata ?? property;
        }
        return place;
    }
}

/// <summary>
/// Quick amounts along the foot of a notice: plain links to this page with another amount in the query, so they work without
/// JavaScript. <c>&lt;tear-off currency="..." amounts="Model.Amounts" chosen="25000" anchor="calc" label="Or choose an amount" /&gt;</c>
/// </summary>
[HtmlTargetElement("tear-off", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TearOffTag : TagHelper
{
    public required Currency Currency { get; set; }

    /// <summary>Amounts in minor units, about six.</summary>
    public required IEnumerable<long> Amounts { get; set; }

    /// <summary>The one that counts now.</summary>
    public long? Chosen { get; set; }

    public required string Label { get; set; }

    /// <summary>The name of the amount in the query.</summary>
    public string Query { get; set; } = "amount";

    /// <summary>Where on the page the person goes on.</summary>
    public string? Anchor { get; set; }

    /// <summary>What else the query keeps: <c>series=...</c>.</summary>
    public string? Keep { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var strips = Markup.Join(
            Amounts.Select(a =>
            {
                var kept = string.IsNullOrEmpty(Keep) ? "" : "&" + Keep;
                var to =
                    $"?{Query}={Uri.EscapeDataString(AmountText.Write(a))}{kept}{(Anchor is null ? "" : "#" + Anchor)}";
                var now = Markup.Attribute("aria-current", a == Chosen ? "true" : null);
                return Markup.Of($"<li><a href=\"{to}\"{now}>{Shown.WholeMoney(a, Currency)}</a></li>");
            })
        );
        output.Becomes(Markup.Of($"<ul class=\"tear\" aria-label=\"{Label}\">{strips}</ul>"));
    }
}
