using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialShares.Resources;

namespace SocialShares.Look.Tags;

/// <summary>
/// What all fields share: the label above, the hint under it, the error between hint and field, and what was typed kept.
/// The error of a field is the first that <c>ModelState</c> has under its name.
/// </summary>
public abstract class FieldTag : TagHelper
{
    /// <summary>The bound property: <c>for="Amount"</c> or <c>for="Input.Amount"</c>.</summary>
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>May be left empty; the label says so.</summary>
    public bool Optional { get; set; }

    /// <summary>On a page with one question the label is its heading.</summary>
    public bool AsHeading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    protected string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => PageIds.OfField(Name);

    protected string? Error => ErrorOf(Name);

    protected string? ErrorOf(string name) =>
        View.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0
            ? entry.Errors[0].ErrorMessage
            : null;

    /// <summary>What was typed, or else what the model holds.</summary>
    protected string? Value => Typed(Name) ?? For.Model?.ToString();

    protected string? Typed(string name) =>
        View.ModelState.TryGetValue(name, out var entry) ? entry.AttemptedValue : null;

    /// <summary><c>aria-describedby</c> and, with an error, <c>aria-invalid</c>.</summary>
    protected Markup Described(string? error)
    {
        var ids = string.Join(
            ' ',
            new[] { Hint is null ? null : Id + "-hint", error is null ? null : Id + "-error" }.OfType<string>()
        );
        return Markup.Of(
            $"{Markup.Attribute("aria-describedby", ids)}{Markup.Attribute("aria-invalid", error is null ? null : "true")}"
        );
    }

    protected Markup HintAndError(string? error) => Markup.Of($"{More("p")}{Wrong(error)}");

    /// <summary>The hint, as a block of its own or as a part of a line.</summary>
    protected Markup More(string tag) =>
        Markup.If(
            Hint is not null,
            Markup.Of($"<{new Markup(tag)} class=\"hint\" id=\"{Id}-hint\">{Hint}</{new Markup(tag)}>")
        );

    /// <summary>What is wrong with the field.</summary>
    protected Markup Wrong(string? error) =>
        Markup.If(
            error is not null,
            Markup.Of(
                $"<p class=\"err\" id=\"{Id}-error\">{Icons.Named("warn")}<span class=\"vh\">{CommonTexts.form_error} </span>{error}</p>"
            )
        );

    protected Markup LabelText =>
        Markup.Of(
            $"{Label}{Markup.If(Optional, Markup.Of($" <span class=\"opt\">({CommonTexts.form_optional})</span>"))}"
        );

    /// <summary>The whole field: <paramref name="input"/> under its label.</summary>
    protected Markup Around(Markup input)
    {
        var label = AsHeading
            ? Markup.Of($"<h1 class=\"ask\"><label for=\"{Id}\" class=\"serif\">{LabelText}</label></h1>")
            : Markup.Of($"<label for=\"{Id}\">{LabelText}</label>");
        return Markup.Of($"<div class=\"{FieldClass(Error)}\">{label}{HintAndError(Error)}{input}</div>");
    }

    /// <summary>A group of inputs under one legend.</summary>
    protected Markup AroundGroup(Markup inputs)
    {
        var legend = AsHeading
            ? Markup.Of($"<legend><h1 class=\"ask\">{LabelText}</h1></legend>")
            : Markup.Of($"<legend>{LabelText}</legend>");
        return Markup.Of(
            $"<fieldset class=\"{FieldClass(Error)}\"{Described(Error)}>{legend}{HintAndError(Error)}{inputs}</fieldset>"
        );
    }

    private static string FieldClass(string? error) => error is null ? "field" : "field field--bad";
}

/// <summary>A line of text: <c>&lt;text-field for="Iban" label="Your IBAN" hint="With or without spaces" /&gt;</c>.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTag : FieldTag
{
    /// <summary>The HTML type: <c>text</c>, <c>email</c>, <c>password</c>, <c>tel</c>, <c>date</c>.</summary>
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public int? Maxlength { get; set; }

    /// <summary><c>s</c> (a code), <c>m</c> (a date, a postcode); else the whole measure.</summary>
    public string? Width { get; set; }

    /// <summary>A unit behind the field: %, shares, days.</summary>
    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = Type is "password" ? null : Value; // a password is never written back into a page
        var classes = Width is null ? "input" : $"input input--{Width}";
        var more = Markup.Of(
            $"{Markup.Attribute("autocomplete", Autocomplete)}{Markup.Attribute("inputmode", Inputmode)}{Markup.Attribute("maxlength", Maxlength?.ToString())}"
        );
        var input = Markup.Of(
            $"<input class=\"{classes}\" id=\"{Id}\" name=\"{Name}\" type=\"{Type}\"{Markup.Attribute("value", value)}{more}{Described(Error)}>"
        );
        output.Becomes(
            Around(Suffix is null ? input : Markup.Of($"<div class=\"unit\">{input}<span>{Suffix}</span></div>"))
        );
    }
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("area-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AreaFieldTag : FieldTag
{
    public int Rows { get; set; } = 6;

    public int? Maxlength { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        // the line break after the tag is eaten by browsers; without it a first empty line of the text would be
        output.Becomes(
            Around(
                Markup.Of(
                    $"<textarea class=\"input\" id=\"{Id}\" name=\"{Name}\" rows=\"{Rows}\"{Markup.Attribute("maxlength", Maxlength?.ToString())}{Described(Error)}>\n{Value}</textarea>"
                )
            )
        );
}

/// <summary>
/// An amount of money, with its sign before it: <c>&lt;money-field for="Amount" currency="Model.Currency" ... /&gt;</c>. Bind a
/// string and read it with <see cref="AmountText"/>; <c>minor</c> fills the field where nothing was typed yet.
/// </summary>
[HtmlTargetElement("money-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyFieldTag : FieldTag
{
    public required Currency Currency { get; set; }

    /// <summary>The amount to start with, in minor units.</summary>
    public long? Minor { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = Value ?? (Minor is { } minor ? AmountText.Write(minor) : null);
        output.Becomes(
            Around(
                Markup.Of(
                    $"<div class=\"money\"><span aria-hidden=\"true\">{Shown.SignOf(Currency)}</span><input class=\"input\" id=\"{Id}\" name=\"{Name}\" type=\"text\" inputmode=\"decimal\" autocomplete=\"off\"{Markup.Attribute("value", value)}{Described(Error)}></div>"
                )
            )
        );
    }
}

/// <summary>A file to send; the form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTag : FieldTag
{
    /// <summary>What is taken: <c>application/pdf</c>.</summary>
    public string? Accept { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Becomes(
            Around(
                Markup.Of(
                    $"<input class=\"input file\" id=\"{Id}\" name=\"{Name}\" type=\"file\"{Markup.Attribute("accept", Accept)}{Described(Error)}>"
                )
            )
        );
}
